"""What changed between two readings of one article: claims, their firmness, and denials.

A reader may word a sentence that has not changed differently each time, so nothing is a change unless the sentences
themselves differ: a claim whose sentences all stand in both versions has neither come nor gone nor been reworded.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, Literal, TypeVar

from bot.article.article import Article
from bot.claims.grammar.evidence import Analysed, analysed
from bot.claims.grammar.sameness import language_of, nearness
from bot.claims.language.verbatim import fold
from bot.claims.reading import Claim, Denial, Report

ClaimKind = Literal["added", "gone", "reworded", "weakened", "strengthened"]
DenialKind = Literal["added", "removed", "changed"]

_NEAR: Final = 0.5
_FIRM: Final = {"certain": 3, "probable": 2, "possible": 1, "unstated": 0}

_Told = TypeVar("_Told", Claim, Denial)


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """`before` and `after` are the claim in each version, None where it is in one only.

    `was` and `now` number the sentences of its passage there; where one version has no such claim, those of the
    sentence of that version alone that comes nearest to it, if any does.
    """

    kind: ClaimKind
    before: Claim | None
    after: Claim | None
    was: tuple[int, ...] = ()
    now: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DenialChange:
    """The same for denials; `changed` is one of another kind than before, such as a denial in part."""

    kind: DenialKind
    before: Denial | None
    after: Denial | None
    was: tuple[int, ...] = ()
    now: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """In the order of the new version, then what is gone in the order of the old one."""

    claims: tuple[ClaimChange, ...] = ()
    denials: tuple[DenialChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.claims or self.denials)


def changes(before: Report, after: Report) -> Changes:
    """Compare two readings of one article, the earlier first."""
    if before.article.text == after.article.text:
        return Changes()
    old, new = _Version(before), _Version(after)
    return Changes(tuple(_claim_changes(old, new)), tuple(_denial_changes(old, new)))


class _Version:
    """One version of the article, with what is asked of it over and over, and made once for each claim and denial."""

    def __init__(self, report: Report) -> None:
        self.article: Article = report.article
        self.reading = report.reading
        self.language = language_of(report.article)
        self._folded = [fold(self.article.sentence(s.n)) for s in self.article.sentences]
        self._all = frozenset(self._folded)
        self._names = {source.id: fold(source.name or source.role or "") for source in self.reading.sources}
        told: list[Claim | Denial] = [*self.reading.claims, *self.reading.denials]
        self._passages = {id(each): frozenset(self._folded[n - 1] for n in self._here(each)) for each in told}
        self._speakers = {id(each): frozenset(self._names.get(s, "") for s in each.sources) for each in told}
        self._passage_texts = {id(each): self.article.passage(self._here(each)) for each in told}

    def passage(self, told: Claim | Denial) -> frozenset[str]:
        return self._passages[id(told)]

    def has(self, passage: frozenset[str]) -> bool:
        """Whether every sentence stands here word for word."""
        return passage <= self._all

    def speakers(self, told: Claim | Denial) -> frozenset[str]:
        return self._speakers[id(told)]

    def words(self, told: Claim | Denial) -> Analysed:
        text = told.text if isinstance(told, Claim) else told.implied_claim or self._passage_texts[id(told)]
        return analysed(text, self.language)

    def whole(self, told: Claim | Denial) -> Analysed:
        return analysed(self._passage_texts[id(told)], self.language)

    def nearest(self, told: Analysed, other: "_Version") -> tuple[int, ...]:
        """The sentence that comes nearest, if any comes near; one that the other version has too took nobody's place."""
        scored = (
            (nearness(told, analysed(self.article.sentence(n), self.language)), -n)
            for n, folded in enumerate(self._folded, start=1)
            if not other.has(frozenset({folded}))
        )
        score, n = max(scored, default=(0.0, 0))
        return (-n,) if score >= _NEAR else ()

    def _here(self, told: Claim | Denial) -> list[int]:
        return [n for n in told.sentences if self.article.has(n)]


@dataclass(frozen=True, slots=True)
class _Matched(Generic[_Told]):
    """What belongs together: each of the new with its old one, and the old that are left."""

    pairs: tuple[tuple[_Told | None, _Told], ...]
    left: tuple[_Told, ...]


def _matched(old: Sequence[_Told], new: Sequence[_Told], score: Callable[[_Told, _Told], float]) -> _Matched[_Told]:
    """The best pairs first, each told once; a pair that scores nothing is none."""
    scored = [(score(a, b), -i, -j) for i, a in enumerate(old) for j, b in enumerate(new)]
    old_of: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted((each for each in scored if each[0] > 0), reverse=True):
        if -i not in taken and -j not in old_of:
            old_of[-j] = -i
            taken.add(-i)
    pairs = tuple((old[old_of[j]] if j in old_of else None, told) for j, told in enumerate(new))
    return _Matched(pairs, tuple(told for i, told in enumerate(old) if i not in taken))


def _claim_changes(old: _Version, new: _Version) -> list[ClaimChange]:
    def score(a: Claim, b: Claim) -> float:
        same_speaker = _agree(old.speakers(a), new.speakers(b))
        if fold(a.text) == fold(b.text):
            return 4.0 + same_speaker
        words = nearness(old.words(a), new.words(b))
        if old.passage(a) == new.passage(b):
            return 2.0 + words + same_speaker
        near = max(words, 0.6 * words + 0.4 * nearness(old.whole(a), new.whole(b)))
        return near + 0.2 * same_speaker if near >= _NEAR else 0.0

    matched = _matched(old.reading.claims, new.reading.claims, score)
    found = [_claim_change(old, new, before, after) for before, after in matched.pairs]
    gone = [
        ClaimChange("gone", claim, None, claim.sentences, new.nearest(old.words(claim), old))
        for claim in matched.left
        if not new.has(old.passage(claim))
    ]
    return [*filter(None, found), *gone]


def _claim_change(old: _Version, new: _Version, before: Claim | None, after: Claim) -> ClaimChange | None:
    if before is None:
        if old.has(new.passage(after)):
            return None
        return ClaimChange("added", None, after, old.nearest(new.words(after), new), after.sentences)
    if old.passage(before) == new.passage(after):
        return None
    kind = _turn(before, after)
    reworded = fold(before.text) != fold(after.text) or fold(before.hedge or "") != fold(after.hedge or "")
    if kind is None and not reworded and _agree(old.speakers(before), new.speakers(after)):
        return None
    return ClaimChange(kind or "reworded", before, after, before.sentences, after.sentences)


def _turn(before: Claim, after: Claim) -> ClaimKind | None:
    step = _FIRM[after.certainty] - _FIRM[before.certainty]
    return None if not step else "strengthened" if step > 0 else "weakened"


def _denial_changes(old: _Version, new: _Version) -> list[DenialChange]:
    def score(a: Denial, b: Denial) -> float:
        if not _agree(old.speakers(a), new.speakers(b)):
            return 0.0
        if old.passage(a) == new.passage(b):
            return 3.0 + (a.kind == b.kind)
        return nearness(old.whole(a), new.whole(b)) + (a.kind == b.kind)

    matched = _matched(old.reading.denials, new.reading.denials, score)
    found = [_denial_change(old, new, before, after) for before, after in matched.pairs]
    removed = [
        DenialChange("removed", denial, None, denial.sentences, new.nearest(old.whole(denial), old))
        for denial in matched.left
        if not new.has(old.passage(denial))
    ]
    return [*filter(None, found), *removed]


def _denial_change(old: _Version, new: _Version, before: Denial | None, after: Denial) -> DenialChange | None:
    if before is None:
        if old.has(new.passage(after)):
            return None
        return DenialChange("added", None, after, old.nearest(new.whole(after), new), after.sentences)
    if before.kind == after.kind or old.passage(before) == new.passage(after):
        return None
    return DenialChange("changed", before, after, before.sentences, after.sentences)


def _agree(some: frozenset[str], others: frozenset[str]) -> bool:
    """One speaker in common, by name or by a part of it; or nobody in both."""
    if not some or not others:
        return some == others
    return any(a == b or (a and b and (_within(a, b) or _within(b, a))) for a in some for b in others)


def _within(short: str, long: str) -> bool:
    return set(short.split()) <= set(long.split())
