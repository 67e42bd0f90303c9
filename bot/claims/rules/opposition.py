"""Opposition: what in a text may speak against a claim that it answers, besides words of denying."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from bot.claims.grammar.evidence import Analysed, analysed
from bot.claims.grammar.negations import negations
from bot.claims.language.likeness import alike, likeness
from bot.claims.language.smallwords import DEMONSTRATIVES, EVERY
from bot.claims.language.token import Token
from bot.claims.people.identity import words

_TOPIC = 5  # words from the beginning among which stands what is told of
_COUNTED = 3  # words behind a number among which stands what is counted
_Count = tuple[Token, Token | None]  # a number, and what it counts if that stands close behind it


@dataclass(frozen=True, eq=False)
class Opposition:
    """`own` are the words of the names of those who say the text, `roles` the stems of what they are."""

    said: Analysed
    claim: Analysed
    own: frozenset[str]
    roles: frozenset[str] = frozenset()

    @property
    def turned(self) -> bool:
        """A word that is no name is negated on one side only."""
        return any(
            bool(negations(self.said, i)) != bool(negations(self.claim, j))
            for i, j in self._shared
            if not self._is_name(self.said.tokens[i]) and self.said.tokens[i].stem not in self.roles
        )

    @property
    def opposed(self) -> bool:
        """The contrary of a word of the claim, beside another that both have ("on time" of "late"), or another number of the
        same things; who says it is no contrary: a landlord of a tenant."""
        mine = {t.stem for t in (self.said.tokens[i] for i in self.said.content) if not self._is_name(t)} - self.roles
        theirs = {self.claim.tokens[j].stem for j in self.claim.content} - mine
        contrary = any(theirs & self.said.words.antonyms.get(stem, frozenset()) for stem in mine)
        return (contrary and self.related) or self._counts_otherwise(_of_one_thing)

    @property
    def measured(self) -> bool:
        """Another number in the same unit, whatever is measured."""
        return self._counts_otherwise(_in_one_unit)

    @property
    def of_one_thing(self) -> bool:
        """They share a word that is no name."""
        return any(
            not self._is_name(self.said.tokens[i]) for i, _ in self._shared if self.said.tokens[i].low in self.matters
        )

    @property
    def concerned(self) -> bool:
        """The claim names one of those who say the text."""
        return not self.own.isdisjoint(words(self.claim.text))

    @property
    def related(self) -> bool:
        """They share more than the name of who says the text."""
        return bool(self.matters)

    @property
    def on_topic(self) -> bool:
        """What it tells something of, by the first noun, is a thing that the claim tells of too: "The film was on time"."""
        found = self.said.tokens
        first = next((i for i in self.said.content if i < _TOPIC), None)
        if first is None or found[first].low in self.own or self._is_name(found[first]):
            return False
        known = self.said.words.determiners | DEMONSTRATIVES | EVERY
        named = any(token.low in known for token in found[max(0, first - 2) : first])
        return named and any(i == first for i, _ in self._shared)

    @cached_property
    def matters(self) -> frozenset[str]:
        """The words of both that do not name who says the text."""
        return frozenset(self.said.tokens[i].low for i, _ in self._shared) - self.own

    @property
    def unspecific(self) -> bool:
        """The text speaks of accusations as such."""
        return any(token.low in self._called for token in self.said.tokens)

    @property
    def particulars(self) -> frozenset[str]:
        """What the text says beside names, and beside denying what was said or calling it something."""
        words, known = self.said.words, self.said.words.vocabulary
        said = frozenset(self.said.tokens[i].low for i in self.said.content if not self._is_name(self.said.tokens[i]))
        turns = {self.said.tokens[operator.at].low for operator in self.said.operators}
        return said - self._called - known.denying - known.opposing - words.reporting - turns - self.own

    @property
    def _called(self) -> frozenset[str]:
        """What is said is called by these: "the accusations"."""
        words = self.said.words
        return words.vocabulary.accusations | words.vocabulary.rumours | words.contents

    @property
    def accused(self) -> bool:
        return "accuse" in self.claim.classes()

    @property
    def agrees(self) -> bool:
        """ "Praised", "confirmed"."""
        agreeing = self.said.words.vocabulary.agreeing
        return any(token.low in agreeing for token in self.said.tokens)

    @cached_property
    def _shared(self) -> list[tuple[int, int]]:
        """Indices of the words of both, without those that only report."""
        mine = [i for i in self.said.content if self.said.tokens[i].low not in self.said.words.reporting]
        theirs = self.claim.content
        return [(i, j) for i in mine for j in theirs if likeness(self.said.tokens[i], self.claim.tokens[j]) >= 1]

    def _is_name(self, token: Token) -> bool:
        """By its capital, which in German any noun has."""
        return token.capital and not token.first and self.said.words.language != "de"

    def _counts_otherwise(self, alike_counted: Callable[[_Count, _Count], bool]) -> bool:
        pairs = [(a, b) for a in _counts(self.said) for b in _counts(self.claim) if alike_counted(a, b)]
        return bool(pairs) and all(a[0].values.isdisjoint(b[0].values) for a, b in pairs)


def opposition(
    said: str, claim: str, names: Iterable[str], language: str | None, called: Iterable[str] = ()
) -> Opposition:
    """Of a text and of a claim in the language of an article; `names` are those who say the text, `called` what they are."""
    own = frozenset(word for name in names for word in words(name))
    roles = frozenset(stem for role in called for stem in analysed(role, language).stems)
    return Opposition(analysed(said, language), analysed(claim, language), own, roles)


def _counts(text: Analysed) -> list[_Count]:
    places = {at: next((i for i in text.content if at < i <= at + _COUNTED), None) for at in text.numbers}
    return [(text.tokens[at], None if thing is None else text.tokens[thing]) for at, thing in places.items()]


def _of_one_thing(mine: _Count, theirs: _Count) -> bool:
    units = mine[0].unit or theirs[0].unit
    return not units and mine[1] is not None and theirs[1] is not None and alike(mine[1], theirs[1])


def _in_one_unit(mine: _Count, theirs: _Count) -> bool:
    return mine[0].unit is not None and mine[0].unit == theirs[0].unit
