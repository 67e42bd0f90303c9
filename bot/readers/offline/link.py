"""A link from a denial to an earlier sentence that it may answer."""

from dataclasses import dataclass

from bot.readers.offline.denied import Basis

_JUST_BEFORE = 2  # sentences
_SPOKEN_TO = 3  # sentences within which somebody speaks of what they are accused of
_SAME = 2  # words that a sentence and its contrary share


@dataclass(frozen=True, slots=True)
class Link:
    """Sentence `n`, `gap` sentences before the denial, may be what it answers, with `score` to compare by.

    It `accuses` by its own words, or at least `raises` the matter: accuses, asks or reports; it is `claimed` when
    somebody else says it, `named` when it names those who deny, `negated` when it is itself. It `shares` so many words
    with what is denied, `half` of them or less; at the `crux` are those that the denial negates;
    where it is `generic` there are none. It is the `main` claim when nobody says anything earlier in the article.
    """

    n: int
    score: float
    gap: int = 0
    accuses: bool = False
    raises: bool = False
    claimed: bool = False
    named: bool = False
    negated: bool = False
    shares: int = 0
    half: bool = False
    crux: bool = False
    main: bool = False
    generic: bool = False

    @property
    def charges(self) -> bool:
        """It accuses, or tells just before of those who deny."""
        return self.accuses or (self.named and self.gap <= _JUST_BEFORE)

    def bears(self, basis: Basis) -> bool:
        """Whether a denial on this basis is one of what stands here."""
        match basis:
            case "stated":
                return True
            case "own deeds":
                return self._tells_of_them or self._contrary
            case "pointing":
                return (self.claimed or self.accuses) and self.gap <= _JUST_BEFORE
            case "contrary":
                return self._contrary
            case "notion":
                return self.claimed and self.shares >= _SAME and self.gap <= _SPOKEN_TO

    @property
    def _tells_of_them(self) -> bool:
        """It accuses those who deny, or somebody says something of them just before."""
        if not self.named:
            return False
        near = self.gap == 1 or (self.shares > 0 and self.gap <= _JUST_BEFORE)
        return (self.accuses and self.gap <= _SPOKEN_TO) or (self.claimed and near)

    @property
    def _contrary(self) -> bool:
        """It says what the denial negates: just before or as an accusation, and of those who deny or at length."""
        if not self.crux or self.negated or not (self.claimed or self.accuses):
            return False
        if self.gap == 1:
            return self.named or self.accuses or self.half or self.shares > _SAME
        return self.accuses and self.gap <= _SPOKEN_TO and (self.named or self.shares > _SAME)
