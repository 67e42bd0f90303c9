"""The figures of an evaluation: one summary for each reader."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from bot.claims.reading import Usage
from bot.evaluation.counts import Counts, Figure, Row, Share, Triple, f1, share, triple
from bot.evaluation.measures import Score
from bot.evaluation.runner import Evaluation, Run

BASE = "quotation mark or verb"


@dataclass(frozen=True, slots=True)
class Summary:
    """What one reader reached. `wins` and `losses` count articles against the floor by sentence F1."""

    reader: str
    articles: int
    failures: dict[str, int]
    triples: dict[str, Triple]
    shares: dict[str, Figure]
    grounded_before: Figure
    grounded_after: Figure
    wins: int
    losses: int
    seconds: float
    usage: Usage
    reask_share: float | None
    replaced_share: float | None


_TRIPLES: dict[str, Callable[[Score], Counts | None]] = {
    "sentences": lambda score: score.sentences,
    "joint": lambda score: score.joint,
    "relation": lambda score: score.relation,
    "relation_named": lambda score: score.relation_named,
    "denials": lambda score: score.denials,
}
_SHARES: dict[str, Callable[[Score], Share | None]] = {
    "name": lambda score: score.name,
    "kind": lambda score: score.kind,
    "denial_kind": lambda score: score.denial_kind,
    "link": lambda score: score.link,
}


def summaries(evaluation: Evaluation, *, pooled: bool = False) -> list[Summary]:
    """One for each reader, in order; macro over articles, or with all counts added up first."""
    base = {run.gold.id: sentence_f1(run) for run in evaluation.runs.get(BASE, ())}
    return [_summary(name, runs, base, pooled=pooled) for name, runs in evaluation.runs.items()]


def _summary(name: str, runs: Sequence[Run], base: dict[str, float | None], *, pooled: bool) -> Summary:
    scores = [run.score for run in runs if run.score is not None]
    codes = [run.failure for run in runs if run.failure]
    return Summary(
        reader=name,
        articles=len(runs),
        failures={code: codes.count(code) for code in sorted(set(codes))},
        triples={key: triple(_known(map(pick, scores)), pooled=pooled) for key, pick in _TRIPLES.items()},
        shares={key: share(_known(map(pick, scores)), pooled=pooled) for key, pick in _SHARES.items()},
        grounded_before=share([run.before for run in runs], pooled=pooled),
        grounded_after=share([score.grounded for score in scores], pooled=pooled),
        wins=_against(runs, base, lambda own, floor: own > floor),
        losses=_against(runs, base, lambda own, floor: own < floor),
        seconds=sum(run.seconds for run in runs),
        usage=sum((run.usage for run in runs), Usage()),
        reask_share=Share(sum(run.reasks > 0 for run in runs), len(runs)).value,
        replaced_share=Share(sum(run.replaced for run in runs), sum(run.restated for run in runs)).value,
    )


def _known(rows: Iterable[Row | None]) -> list[Row]:
    return [row for row in rows if row is not None]


def sentence_f1(run: Run) -> float | None:
    """F1 of the sentences of one article, None where they are not labelled or it could not be read."""
    counts = run.score.sentences if run.score else None
    return f1(counts.precision, counts.recall) if counts else None


def _against(runs: Sequence[Run], base: dict[str, float | None], better: Callable[[float, float], bool]) -> int:
    pairs = [(sentence_f1(run), base.get(run.gold.id)) for run in runs]
    return sum(own is not None and floor is not None and better(own, floor) for own, floor in pairs)


def as_json(evaluation: Evaluation) -> dict[str, Any]:
    """Macro and pooled figures of every reader, and each article's counts, for programs."""
    return {
        "macro": [_plain(summary) for summary in summaries(evaluation)],
        "pooled": [_plain(summary) for summary in summaries(evaluation, pooled=True)],
        "articles": [
            {"reader": run.reader, "id": run.gold.id, "failure": run.failure, "seconds": run.seconds}
            | ({} if run.score is None else {"score": asdict(run.score)})
            for runs in evaluation.runs.values()
            for run in runs
        ],
    }


def _plain(summary: Summary) -> dict[str, Any]:
    plain = {name: getattr(summary, name) for name in Summary.__slots__}
    plain["triples"] = {key: asdict(value) for key, value in summary.triples.items()}
    plain["shares"] = {key: asdict(value) for key, value in summary.shares.items()}
    plain["grounded_before"] = asdict(summary.grounded_before)
    plain["grounded_after"] = asdict(summary.grounded_after)
    plain["usage"] = summary.usage.model_dump()
    return plain
