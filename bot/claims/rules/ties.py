"""Ties: whether a denial may answer a claim, by what both speak of, whom they name, and how near they stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.claims.people.identity import nouns
from bot.claims.rules.opposition import Opposition

_NEAR = 2  # sentences back that a denial answers in whatever words
_FAR = 4  # sentences back from which on one word of both may be an accident
_TOLD = 2  # words that tell what is denied
_COUNTRY = 5  # letters of a country's name, below which other words begin alike
_ENDING = 3  # letters that make it an adjective
_VAGUE = 1  # words of its own with which "denied the accusations" may still answer anything


@dataclass(frozen=True, slots=True)
class Tie:
    """Of what is said in sentences `numbers` to a claim in `answered` that `claimants` make; `deniers` are names and roles, `denied`
    what is denied, where the sentences tell it, and `opening` the last sentence of those with the article's main claims.
    """

    against: Opposition
    numbers: Sequence[int]
    answered: Sequence[int]
    deniers: Iterable[str] = ()
    claimants: Iterable[str] = ()
    denied: Opposition | None = None
    opening: int = 0

    def holds(self) -> bool:
        """Not where another matter is denied of somebody else, far from the claim or before it; nor where the sentence itself tells
        what is denied, and that is nothing of the claim's.
        """
        if not self.against.said.words.known:
            return True
        if self._tells_another():
            return False
        shared = len(self.against.matters) + len(self.against.said.values & self.against.claim.values)
        if self._near() or self._vague() or self._named():
            return True
        if not self._reaches():
            return shared > 1
        return shared > (1 if self._far() else 0) or self._to_claimants()

    def _tells_another(self) -> bool:
        """ "Denied that its pipes hold lead", of the water's price."""
        if self.denied is None or not set(self.numbers).isdisjoint(self.answered) or self._to_claimants():
            return False
        return len(self.denied.particulars) >= _TOLD and not self.denied.matters and not self.against.matters

    def _near(self) -> bool:
        return any(0 <= n - m <= _NEAR for n in self.numbers for m in self.answered)

    def _far(self) -> bool:
        """Several sentences behind it, where the article does not open with it, and what is denied is told."""
        return self.denied is not None and self._beyond(_FAR - 1) and min(self.answered) > self.opening

    def _beyond(self, most: int) -> bool:
        return min(self.numbers) - max(self.answered) > most

    def _reaches(self) -> bool:
        """Back to it, or on to the next sentence: "denies that. It had been accused of …"."""
        return max(self.numbers) + 1 >= min(self.answered)

    def _named(self) -> bool:
        """The claim is about those who deny."""
        return named(self.deniers, self.against.claim.text)

    def _to_claimants(self) -> bool:
        return named(self.claimants, self.against.said.text)

    def _vague(self) -> bool:
        """Little is said but that accusations are denied; "denied that" points at what stands near, or at what the article is about."""
        pointed = self.against.unspecific or (min(self.answered) <= self.opening and not self._beyond(_FAR))
        return pointed and len(self.against.particulars) <= _VAGUE


def named(called: Iterable[str], text: str) -> bool:
    """Whether a text has a word of one of these names and roles."""
    return _share(frozenset[str]().union(*map(nouns, called)), nouns(text))


def _share(some: frozenset[str], others: frozenset[str]) -> bool:
    """One of them, or a country and what is its own: "Veskara" and "Veskaran"."""
    return not some.isdisjoint(others) or any(_belongs(one, other) for one in some for other in others)


def _belongs(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _COUNTRY and len(long) - len(short) <= _ENDING and long.startswith(short)
