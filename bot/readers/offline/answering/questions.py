"""Questions: what kind of thing one asks after, of what, and which of its words an answer needs."""

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from bot.claims.grammar.evidence import Analysed, analysed
from bot.claims.language.likeness import alike
from bot.claims.language.token import Token
from bot.claims.language.verbatim import fold
from bot.readers.offline.answering import kindred
from bot.readers.offline.answering.askedkinds import kind_of
from bot.readers.offline.answering.asking import Asking, participle
from bot.readers.offline.text.language import Language, load

_WISHING = ("asks.wishes", "asks.whether", "cues.demand", "cues.urge")


_OPENING = 2  # words of a question among which an asking word stands


@lru_cache(maxsize=8)
def _wishing(code: str) -> frozenset[str]:
    """Words, and pairs of words, behind which stands what is wanted, or what is asked and not known."""
    return frozenset(fold(entry) for name in _WISHING for entry in load(code)[name])


def _low(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].low if at < len(tokens) else ""


class Question:
    """A question, as far as its words tell what its answer must have.

    `kind` is one of the lists of `asks` or None, `phrase` the words that tell it; `behind` are the content words after
    these, `events` those of them that are no names, `counted` the thing whose number is asked for, `act` what is done,
    `sort` the "firm" of "which firm".
    """

    def __init__(self, text: str, language: Language) -> None:
        self.language = language
        self.asked = asked = analysed(text, language.code)
        self.values = [asked.tokens[i].values for i in asked.numbers]
        self.kind, self.phrase, self._after = kind_of(asked, language)
        names = language["grammar.question_words"] | language["grammar.auxiliaries"]
        places = [i for i in asked.content if asked.tokens[i].low not in names]
        self._asking = Asking(asked, language, self.kind, self._after, places)
        self.words = self._asking.words
        behind = [asked.tokens[i] for i in places if i >= self._after]
        self.behind = [token for token in behind if token.low not in self.phrase]
        self.events = [token for token in self.behind if not token.capital]
        self.counted = self._asking.counted
        self.act = self._asking.act
        self.sort = self._asking.sort

    @property
    def calendar(self) -> Mapping[str, int]:
        """Months and weekdays."""
        return self.asked.words.calendar

    @cached_property
    def happened(self) -> bool:
        """ "How many were inspected?", "When did it close?", "¿Cuándo declaró?": not what is only wanted or planned."""
        helper = self.helper
        if helper is None and self.act is not None and self.language.noun_first:
            return not self.language.is_future(self.act.low)
        return helper is not None and not self.of_truth and self.tokens[helper].low in self.language["asks.happened"]

    @cached_property
    def will_be(self) -> bool:
        """ "When will it open?"."""
        told = any(operator.name == "future" for operator in self.asked.operators)
        return told or any(self.language.is_future(token.low) for token in self.tokens)

    @cached_property
    def reacts(self) -> bool:
        """ "How did investors react?" asks for what they say of it."""
        return any(token.low in self.language["asks.reacting"] for token in self.tokens)

    @cached_property
    def of_truth(self) -> bool:
        """ "Have the savers had their money back?" asks whether it is so; where no helping verb must open a question, any that no
        asking word does."""
        if self.kind is not None or not self.tokens:
            return False
        asking, helping = self.language["grammar.interrogatives"], self.language["grammar.auxiliaries"]
        if asking & helping:
            return self.tokens[0].low in asking & helping
        opening = [token for token in self.tokens if token.kind == "word"][:_OPENING]
        words = asking | self.language["asks.which"] | self.language["asks.saying_what"]
        return len(self.tokens) > _OPENING and not any({token.low, token.text.lower()} & words for token in opening)

    @cached_property
    def deed(self) -> Token | None:
        """What must have been done for an answer: "suspended" in "Have the four officers been suspended?", "killed" in "What
        killed the child?"."""
        if self.of_truth:
            done = (token for token in reversed(self.events) if self._participle(token))
            return next(done, None) or self._opening_verb()
        opens = [token for token in self.tokens[:2] if token.kind == "word"]
        if self.kind or len(opens) < 2 or opens[0].low not in self.language["asks.which"]:
            return None
        tells = opens[1] in self.events and opens[1].low not in self.language["asks.light"]
        return opens[1] if tells and self._participle(opens[1]) else None

    def _opening_verb(self) -> Token | None:
        """ "Dimitió" in "¿Dimitió el ministro?", where a verb may open a question."""
        opening = next((token for token in self.tokens if token.kind == "word"), None)
        opens = (
            opening in self.words and opening is not None and opening.low not in self.language["grammar.auxiliaries"]
        )
        return opening if opens and self.language.inverts and not self.language.verb_second else None

    @cached_property
    def asks_what_is(self) -> bool:
        """ "What is …?", "What were …?"."""
        first = [token.low for token in self.tokens[:2]]
        return (
            len(first) == 2 and first[0] in self.language["asks.which"] and first[1] in self.language["grammar.passive"]
        )

    @property
    def meaning(self) -> Sequence[Token]:
        """Its words that mean something, asking words among them."""
        return self.asked.meaning

    @property
    def tokens(self) -> Sequence[Token]:
        return self.asked.tokens

    @cached_property
    def of_event(self) -> bool:
        """ "When is the election for governor?" asks after an election, "When were the cranes delivered?" after a delivery."""
        last = next((token for token in self.tokens[::-1] if token.kind == "word"), None)
        verb = last is None or self._participle(last)
        opening = self.tokens[self._after].low if self._after < len(self.tokens) else ""
        return bool(self.behind) and opening in self.language["grammar.passive"] and not verb

    @cached_property
    def passive(self) -> bool:
        """ "Who was killed?" asks for no doer, "Qui a tué ?" does; "¿Quién es el marido?" asks who somebody is."""
        if self.kind != "agent" or self.helper is None or self.act is None:
            return False
        if any(token.low in self.asked.words.determiners for token in self.tokens[self.helper + 1 : self.helper + 2]):
            return False
        helping = self.tokens[self.helper : self.tokens.index(self.act)]
        be = any(token.low in self.language["grammar.passive"] for token in helping)
        return be and (self._participle(self.act) or self.act is self._asking.undergone)

    @cached_property
    def role(self) -> Token | None:
        """ "Judge" in "who is the judge?"; names of roles stand beside them only where nouns are not written like names."""
        helper = self.helper
        if self.kind != "agent" or helper is None or self.language.capital_nouns or self.passive:
            return None
        is_ = self.tokens[helper].low in self.language["grammar.passive"] and helper == self._after
        following = self.tokens[helper + 1].low if helper + 1 < len(self.tokens) else ""
        return self.act if is_ and following in self.asked.words.determiners else None

    @cached_property
    def payer(self) -> Token | None:
        """ "The museum" in "How much did the museum pay for the coin?": what anybody else pays does not answer it."""
        if self.kind != "amount" or self.helper is None:
            return None
        behind = (token for token in self.tokens[self.helper + 1 :] if token.low not in self.asked.words.determiners)
        first = next(behind, None)
        anybody = first is None or first.low in self.language["asks.anybody"] or first is self.act
        return None if anybody or first not in self.words else first

    @property
    def helper(self) -> int | None:
        """Where the first helping verb behind the asking words stands."""
        return self._asking.helper

    def _participle(self, token: Token) -> bool:
        return participle(token, self.asked, self.language)

    def alike(self, one: Token, other: Token) -> bool:
        """One word, or two that may stand for each other where something is asked."""
        return kindred.same(one, other, self.language)

    def has(self, sentence: Analysed, token: Token) -> bool:
        """The sentence has the word, or one that may stand for it."""
        return any(self.alike(token, other) for other in sentence.meaning)

    def does(self, sentence: Analysed, act: Token) -> bool:
        """The sentence has what is done, and not only in a name ("Lumen Drive" for "driving")."""
        nouns = self.language.capital_nouns
        attributes = self.attributes(sentence)
        said = [token for token in sentence.meaning if nouns or act.capital or token.first or not token.capital]
        done = [token for token in said if self.alike(act, token)]
        done += [token for token in sentence.tokens if token.stem.endswith(f"_{act.stem}")]  # "went missing"
        attributes += self._intended(sentence) if self.happened else []
        attributes += self._wished(sentence) if self.happened or self.of_truth else []
        return any(token not in attributes for token in done)

    def _wished(self, sentence: Analysed) -> list[Token]:
        """What stands behind "demanded", "called for" or "whether": the resignation that is demanded was not made."""
        tokens, wishes = sentence.tokens, _wishing(self.language.code)
        begins = (i for i, token in enumerate(tokens) if {token.low, f"{token.low} {_low(tokens, i + 1)}"} & wishes)
        begin = next(begins, len(tokens)) + 1
        joining, says = self.language["grammar.conjunctions"], self.language["cues.say"]
        ends = (i for i in range(begin, len(tokens)) if tokens[i].low in joining and _low(tokens, i + 1) in says)
        return list(tokens[begin : next(ends, len(tokens))])  # "wants a fence and says he asked for it"

    def _intended(self, sentence: Analysed) -> list[Token]:
        """ "Wants the ships to be inspected", "plans to close"."""
        tokens, to = sentence.tokens, self.language["grammar.to"]
        passive = self.language["grammar.passive"]
        return [
            token
            for i, token in enumerate(tokens)
            if (i and tokens[i - 1].low in to) or (i > 1 and tokens[i - 2].low in to and tokens[i - 1].low in passive)
        ]

    def attributes(self, sentence: Analysed) -> list[Token]:
        """ "The burning nave", "by the end of April", "was last inspected" tell of nothing that is done."""
        tokens = sentence.tokens
        return [token for i, token in enumerate(tokens) if i and self._is_attribute(sentence, i)]

    def _is_attribute(self, sentence: Analysed, at: int) -> bool:
        tokens, words, language = sentence.tokens, sentence.words, self.language
        before, token, behind = tokens[at - 1], tokens[at], tokens[at + 1 : at + 4]
        if token.low in words.deixis and behind[:1] and participle(behind[0], sentence, language):
            return True
        timed = words.dates | words.times | words.deixis.keys()
        own = token.low in language["asks.own"] or language.is_gerund(token.low)
        return (before.low in words.determiners or before.possessive) and (
            own or any(other.low in timed for other in behind[1:])
        )

    def met(self, sentence: Analysed) -> list[int]:
        """Where words of the question that are no names stand in the sentence."""
        return [
            i
            for i, token in enumerate(sentence.tokens)
            if token.kind == "word" and any(self.alike(event, token) for event in self.events)
        ]

    def is_new(self, token: Token) -> bool:
        """A name that the question does not have."""
        return token.capital and not any(alike(word, token) for word in self.words)
