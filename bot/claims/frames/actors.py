"""Actors: who or what a noun phrase of an English sentence names, and which words of it say so."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.claims.frames.closed import low_at
from bot.claims.frames.parts import parts
from bot.claims.frames.phrases import Phrase
from bot.claims.frames.words import WORDS
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.kinds import BODIES, listed, sorts
from bot.claims.language.token import Token
from bot.claims.people.callings import called

_LONGEST = 3  # words of a phrase that only points: "the whole company"


@dataclass(frozen=True, slots=True)
class Actor:
    """A phrase and its sentence."""

    text: Analysed
    phrase: Phrase

    @property
    def head(self) -> Token:
        return self.text.tokens[self.phrase.head]

    @property
    def words(self) -> list[Token]:
        """Without those that only own it."""
        text, phrase = self.text, self.phrase
        told = [i for i in phrase.places if i in text.content and (i == phrase.head or not self.owns(i))]
        return [text.tokens[i] for i in told or [phrase.head]]

    def owns(self, index: int) -> bool:
        """ "The drivers'", "Brandt's"."""
        following = self.text.tokens[index + 1 : index + 2]
        return self.text.tokens[index].possessive or (bool(following) and following[0].low in "'’")

    def named(self, near: Sequence[Analysed]) -> bool:
        """By a capital that is not the sentence's doing. `near` are sentences that may have the word too."""
        head = self.head
        if not head.capital or not head.first:
            return head.capital
        elsewhere = [t for s in near for t in s.tokens if t.low == head.low and not t.first]
        several = head.low.endswith(("s", "men")) or head.low in WORDS.several
        return any(t.capital for t in elsewhere) or not (head.groups or several or elsewhere)

    @property
    def a(self) -> bool:
        """Behind an indefinite article."""
        return self.text.tokens[self.phrase.places[0]].low in ("a", "an")

    @property
    def the(self) -> bool:
        """Behind an article."""
        return self.text.tokens[self.phrase.places[0]].low in ("the", "a", "an")

    @property
    def other(self) -> bool:
        """ "The other", "the other patient"."""
        return any(self.text.tokens[i].low in WORDS.others for i in self.phrase.places)

    @property
    def several(self) -> bool:
        """ "Both patients"."""
        return self.text.tokens[self.phrase.places[0]].low in WORDS.whole

    @property
    def counted(self) -> bool:
        return self.head.kind == "number"

    @property
    def vague(self) -> bool:
        """A word that may mean anybody or anything, unless "who" tells which."""
        words, low = self.text.words, self.head.low
        anything = (words.neutral, words.broad, listed(words.language, "client"), WORDS.indefinite, WORDS.quantifying)
        return not self.phrase.told and any(low in each for each in anything)

    @property
    def points(self) -> bool:
        """ "The company", with nothing that tells which; "her organisation" may be hers, "her barrister" is not her."""
        text, first, end = self.text, self.phrase.places[0], self.phrase.places[-1] + 1
        lead = text.tokens[first].low
        if lead in WORDS.possessive and not self._body:
            return False
        bare = lead in WORDS.definite and end - first <= _LONGEST and not any(map(self.owns, self.phrase.places))
        of = low_at(text, end) == "of" and parts(text)[end + 1 : end + 2] != ("G",)  # "accused the firm of hiding it"
        specified = parts(text)[end : end + 1] in (("R",), ("E",)) or of
        return bare and not specified

    @property
    def _body(self) -> bool:
        language = self.text.words.language
        return self.head.low in self.text.words.generic or bool(sorts(language, self.head.low) & set(BODIES))

    def kinds(self, near: Sequence[Analysed]) -> frozenset[str]:
        """What it may be, "person" or sorts of bodies; none where that does not show."""
        if not self.head.capital:
            return sorts(self.text.words.language, self.head.low)
        match called(self.words, near, self.text.words.language):
            case "person":
                return frozenset({"person"})
            case "body":
                return frozenset(BODIES)
        return frozenset()
