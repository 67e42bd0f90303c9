"""Questions: what kind of thing one asks after, of what, and which of its words an answer needs."""

from collections.abc import Sequence
from functools import cached_property

from bot.claims.grammar.evidence import Analysed, analysed
from bot.claims.language.likeness import alike
from bot.claims.language.token import Token
from bot.readers.offline import kindred
from bot.readers.offline.askedkinds import kind_of
from bot.readers.offline.language import Language

_UNTOLD = (
    "asks.views",
    "cues.say",
    "cues.tell",
    "asks.light",
    "grammar.question_words",
)  # words that tell of nothing that is done


class Question:
    """A question, as far as its words tell what its answer must have.

    `kind` is one of the lists of `asks` or None, `phrase` the words that tell it; `behind` are the content words after
    these, `events` those of them that are no names, `counted` the thing whose number is asked for, `act` what is done,
    `sort` the "firm" of "which firm".
    """

    def __init__(self, text: str, language: Language) -> None:
        self.language = language
        self._asked = asked = analysed(text, language.code)
        self.values = [asked.tokens[i].values for i in asked.numbers]
        self.kind, self.phrase, self._after = kind_of(asked, language)
        names = language["grammar.question_words"] | language["grammar.auxiliaries"]
        self._content = [i for i in asked.content if asked.tokens[i].low not in names]
        self.words = [asked.tokens[i] for i in self._content]
        behind = [asked.tokens[i] for i in self._content if i >= self._after]
        self.behind = [token for token in behind if token.low not in self.phrase]
        self.events = [token for token in self.behind if not token.capital]
        self.counted = self._counted()
        self.act = self._act()
        self.sort = self._sort()

    @cached_property
    def reacts(self) -> bool:
        """ "How did investors react?" asks for what they say of it."""
        return any(token.low in self.language["asks.reacting"] for token in self.tokens)

    @cached_property
    def of_truth(self) -> bool:
        """ "Have the savers had their money back?" asks whether it is so."""
        first = self.tokens[0].low if self.tokens else ""
        return (
            self.kind is None
            and first in self.language["grammar.interrogatives"] & self.language["grammar.auxiliaries"]
        )

    @cached_property
    def deed(self) -> Token | None:
        """What must have been done for an answer: "suspended" in "Have the four officers been suspended?", "killed" in "What
        killed the child?"."""
        if self.of_truth:
            done = (token for token in reversed(self.events) if self._participle(token))
            return next(done, None)
        opens = [token for token in self.tokens[:2] if token.kind == "word"]
        if self.kind or len(opens) < 2 or opens[0].low not in self.language["asks.which"]:
            return None
        return opens[1] if opens[1] in self.events and self._participle(opens[1]) else None

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
        return self._asked.meaning

    @property
    def tokens(self) -> Sequence[Token]:
        return self._asked.tokens

    @cached_property
    def of_event(self) -> bool:
        """ "When is the election for governor?" asks after an election, "When were the cranes delivered?" after a delivery."""
        last = next((token for token in self.tokens[::-1] if token.kind == "word"), None)
        verb = last is None or self._participle(last)
        opening = self.tokens[self._after].low if self._after < len(self.tokens) else ""
        return bool(self.behind) and opening in self.language["grammar.passive"] and not verb

    @cached_property
    def passive(self) -> bool:
        """ "Who was killed?" asks for no doer."""
        return self.kind == "agent" and self.helper is not None and self.act is not None and self._participle(self.act)

    @cached_property
    def role(self) -> Token | None:
        """ "Judge" in "who is the judge?"; names of roles stand beside them only where nouns are not written like names."""
        helper = self.helper
        if self.kind != "agent" or helper is None or self.language["grammar.capital_nouns"] or self.passive:
            return None
        is_ = self.tokens[helper].low in self.language["grammar.passive"] and helper == self._after
        following = self.tokens[helper + 1].low if helper + 1 < len(self.tokens) else ""
        return self.act if is_ and following in self._asked.words.determiners else None

    @cached_property
    def payer(self) -> Token | None:
        """ "The museum" in "How much did the museum pay for the coin?": what anybody else pays does not answer it."""
        if self.kind != "amount" or self.helper is None:
            return None
        behind = (token for token in self.tokens[self.helper + 1 :] if token.low not in self._asked.words.determiners)
        first = next(behind, None)
        anybody = first is None or first.low in self.language["asks.anybody"] or first is self.act
        return None if anybody or first not in self.words else first

    @property
    def helper(self) -> int | None:
        """Where the first helping verb behind the asking words stands."""
        auxiliaries = self._asked.words.auxiliaries | self.language["grammar.auxiliaries"]
        behind = range(self._after, len(self.tokens))
        return next((i for i in behind if self.tokens[i].low in auxiliaries), None)

    def _participle(self, token: Token) -> bool:
        return participle(token, self._asked, self.language)

    def _counted(self) -> Token | None:
        """ "Letters" in "how many warning letters were sent": the last word before the verb, where a helping verb marks it."""
        helper = self.helper
        near = [i for i in self._content if i >= self._after and (helper is None or i < helper)]
        return self.tokens[near[0 if helper is None else -1]] if near else None

    def _act(self) -> Token | None:
        """What is done in "What did the regulator fine the firm?" and "When was the hall built?": the word behind the subject;
        the one behind "was" in "Who was driving?"."""
        helper, content = self.helper, set(self._asked.content)
        if helper is None or self.kind in ("name", "age"):
            return None
        at = helper + 1
        if helper and self.counted is not None and self._counted_acts(helper):
            return self.tokens[at]
        while at < len(self.tokens) and self.tokens[at].low in self._asked.words.determiners:
            at += 1
        going = [i for i in range(at, len(self.tokens) - 2) if self._is_going(i)]
        if going:
            return self.tokens[going[0] + 2]
        if at < len(self.tokens) and not self._is_verb(at, direct=at == helper + 1):
            at = self._past_subject(at, content, alone=at == helper + 1)
        if at >= len(self.tokens) or at not in content or self.tokens[at].kind != "word":
            return None
        if self._is_subject(helper, at):
            return None
        untold = frozenset[str]().union(*(self.language[name] for name in _UNTOLD))
        return None if self.tokens[at].low in untold else self.tokens[at]

    def _is_going(self, at: int) -> bool:
        """ "Going to close"."""
        two = (self.tokens[at].low, self.tokens[at + 1].low)
        return " ".join(two) in self.language["asks.going"] and self.tokens[at + 2] in self.words

    def _is_subject(self, helper: int, at: int) -> bool:
        """ "Where is the general now?", "how long was the house without power?": what only is does nothing."""
        words, token = self._asked.words, self.tokens[at]
        be = self.tokens[helper].low in self.language["grammar.passive"]
        if self.kind == "agent" or not words.prepositions or not be:
            return False
        alone = (
            at == len(self.tokens) - 1 or self.tokens[at + 1].kind == "punct" or self.tokens[at + 1].low in words.deixis
        )
        following = self.tokens[at + 1].low if at + 1 < len(self.tokens) else ""
        ends = alone or following in words.prepositions | self.language["grammar.adverbs"] | {"without"}
        return ends and self.tokens[at - 1].low in words.determiners and not self._participle(token)

    def _counted_acts(self, helper: int) -> bool:
        """ "How many shops will close?": behind the helping verb stands no subject."""
        doing = self.language["asks.doing"]
        following = self.tokens[helper + 1 : helper + 2]
        subject = self.kind == "number" or (self.kind is None and self.tokens[helper - 1] is self._sort())
        ahead = subject and bool(doing) and self.tokens[helper].low not in doing
        return ahead and any(token in self.words and not token.capital for token in following)

    def _is_verb(self, at: int, *, direct: bool) -> bool:
        token = self.tokens[at]
        return direct and not token.capital and (self.language.is_gerund(token.low) or self._participle(token))

    def _past_subject(self, at: int, content: set[int], *, alone: bool) -> int:
        """The last of the content words that stand together, behind a name or a pronoun the first."""
        if self.tokens[at].capital:
            while at < len(self.tokens) and self.tokens[at].capital:
                at += 1
            return at
        if at not in content:
            return at + 1  # "did she admit"
        begin = at
        while at + 1 < len(self.tokens) and self._goes_on(at + 1, content):
            at += 1
            if self.language.is_gerund(self.tokens[at].low):
                return at  # "is the bank closing branches"
        helped = at + 1
        while helped < len(self.tokens) and self.tokens[helped].low in self.language["grammar.auxiliaries"]:
            helped += 1
        if helped > at + 1:
            return helped  # "will the pill be sold"
        light = at + 1 < len(self.tokens) and self.tokens[at + 1].low in self.language["asks.light"]  # "the parish get"
        return at if (at > begin or not alone) and not light else len(self.tokens)

    def _goes_on(self, at: int, content: set[int]) -> bool:
        """One more word of "thank-you letter found"."""
        token = self.tokens[at]
        joined = token.text == "-" or self.tokens[at - 1].text == "-"
        return joined or (at in content and not token.capital)

    def _sort(self) -> Token | None:
        for which, noun in zip(self.tokens, self.tokens[1:], strict=False):
            if which.low in self.language["asks.which"] and noun in self.words and not noun.capital:
                return noun
        return None

    def alike(self, one: Token, other: Token) -> bool:
        """One word, or two that may stand for each other where something is asked."""
        return kindred.same(one, other, self.language)

    def has(self, sentence: Analysed, token: Token) -> bool:
        """The sentence has the word, or one that may stand for it."""
        return any(self.alike(token, other) for other in sentence.meaning)

    def does(self, sentence: Analysed, act: Token) -> bool:
        """The sentence has what is done, and not only in a name ("Lumen Drive" for "driving")."""
        nouns = bool(self.language["grammar.capital_nouns"])
        attributes = self.attributes(sentence)
        said = (token for token in sentence.meaning if nouns or act.capital or token.first or not token.capital)
        return any(self.alike(act, token) for token in said if token not in attributes)

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


def participle(token: Token, text: Analysed, language: Language) -> bool:
    """ "Threatened", "built"."""
    words = text.words
    return language.is_participle(token.low) or token.low in words.irregular or token.low in words.past
