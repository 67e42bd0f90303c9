"""A link from a denial to an earlier sentence that it may answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.readers.offline.denying.denied import Basis, Denied

_JUST_BEFORE = 2  # sentences
_SPOKEN_TO = 3  # sentences within which somebody speaks of what they are accused of
_AGO = 8  # sentences within which somebody contradicts what they heard
_FAR = 6  # sentences from which on distance tells little
_SAME = 2  # words that a sentence and its contrary share


@dataclass(frozen=True, slots=True)
class Link:
    """Sentence `n` of a `paragraph`, `gap` sentences before the denial, may be what it answers; `beside` it when both stand in one.

    It `accuses` by its own words, `indicts` by a verb that does, is `doubted` where it is only claimed or heard, `asks`, or at least `raises` the matter: accuses, asks or reports; it is `claimed` when
    somebody else says it, the `speakers`, by an `accuser` when the denial names who, by a `claimant` when it denies their very words, `named` when it names those who deny, `owned` when it names whose lawyer they are, or has the
    `pronoun` by which they go, `negated` when it is itself. It `shares` so many words of some `weight` with what is denied, `half` or `most` of them, one of them
    `telling` because few sentences have it; at the `crux` are those that the denial negates, first of all the `act`; where it is `generic` there
    are none, and what stands right before is `pointed` at, most of all by `this`; it is `counted` when it has a figure
    and one is rejected, `charged` when it accuses and accusations are; `numbered` with a number of the denial's, `misnumbered` with others only; it is `opposed` where it says that what is told was not so,
    `reported` where its verb says that it is only reported, `agreeing` where it says that nobody was told, of which who denies
    did not know. It is the `main` claim when nobody says anything earlier.
    """

    n: int
    gap: int = 0
    paragraph: int = 0
    beside: bool = False
    accuses: bool = False
    indicts: bool = False
    doubted: bool = False
    asks: bool = False
    raises: bool = False
    claimed: bool = False
    speakers: frozenset[str] = frozenset()
    accuser: bool = False
    claimant: bool = False
    named: bool = False
    owned: bool = False
    pronoun: bool = False
    negated: bool = False
    shares: int = 0
    weight: float = 0.0
    half: bool = False
    most: bool = False
    telling: bool = False
    crux: bool = False
    act: bool = False
    main: bool = False
    generic: bool = False
    pointed: bool = False
    this: bool = False
    counted: bool = False
    charged: bool = False
    numbered: bool = False
    misnumbered: bool = False
    opposed: bool = False
    reported: bool = False
    agreeing: bool = False

    @property
    def score(self) -> float:
        """To compare by: what is denied, then who says it and of whom; near goes first, most of all where the denial has no
        matter of its own. The weights are a conditional logit's over the articles tuned on, rounded, those for who says
        it of whom raised by trial."""
        gap = abs(self.gap)
        matter = (
            min(6.0, self.weight)
            + 0.6 * self.half
            + 0.5 * (self.most + self.telling)
            + 0.8 * self.act
            + 2.0 * self.opposed
        )
        people = (
            1.5 * (self.claimed + self.accuser) + 1.2 * (self.named or self.owned) + 0.4 * (self.accuses + self.raises)
        )
        alone = 0.3 * (self.claimed + self.named + self.accuses) if self.generic else 0.0
        placed = 1.5 * self.this + 0.3 * (self.pointed + self.main) + 1.5 * self.counted + 0.5 * self.charged
        near = (0.35 if self.generic else 0.1) * min(gap, _FAR) + 0.02 * max(0, gap - _FAR)
        return matter + people + alone + placed - near

    @property
    def charges(self) -> bool:
        """It accuses, or tells just before of those who deny."""
        return self.accuses or (self.named and self.gap <= _JUST_BEFORE)

    @property
    def puts_to(self) -> bool:
        """It is on the matter that somebody is asked about, or says something of those who are asked."""
        of_them = (self.named or self.owned) and (self.claimed or self.accuses)
        return bool(self.shares) or self.accuser or of_them

    @property
    def on_its_matter(self) -> bool:
        """It is on what somebody is asked in so many words, or charges those who are asked."""
        return self.half or self.shares > 1 or self.accuser or ((self.named or self.owned) and self.accuses)

    @property
    def just_said(self) -> bool:
        """It was said right before in the same paragraph, or was raised not long before."""
        return (self.claimed and self.beside and self.gap == 1) or (
            self.claimed and self.raises and 0 < self.gap <= _FAR
        )

    def bears_out(self, denial: Denied) -> bool:
        """Whether the denial is one of what stands here, for one reason or the other."""
        return self.bears(denial.basis) or (denial.also is not None and self.bears(denial.also))

    def bears(self, basis: Basis) -> bool:
        """Whether a denial on this basis is one of what stands here."""
        return not self.agreeing and (self.opposed or _BEARS[basis](self))

    @property
    def refutes(self) -> bool:
        """Right behind a denial of a deed somebody says that it was done."""
        return self.claimed and self.gap == -1 and self.crux and self.act and self.shares >= _SAME and not self.negated

    @property
    def _done(self) -> bool:
        just = self.claimed and self.gap == 1 and self.crux and self.telling and not self.negated
        same = self.most and self.telling and self.act and self.shares > _SAME
        contrary = self._contrary and (self.gap == 1 or self.accuses or same)
        return self._tells_of_them or just or contrary or self._blames

    @property
    def _pointed_at(self) -> bool:
        near = self.gap <= (_AGO if self.shares or self.named or self.accuses or self.claimant else _JUST_BEFORE)
        told = self.most and self.telling and 0 < self.gap <= _AGO
        return told or ((self.claimed or self.accuses) and near)

    @property
    def _of_them(self) -> bool:
        """Somebody says it, not long before, of those who tell otherwise."""
        return (self.claimed or self.accuses) and self.named and 0 < self.gap <= _AGO

    @property
    def _excused(self) -> bool:
        """It accuses those who tell otherwise, or is of the very matter that they speak of."""
        just = self.claimed and self.gap == 1 and self.telling
        return just or self._blames or (self._of_them and (self.accuses or self.telling))

    @property
    def _blames(self) -> bool:
        """Somebody accuses somebody, just before, whose people may answer under another name: "blamed the army. The ministry said"."""
        return self.claimed and self.indicts and 0 < self.gap <= _JUST_BEFORE

    @property
    def _accused(self) -> bool:
        """It accuses, just before, those who tell otherwise, or whom they speak for."""
        return self.accuses and (self.named or self.owned) and 0 < self.gap <= _SPOKEN_TO

    @property
    def _answered(self) -> bool:
        """It accuses those who tell otherwise: just before, or in a word of what they tell."""
        of_them = self.claimed and (self.named or self.owned or self.pronoun)
        if self.gap == 1:
            return of_them and (self.indicts or self.doubted)
        return of_them and self.indicts and 0 < self.gap <= _AGO and self.telling and self.shares >= _SAME

    @property
    def _in_turn(self) -> bool:
        """It was just said, or is of those who have their turn, or of what they speak of."""
        of_it = self.named or self.owned or self.accuses
        near = self.telling or self.gap <= (_AGO if of_it else _SPOKEN_TO)
        return self.claimed and self.gap > 0 and near

    @property
    def _of_figure(self) -> bool:
        """Somebody else gave a figure just before, or one of the same thing."""
        near = self.generic and 0 < self.gap <= _JUST_BEFORE
        return self.claimed and self.counted and self.gap > 0 and (near or self.telling) and not self.numbered

    @property
    def _tells_of_them(self) -> bool:
        """It accuses those who deny, or somebody says something of them: just before, or in the words that they negate."""
        if self.claimed and (self.telling or self.half) and 0 < self.gap <= _AGO:
            spoken_of = self.named or self.owned or self.pronoun or self.accuses
            if spoken_of and self.crux and not self.negated:
                return True
        if not self.named:
            return False
        near = self.gap == 1 or (self.shares > 0 and self.gap <= _JUST_BEFORE)
        return (self.accuses and self.gap <= _SPOKEN_TO) or (self.claimed and near)

    @property
    def _rivalled(self) -> bool:
        """Somebody says something just before of those who deny, or of what they speak of."""
        close = self.claimed and 0 < self.gap <= _JUST_BEFORE
        just = self.reported and self.gap == 1
        return close and (self.named or self.accuses or self.shares > 0 or just)

    @property
    def _contrary(self) -> bool:
        """It says what the denial negates: just before, as an accusation, or in most of its words."""
        if not self.crux or self.negated or not (self.claimed or self.accuses):
            return False
        if self.gap == _JUST_BEFORE and self.claimed and self.half and self.telling:
            return True
        if self.gap == 1:
            return self.named or self.half or self.shares > (0 if self.accuses else _SAME)
        if self.half and 0 < self.gap <= _AGO:
            done = self.act and self.telling and self.shares >= _SAME
            if done or (self.most and (self.telling or self.shares >= _SAME)) or (self.telling and self.named):
                return True
        if self.claimed and self.gap <= _SPOKEN_TO and ((self.most and self.act) or (self.named and self.telling)):
            return True
        return self.accuses and self.gap <= _SPOKEN_TO and (self.named or self.most or self.shares > _SAME)


_BEARS: Mapping[Basis, Callable[[Link], bool]] = {
    "stated": lambda link: True,
    "own deeds": lambda link: link._done,
    "pointing": lambda link: link._pointed_at,
    "lying": lambda link: link.claimed and link.accuser and 0 < link.gap <= _AGO,
    "contrary": lambda link: link._contrary,
    "continued": lambda link: link.claimed and 0 < link.gap <= _FAR and link.telling,
    "rival": lambda link: link._rivalled or link._contrary or link._tells_of_them,
    "account": lambda link: link._of_them or (link.claimed and link.gap == 1 and link.telling and link.half),
    "excuse": lambda link: link._excused,
    "sequel": lambda link: False,
    "reply": lambda link: link._accused,
    "defence": lambda link: link._accused or (link.accuses and link.claimed and 0 < link.gap <= _AGO),
    "answer": lambda link: link._answered,
    "plea": lambda link: (
        (link.indicts and link.owned and link.gap == 1)
        or (link.claimed and 0 < link.gap <= (_AGO if link.accuses else _SPOKEN_TO))
    ),
    "turn": lambda link: link._in_turn,
    "figure": lambda link: link._of_figure,
    "opposite": lambda link: link.opposed,
    "topic": lambda link: (
        link.claimed and link.telling and link.gap > 0 and (link.accuses or link.named or link.reported)
    ),
    "correction": lambda link: link.claimed and link.telling and 0 < link.gap <= _JUST_BEFORE,
    "conceded": lambda link: True,
    "notion": lambda link: link.claimed and link.shares >= _SAME and link.gap <= _SPOKEN_TO,
}
