"""What kind of thing a question asks after, and whether a sentence tells it: no date answers "how many"."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from bot.claims.evidence import Analysed
from bot.claims.likeness import alike
from bot.claims.token import Token
from bot.claims.verbatim import fold
from bot.readers.offline.language import Language

# Longer phrases first: "how long" is no "how".
_KINDS = ("name", "age", "measure", "number", "amount", "time", "reason", "place", "agent")
_MEASURES = frozenset({
    "second", "minute", "hour", "day", "week", "month", "year", "kilometre", "mile", "metre", "foot", "tonne", "ton", "kilogram",
    "gram", "litre", "gallon", "hectare", "acre", "degree", "percent", "points",
})  # fmt: skip
_MONEY = frozenset({"USD", "EUR", "GBP", "JPY", "CHF", "RUB", "CNY", "INR"})
_REACH = 4
_CLAUSE = 9  # words within which what happened has its reason or place
_MARKS = frozenset({",", ";", "–", "—", "-"})


class Asked:
    """A question, as far as it names the kind of its answer."""

    def __init__(self, question: Analysed, language: Language) -> None:
        self._language = language
        self._values = [question.tokens[i].values for i in question.numbers]
        self._kind, self._phrase, self._after = _kind(question, language)
        names = language["grammar.question_words"] | language["grammar.auxiliaries"]
        content = [i for i in question.content if question.tokens[i].low not in names]
        self._words = [question.tokens[i] for i in content]
        self._behind = [question.tokens[i] for i in content if i >= self._after]
        # "When is the election for governor?" asks after an election, "When were the cranes delivered?" after a delivery.
        last = next((token for token in question.tokens[::-1] if token.kind == "word"), None)
        verb = last is None or language.is_participle(last.low) or last.low in question.words.irregular
        opening = question.tokens[self._after].low if self._after < len(question.tokens) else ""
        self._is_event = bool(self._behind) and opening in language["grammar.passive"] and not verb
        self._events = [token for token in self._behind if not token.capital]

    def fits(self, sentence: Analysed) -> bool:
        """Whether the sentence tells anything of the kind that is asked after, and has every number of the question."""
        if not all(any(sentence.tokens[j].values & v for j in sentence.numbers) for v in self._values):
            return False
        if self._keeps_back(sentence):
            return False
        kind = self._kind
        if kind in _COUNTED:
            return any(_COUNTED[kind](self, sentence, i) for i in sentence.numbers)
        return kind not in _TOLD or _TOLD[kind](self, sentence)

    def _counts(self, sentence: Analysed, index: int) -> bool:
        """The number counts what the question asks the number of."""
        following = sentence.tokens[index + 1 : index + 1 + _REACH]
        if sentence.tokens[index].unit in ("fraction", "percent"):
            return False  # "two thirds of the bridges"
        return not self._behind or any(alike(self._behind[0], token) for token in following if token.kind == "word")

    def _measures(self, sentence: Analysed, index: int) -> bool:
        return sentence.tokens[index].unit in _MEASURES

    def _amounts(self, sentence: Analysed, index: int) -> bool:
        """Money, a share, or any number right behind "costs": the marks of a country that nobody knows."""
        year = sentence.tokens[index].text.isdigit() and len(sentence.tokens[index].text) == 4
        close = not year and any(0 < index - event <= _REACH for event in self._met(sentence))
        return close or sentence.tokens[index].unit in _MONEY | {"percent"}

    def _keeps_back(self, sentence: Analysed) -> bool:
        """ "declined to say where", "it is not known why": the question stands in the sentence itself."""
        lows = [token.low for token in sentence.tokens]
        at = (
            next((i for i in range(len(lows)) if lows[i : i + len(self._phrase)] == self._phrase), None)
            if self._phrase
            else None
        )
        unsaid = (
            self._language["grammar.negations"] | self._language["denials.refusing"] | self._language["asks.unknown"]
        )
        return at is not None and any(low in unsaid for low in lows[max(0, at - _REACH) : at])

    def _reasons(self, sentence: Analysed) -> bool:
        """ "withdrew to avoid deaths", "was fined for leaking", "the frost caused the cracks": what happened stands before
        "because", or behind what made it happen."""
        tokens = sentence.tokens
        for event in self._met(sentence):
            because = [i for i in range(event + 1, len(tokens)) if _begins(tokens, i, self._language["asks.because"])]
            if any(_together(tokens, event, i) and not self._itself(tokens, i) for i in because):
                return True
            made = [i for i in range(event) if _begins(tokens, i, self._language["asks.made"])]
            if any(_together(tokens, i, event) for i in made):
                return True
        return bool(tokens) and _begins(tokens, 0, self._language["asks.because"]) and bool(self._met(sentence))

    def _itself(self, tokens: Sequence[Token], at: int) -> bool:
        """ "asked to retire" gives no reason why somebody asked to retire, and "for a night" none at all."""
        behind = tokens[at + 1 : at + 3]
        if tokens[at].low in self._language["asks.purpose"]:
            verb = behind[:1] and (
                self._language.is_gerund(behind[0].low)
                if tokens[at].low in self._language["grammar.accused_of"]
                else True
            )
            if not verb:
                return True
        return any(alike(event, token) for event in self._events for token in behind if token.kind == "word")

    def _places(self, sentence: Analysed) -> bool:
        """A preposition of place behind what happened, and behind it something that is no time."""
        tokens, words = sentence.tokens, sentence.words
        places = self._language["asks.placing"]
        met = self._met(sentence) or [-1]
        for i, token in enumerate(tokens[:-1]):
            near = any(0 < i - event <= _CLAUSE for event in met) or i < _REACH
            following = [word for word in tokens[i + 1 : i + 4] if word.low not in words.determiners][:1]
            verb = token.low in self._language["grammar.to"] and following and following[0] is tokens[i + 1]
            reported = i > 0 and f"{tokens[i - 1].low} {token.low}" in self._language["cues.according"]
            if reported or (verb and not following[0].capital):
                continue  # "according to Mr Marant", "asked to retire"
            timed = any(
                word.kind == "number" or word.low in words.dates | words.times or word.low in words.deixis
                for word in following
            )
            if token.low in places and near and following and following[0].kind == "word" and not timed:
                return True
        return False

    def _acts(self, sentence: Analysed) -> bool:
        """Somebody who is not in the question does what it asks after: before the verb, behind "by", or beside the role."""
        verb = self._behind[:1]
        if not verb or verb[0].capital or any(word.low in self._language.speech_acts for word in self._behind):
            return True  # who denies and who accuses is read, not looked for
        places = [i for i, token in enumerate(sentence.tokens) if token.kind == "word" and alike(verb[0], token)]
        return any(self._has_party(sentence, i) and not self._suffers(sentence, i) for i in places)

    def _names(self, sentence: Analysed) -> bool:
        """ "The captain, Jon Vik,", "Captain Vik": a name right behind what has it, or before it with a comma between."""
        tokens = sentence.tokens
        for i in (i for i, token in enumerate(tokens) if self._behind and alike(self._behind[-1], token)):
            behind = [token for token in tokens[i + 1 : i + 3] if token.kind == "word"]
            before = tokens[max(0, i - _REACH) : i]
            parted = any(token.text == "," for token in before)
            if behind[:1] and self._is_new(behind[0]):
                return True
            if parted and any(self._is_new(token) for token in before):
                return True
        return False

    def _is_new(self, token: Token) -> bool:
        """A name that the question does not have."""
        return token.capital and not any(alike(word, token) for word in self._words)

    def _suffers(self, sentence: Analysed, at: int) -> bool:
        """ "a signature stolen from Acme", "the stolen key", "it was taken": nobody is told who did it, unless behind "by"."""
        tokens, before = sentence.tokens, at - 1
        participle = self._language.is_participle(tokens[at].low) or tokens[at].low in sentence.words.irregular
        if participle and before >= 0 and tokens[before].low in sentence.words.determiners:
            return any(alike(word, token) for word in self._behind[1:] for token in tokens[at + 1 : at + 2])
        while before > 0 and tokens[before].low in sentence.words.auxiliaries:
            before -= 1
        owned = before >= 0 and (tokens[before].possessive or tokens[before].low == "'s")
        passive = before >= 0 and not owned and any(alike(word, tokens[before]) for word in self._behind[1:])
        return passive and not any(token.low in sentence.words.by for token in tokens[at + 1 : at + 1 + _REACH])

    def _has_party(self, sentence: Analysed, at: int) -> bool:
        """A name or a word for people near the word at `at` that the question does not have."""
        near = sentence.tokens[max(0, at - _CLAUSE) : at + _CLAUSE]
        return any(self._party(token) for token in near)

    def _party(self, token: Token) -> bool:
        if token.kind != "word" or any(alike(word, token) for word in self._words):
            return False
        return token.capital or token.low in self._language.nouns or token.low in self._language["sources.titles"]

    def _times(self, sentence: Analysed) -> bool:
        """Days, months, years, words such as "today", and the hour in "since seven"; of what "is" or "was", no less."""
        if self._is_event and not sentence.has(self._behind[0]):
            return False
        return any(self._is_time(sentence, i) for i in range(len(sentence.tokens)))

    def _is_time(self, sentence: Analysed, i: int) -> bool:
        words, tokens, token = sentence.words, sentence.tokens, sentence.tokens[i]
        if token.low in words.dates or token.low in words.times or token.low in words.deixis:
            return True
        if token.kind != "number":
            return False
        alone = i + 1 == len(tokens) or tokens[i + 1].kind == "punct"
        hour = alone and i > 0 and tokens[i - 1].low in self._language["asks.clock"]
        return hour or (token.text.isdigit() and len(token.text) == 4) or ":" in token.text

    def _met(self, sentence: Analysed) -> list[int]:
        """Where words of the question that are no names stand in the sentence."""
        return [
            i
            for i, token in enumerate(sentence.tokens)
            if token.kind == "word" and any(alike(event, token) for event in self._events)
        ]


_COUNTED: Mapping[str | None, Callable[[Asked, Analysed, int], bool]] = {
    "number": Asked._counts,
    "amount": Asked._amounts,
    "age": Asked._measures,
    "measure": Asked._measures,
}
_TOLD: Mapping[str | None, Callable[[Asked, Analysed], bool]] = {
    "time": Asked._times,
    "reason": Asked._reasons,
    "place": Asked._places,
    "agent": Asked._acts,
    "name": Asked._names,
}


def _kind(question: Analysed, language: Language) -> tuple[str | None, list[str], int]:
    """The kind, the phrase that names it, and the index of the first word after that."""
    lows = [token.low for token in question.tokens]
    for kind in _KINDS:
        for phrase in sorted(language[f"asks.{kind}"], key=len, reverse=True):
            words = fold(phrase).replace("'", " ").split()
            for start in range(len(lows) - len(words) + 1):
                if lows[start : start + len(words)] == words:
                    return kind, words, start + len(words)
    return None, [], 0


def _begins(tokens: Sequence[Token], at: int, phrases: Iterable[str]) -> bool:
    """One of the phrases begins at the token."""
    return any(
        [token.low for token in tokens[at : at + len(words)]] == words
        for words in (fold(one).split() for one in phrases)
    )


def _together(tokens: Sequence[Token], first: int, last: int) -> bool:
    """In one clause: few words between, and no mark but one right before the last."""
    between = tokens[first + 1 : last]
    return len(between) <= _CLAUSE and not any(token.text in _MARKS for token in between[:-1])
