"""Asking: what a question tells by the order of its words: whose number it asks for, what is done, and of which sort."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.token import Token
from bot.readers.offline.text.language import Language

_UNTOLD = ("asks.views", "cues.say", "cues.tell", "asks.light", "grammar.question_words")
"""Words that tell of nothing that is done."""


@dataclass(frozen=True)
class Asking:
    """A question of a `kind`, whose asking words end before the token `after`; its content words stand at `places`."""

    asked: Analysed
    language: Language
    kind: str | None
    after: int
    places: Sequence[int]

    @property
    def tokens(self) -> Sequence[Token]:
        return self.asked.tokens

    @cached_property
    def words(self) -> Sequence[Token]:
        """Its content words."""
        return [self.tokens[i] for i in self.places]

    @property
    def helper(self) -> int | None:
        """Where the first helping verb behind the asking words stands."""
        auxiliaries = self.asked.words.auxiliaries | self.language["grammar.auxiliaries"]
        prepositions = self.language["grammar.prepositions"]  # "à" is no "a"
        behind = ((i, self.tokens[i]) for i in range(self.after, len(self.tokens)))
        plain = (
            (i, token.low)
            for i, token in behind
            if token.text.lower() == token.low or token.text.lower() not in prepositions
        )
        return next((i for i, low in plain if low in auxiliaries), None)

    @cached_property
    def counted(self) -> Token | None:
        """ "Letters" in "how many warning letters were sent": the last word before the verb, where a helping verb marks it."""
        helper = self.helper
        near = [i for i in self.places if i >= self.after and (helper is None or i < helper)]
        first = helper is None or (
            self.kind == "number" and self.language.noun_first
        )  # "combien d'abonnés le club a-t-il"
        return self.tokens[near[0 if first else -1]] if near else None

    @cached_property
    def act(self) -> Token | None:
        """What is done in "What did the regulator fine the firm?" and "When was the hall built?": the word behind the subject;
        the one behind "was" in "Who was driving?"."""
        helper = self.helper
        if helper is None or self.kind == "owner":
            return self._unhelped()
        wanted = self._going(self.after) if self.kind == "agent" else None  # "who wants to close it?"
        wanted = wanted or (self.undergone if self.kind == "agent" else None)
        if wanted or self.kind in ("name", "age") or self._is_subordinate(helper):
            return wanted
        return self._helped(helper)

    @cached_property
    def undergone(self) -> Token | None:
        """ "Verletzt" in "Wer wurde bei dem Brand verletzt?", "blessé" in "Qui a été blessé ?": the participle that ends the question,
        behind a helping verb of the passive."""
        last = max((i for i, token in enumerate(self.tokens) if token.kind == "word"), default=0)
        token = self.tokens[last] if last in self.places else None
        helping = {other.low for other in self.tokens[self.after : last]} | {
            other.text.lower() for other in self.tokens[self.after : last]
        }
        if token is None or token.capital or not self.language.inverts:
            return None
        if self.language.verb_second:
            return token if helping & self.language["grammar.passive_past"] else None
        return (
            token
            if helping & self.language["grammar.passive"] and participle(token, self.asked, self.language)
            else None
        )

    def _helped(self, helper: int) -> Token | None:
        """What is done where a verb helps."""
        at, content = helper + 1, set(self.asked.content)
        if helper and self.counted is not None and self._counted_acts(helper):
            return self.tokens[at]
        while at < len(self.tokens) and self.tokens[at].low in self.asked.words.determiners:
            at += 1
        if inverted := self._past_pronoun(at):
            return self.tokens[inverted] if inverted in content else None
        if going := self._going(at):
            return going
        if at < len(self.tokens) and not self._is_verb(at, direct=at == helper + 1):
            at = self._past_subject(at, content, alone=at == helper + 1)
        if at >= len(self.tokens) or at not in content or self.tokens[at].kind != "word":
            return None
        if self._is_subject(helper, at):
            return None
        untold = frozenset[str]().union(*(self.language[name] for name in _UNTOLD))
        return None if self.tokens[at].low in untold else self.tokens[at]

    def _is_subordinate(self, helper: int) -> bool:
        """ "Who denies that the cracks were hidden?" asks who denies."""
        return self.kind == "agent" and any(self.after <= i < helper for i in self.places)

    def _unhelped(self) -> Token | None:
        """What is done where no verb helps."""
        if self.language.noun_first:
            return self._first_verb() if self.kind in ("time", "place") else None
        if self.language.verb_second and (self.kind == "time" or (self.kind is None and self._opens_with_what())):
            return self._first_verb()
        return self._counted_verb() if self.kind in ("number", "owner") else None

    def _opens_with_what(self) -> bool:
        """ "Was kündigte der Landrat an?" asks for what he announced."""
        return any(token.low in self.language["asks.saying_what"] for token in self.tokens[:1])

    def _counted_verb(self) -> Token | None:
        """ "Work" in "how many guards work at the prison?", "wants" in "whose uncle wants to go?": the word right behind the noun."""
        noun = (
            next((self.tokens[i] for i in self.places if i >= self.after), None)
            if self.kind == "owner"
            else self.counted
        )
        at = next((i + 1 for i, token in enumerate(self.tokens) if token is noun), len(self.tokens))
        idle = self.language["asks.light"] | self.language["asks.has"]
        return (
            self.tokens[at]
            if at in self.places and not self.tokens[at].capital and self.tokens[at].low not in idle
            else None
        )

    def _first_verb(self) -> Token | None:
        """ "Construyó" in "¿Cuándo se construyó la estación?"."""
        behind = [i for i in range(max(self.after, 1), len(self.tokens)) if self.tokens[i].kind == "word"]
        behind = behind[1:] if behind and self.tokens[behind[0]].low in self.language["grammar.clitics"] else behind
        verb = self.tokens[behind[0]] if behind and behind[0] in self.places else None
        done = verb is not None and not verb.capital and verb.low not in self.language["asks.light"]
        return verb if done else None

    def _past_pronoun(self, at: int) -> int:
        """Behind "-t-elle" in "la mairie a-t-elle fermé": there stands the verb; 0 where no pronoun is joined so."""
        start = at
        while at + 1 < len(self.tokens) and self.tokens[at].text == "-":
            at += 2
        return at if start < at < len(self.tokens) else 0

    def _going(self, begin: int) -> Token | None:
        """ "Close" in "going to close"."""
        return next((self.tokens[i + 2] for i in range(begin, len(self.tokens) - 2) if self._is_going(i)), None)

    def _is_going(self, at: int) -> bool:
        two = (self.tokens[at].low, self.tokens[at + 1].low)
        return " ".join(two) in self.language["asks.going"] and self.tokens[at + 2] in self.words

    def _is_subject(self, helper: int, at: int) -> bool:
        """ "Where is the general now?", "how long was the house without power?": what only is does nothing."""
        words, token = self.asked.words, self.tokens[at]
        be = self.tokens[helper].low in self.language["grammar.passive"]
        if self.kind == "agent" or not words.prepositions or not be:
            return False
        alone = (
            at == len(self.tokens) - 1 or self.tokens[at + 1].kind == "punct" or self.tokens[at + 1].low in words.deixis
        )
        following = self.tokens[at + 1].low if at + 1 < len(self.tokens) else ""
        ends = alone or following in words.prepositions | self.language["grammar.adverbs"] | {"without"}
        return (
            ends and self.tokens[at - 1].low in words.determiners and not participle(token, self.asked, self.language)
        )

    def _counted_acts(self, helper: int) -> bool:
        """ "How many shops will close?": behind the helping verb stands no subject."""
        doing = self.language["asks.doing"]
        following = self.tokens[helper + 1 : helper + 2]
        subject = self.kind == "number" or (self.kind is None and self.tokens[helper - 1] is self.sort)
        ahead = subject and bool(doing) and self.tokens[helper].low not in doing
        return ahead and any(token in self.words and not token.capital for token in following)

    def _is_verb(self, at: int, *, direct: bool) -> bool:
        token = self.tokens[at]
        return (
            direct
            and not token.capital
            and (self.language.is_gerund(token.low) or participle(token, self.asked, self.language))
        )

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
            if self.language.is_gerund(self.tokens[at].low) or participle(self.tokens[at], self.asked, self.language):
                return at  # "is the bank closing branches", "was the ship ordered back"
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

    @cached_property
    def sort(self) -> Token | None:
        """ "Firm" in "which firm"."""
        tokens = [token for token in self.tokens if token.kind != "number"]  # "which three firms"
        for which, noun in pairwise(tokens):
            if which.low in self.language["asks.which"] and noun in self.words and not noun.capital:
                return noun
        return None


def participle(token: Token, text: Analysed, language: Language) -> bool:
    """ "Threatened", "built"."""
    words = text.words
    if language.is_participle(token.text.lower()):
        return True  # "enterré", which has no ending without its accent
    strong = token.low.endswith(tuple(language["endings.strong"])) and words.lemma(token.low) != token.low
    if strong and words.lemma(token.low) not in language.nouns:
        return True  # "taken", and no "children"
    bare = {token.text.lower().removesuffix(ending) for ending in ("", "s", "e", "es")}
    if bare & language["hedges.participles"]:
        return True  # "construit", "prises"
    return language.is_participle(token.low) or token.low in words.irregular or token.low in words.past
