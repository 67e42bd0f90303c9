"""Ties: whether a denial may answer a claim, by what both speak of, whom they name, and how near they stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.claims.people.identity import nouns
from bot.claims.rules.opposition import Opposition

_NEAR = 2  # sentences back that a denial answers in whatever words
_COUNTRY = 5  # letters of a country's name, below which other words begin alike
_ENDING = 3  # letters that make it an adjective
_VAGUE = 1  # words of its own with which "denied the accusations" may still answer anything


@dataclass(frozen=True, slots=True)
class Tie:
    """Of what is said in sentences `numbers` to a claim in `answered` that `claimants` make; `deniers` are names and roles."""

    against: Opposition
    numbers: Sequence[int]
    answered: Sequence[int]
    deniers: Iterable[str] = ()
    claimants: Iterable[str] = ()

    def holds(self) -> bool:
        """Not where another matter is denied of somebody else, far from the claim or before it."""
        if not self.against.said.words.known or self._near() or self._named() or self._vague():
            return True
        shared = len(self.against.matters)
        return shared > 0 or self._to_claimants() if self._reaches() else shared > 1

    def _near(self) -> bool:
        return any(0 <= n - m <= _NEAR for n in self.numbers for m in self.answered)

    def _reaches(self) -> bool:
        """Back to it, or on to the next sentence: "denies that. It had been accused of …"."""
        return max(self.numbers) + 1 >= min(self.answered)

    def _named(self) -> bool:
        """The claim is about those who deny."""
        return named(self.deniers, self.against.claim.text)

    def _to_claimants(self) -> bool:
        return named(self.claimants, self.against.said.text)

    def _vague(self) -> bool:
        """Little is said but that accusations are denied; "denied that" points at what stands near."""
        return self.against.unspecific and len(self.against.particulars) <= _VAGUE


def named(called: Iterable[str], text: str) -> bool:
    """Whether a text has a word of one of these names and roles."""
    return _share(frozenset[str]().union(*map(nouns, called)), nouns(text))


def _share(some: frozenset[str], others: frozenset[str]) -> bool:
    """One of them, or a country and what is its own: "Veskara" and "Veskaran"."""
    return not some.isdisjoint(others) or any(_belongs(one, other) for one in some for other in others)


def _belongs(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _COUNTRY and len(long) - len(short) <= _ENDING and long.startswith(short)
