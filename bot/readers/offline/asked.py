"""What kind of thing a question asks after, and whether a sentence has one: no date answers "how many"."""

from collections.abc import Iterable

from bot.claims.evidence import Analysed, alike
from bot.claims.verbatim import fold
from bot.readers.offline.language import Language

# Longer phrases first: "how long" is no "how".
_KINDS = ("age", "measure", "number", "amount", "time", "reason", "place")
_REASONS = frozenset({"cause", "forcing", "after", "blame", "condition"})
_MEASURES = frozenset({
    "second", "minute", "hour", "day", "week", "month", "year", "kilometre", "mile", "metre", "foot", "tonne", "ton", "kilogram",
    "gram", "litre", "gallon", "hectare", "acre", "degree", "percent", "points",
})  # fmt: skip
_MONEY = frozenset({"USD", "EUR", "GBP", "JPY", "CHF", "RUB", "CNY", "INR"})
_PLACING = frozenset({
    "in", "at", "near", "to", "from", "towards", "toward", "through", "outside", "inside", "across", "off", "on", "into", "nach",
    "aus", "bei", "an", "auf", "im", "am", "zum", "zur", "a", "au", "aux", "dans", "vers", "sur", "de", "du", "en", "hacia",
    "desde", "hasta", "cerca",
})  # fmt: skip
_PURPOSE = frozenset({"to", "um", "pour", "para", "over", "for", "wegen"})
_REACH = 4


class Asked:
    """A question, as far as it names the kind of its answer."""

    def __init__(self, question: Analysed, language: Language) -> None:
        self._question = question
        self._values = [question.tokens[i].values for i in question.numbers]
        self._kind, self._after = _kind(question, language)

    def fits(self, sentence: Analysed) -> bool:
        """Whether the sentence has anything of the kind that is asked after, and every number of the question."""
        if not all(any(sentence.tokens[j].values & v for j in sentence.numbers) for v in self._values):
            return False
        match self._kind:
            case "time":
                return any(_times(sentence))
            case "number":
                return any(self._counts(sentence, i) for i in sentence.numbers)
            case "amount":
                return any(sentence.tokens[i].unit in _MONEY | {"percent"} for i in sentence.numbers)
            case "age" | "measure":
                return any(sentence.tokens[i].unit in _MEASURES for i in sentence.numbers)
            case "reason":
                return bool(sentence.classes() & _REASONS) or _purpose(sentence)
            case "place":
                return any(t.low in _PLACING and i + 1 < len(sentence.tokens) for i, t in enumerate(sentence.tokens))
            case _:
                return True

    def _counts(self, sentence: Analysed, index: int) -> bool:
        """The number counts what the question asks the number of."""
        asked = [self._question.tokens[i] for i in self._question.content if i >= self._after][:1]
        following = sentence.tokens[index + 1 : index + 1 + _REACH]
        return not asked or any(alike(asked[0], token) for token in following if token.kind == "word")


def _kind(question: Analysed, language: Language) -> tuple[str | None, int]:
    """The kind, and the index of the first word after the phrase that names it."""
    lows = [token.low for token in question.tokens]
    for kind in _KINDS:
        for phrase in sorted(language[f"asks.{kind}"], key=len, reverse=True):
            words = fold(phrase).replace("'", " ").split()
            for start in range(len(lows) - len(words) + 1):
                if lows[start : start + len(words)] == words:
                    return kind, start + len(words)
    return None, 0


def _times(sentence: Analysed) -> Iterable[bool]:
    """Days, months, years, and words such as "today"."""
    words = sentence.words
    for token in sentence.tokens:
        dated = token.low in words.dates or token.low in words.times or token.low in words.deixis
        yield dated or (
            token.kind == "number" and ((token.text.isdigit() and len(token.text) == 4) or ":" in token.text)
        )


def _purpose(sentence: Analysed) -> bool:
    """ "withdrew to avoid deaths", "was fined for leaking"."""
    return any(
        t.low in _PURPOSE and i + 1 in sentence.content and not sentence.tokens[i + 1].capital
        for i, t in enumerate(sentence.tokens)
    )
