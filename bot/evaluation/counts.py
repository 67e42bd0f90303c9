"""Counts and shares: precision, recall and F1 from hits, and means over articles with their intervals."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Counts:
    """`found` of what was predicted and `met` of what is in the gold are hits; usually the two are equal."""

    met: int = 0
    gold: int = 0
    found: int = 0
    predicted: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.met + other.met, self.gold + other.gold, self.found + other.found, self.predicted + other.predicted
        )

    @property
    def precision(self) -> float | None:
        """None where nothing was predicted."""
        return self.found / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """None where there is nothing to find."""
        return self.met / self.gold if self.gold else None


@dataclass(frozen=True, slots=True)
class Share:
    """`right` of `total`."""

    right: int = 0
    total: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.total + other.total)

    @property
    def value(self) -> float | None:
        return self.right / self.total if self.total else None


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean over articles and its 95 % bootstrap interval; None where no article has it."""

    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Triple:
    """Precision, recall and F1. F1 is the harmonic mean of the two macro averages beside it."""

    precision: Figure
    recall: Figure
    f1: Figure


def triple(rows: Sequence[Counts], *, pooled: bool = False, draws: int = 1000) -> Triple:
    """Macro over articles; `pooled` adds the counts of all articles up first."""
    measure = _pooled if pooled else _macro
    return Triple(
        interval(rows, lambda some: measure(some)[0], draws=draws),
        interval(rows, lambda some: measure(some)[1], draws=draws),
        interval(rows, lambda some: measure(some)[2], draws=draws),
    )


def share(rows: Sequence[Share], *, pooled: bool = False, draws: int = 1000) -> Figure:
    """Mean over the articles that have any."""
    if pooled:
        return interval(rows, lambda some: sum(some, Share()).value, draws=draws)
    return interval(rows, lambda some: mean([row.value for row in some]), draws=draws)


def _macro(rows: Sequence[Counts]) -> tuple[float | None, float | None, float | None]:
    precision, recall = mean([row.precision for row in rows]), mean([row.recall for row in rows])
    return precision, recall, f1(precision, recall)


def _pooled(rows: Sequence[Counts]) -> tuple[float | None, float | None, float | None]:
    total = sum(rows, Counts())
    return total.precision, total.recall, f1(total.precision, total.recall)


def mean(values: Sequence[float | None]) -> float | None:
    """Of those that are known."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def f1(precision: float | None, recall: float | None) -> float | None:
    if precision is None and recall is None:
        return None
    if not precision or not recall:
        return 0.0
    return 2 * precision * recall / (precision + recall)


def interval(rows: Sequence[Row], measure: Callable[[Sequence[Row]], float | None], *, draws: int) -> Figure:
    """The measure and the 2.5th and 97.5th percentile over articles drawn with replacement; the same on every run."""
    chance = random.Random(20240605)  # noqa: S311  # resampling, not a secret
    drawn = [measure(chance.choices(rows, k=len(rows))) for _ in range(draws if len(rows) > 1 else 0)]
    known = sorted(value for value in drawn if value is not None)
    if not known:
        return Figure(measure(rows))
    return Figure(measure(rows), known[int(0.025 * len(known))], known[min(int(0.975 * len(known)), len(known) - 1)])
