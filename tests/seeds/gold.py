"""The expected readings as gold for `claims-bot eval`.

`seeds/NAME.json` is the source, `seeds/gold.jsonl` is made from it; after a change run
`python -m tests.seeds.gold` in the checkout.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from bot.article.article import Article
from bot.article.sentences import cut
from bot.claims.reading import Claim, Denial, ReaderInfo, Reading, Source

SEEDS = Path(__file__).parents[2] / "seeds"
GOLD = SEEDS / "gold.jsonl"
NAMES = tuple(sorted(path.stem for path in SEEDS.glob("*.html")))


class Seed(NamedTuple):
    """One sample article and what a careful person reads in it."""

    name: str
    article: Article
    reading: Reading


def load(name: str) -> Seed:
    """The seed `name`, its sentences cut as the product cuts them."""
    row = json.loads((SEEDS / f"{name}.json").read_text(encoding="utf-8"))
    article = Article(**row["article"], sentences=cut(row["article"]["text"], row["article"]["language"]))
    reading = Reading(
        claims=tuple(Claim(**claim) for claim in row["claims"]),
        sources=tuple(Source(**source) for source in row["sources"]),
        denials=tuple(Denial(**denial) for denial in row["denials"]),
        reader=ReaderInfo(name="offline"),
    )
    return Seed(name, article, reading)


def gold_row(seed: Seed) -> dict[str, Any]:
    """The gold of one article: a statement is what one source says in neighbouring sentences."""
    return {
        "id": seed.name,
        "language": seed.article.language,
        "text": seed.article.text,
        "statements": sorted(_statements(seed), key=lambda row: (row["start"], row["end"])),
        "denials": [_denial(seed, denial) for denial in seed.reading.denials],
    }


def gold_text() -> str:
    """What `gold.jsonl` must hold."""
    return "".join(json.dumps(gold_row(load(name)), ensure_ascii=False) + "\n" for name in NAMES)


def runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last number of each unbroken run, in order."""
    run: list[int] = []
    for n in sorted(set(numbers)):
        if run and n != run[-1] + 1:
            yield run[0], run[-1]
            run = []
        run.append(n)
    if run:
        yield run[0], run[-1]


def _statements(seed: Seed) -> Iterator[dict[str, Any]]:
    for source in seed.reading.sources:
        claims = [claim for claim in seed.reading.claims if source.id in claim.sources]
        for first, last in runs(n for claim in claims for n in claim.sentences):
            cues = [claim.cue for claim in claims if claim.cue and first <= claim.sentences[0] <= last]
            yield {
                **_span(seed.article, first, last),
                "source_name": source.name,
                "source_kind": source.kind,
                "cue": cues[0] if cues else None,
            }


def _denial(seed: Seed, denial: Denial) -> dict[str, Any]:
    names = [seed.reading.source(source).name for source in denial.sources]
    targets = [claim for claim in seed.reading.claims if claim.id in denial.claims]
    spans = [_span(seed.article, *run) for claim in targets for run in runs(claim.sentences)]
    return {
        **_span(seed.article, denial.sentences[0], denial.sentences[-1]),
        "source_name": " and ".join(name for name in names if name) or None,
        "kind": denial.kind,
        "targets": [[span["start"], span["end"]] for span in spans],
        "implied_claim": denial.implied_claim,
        "agreed": True,
    }


def _span(article: Article, first: int, last: int) -> dict[str, int]:
    return {"start": article.sentences[first - 1].start, "end": article.sentences[last - 1].end}


if __name__ == "__main__":
    GOLD.write_text(gold_text(), encoding="utf-8")
