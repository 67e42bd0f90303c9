"""Which sample has what: `python -m tests.seeds.coverage` writes the table into seeds/README.md."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import get_args

from bot.claims.reading import Certainty, ClaimKind, DenialKind, Media, Reading, SourceKind, SpeechForm
from tests.seeds.gold import NAMES, SEEDS, load

README = SEEDS / "README.md"
_SHOWN = re.compile(r"(<!-- coverage -->\n)(.*?)(<!-- /coverage -->)", re.DOTALL)
Values = Callable[[Reading], Iterable[object]]
KINDS: tuple[tuple[str, object, Values], ...] = (
    ("kind of source", SourceKind, lambda reading: (source.kind for source in reading.sources)),
    ("media", Media, lambda reading: (source.media for source in reading.sources)),
    ("kind of claim", ClaimKind, lambda reading: (claim.kind for claim in reading.claims)),
    ("certainty", Certainty, lambda reading: (claim.certainty for claim in reading.claims)),
    ("form", SpeechForm, lambda reading: (claim.form for claim in reading.claims)),
    ("kind of denial", DenialKind, lambda reading: (denial.kind for denial in reading.denials)),
)


def coverage() -> str:
    """One row a value of the contract: how often it occurs, and in which samples."""
    readings = {name: load(name).reading for name in NAMES}
    rows = ["| term | value | times | samples |", "|---|---|---|---|"]
    for term, kind, values in KINDS:
        for value in get_args(kind):
            rows += [_row(term, value, {n: list(values(r)).count(value) for n, r in readings.items()})]
    rows += [_row(term, value, {n: count(r) for n, r in readings.items()}) for term, value, count in _counted()]
    return "\n".join(rows) + "\n"


def _counted() -> Iterator[tuple[str, str, Callable[[Reading], int]]]:
    yield "via", "one relay", lambda reading: sum(len(claim.via) == 1 for claim in reading.claims)
    yield "via", "two relays", lambda reading: sum(len(claim.via) == 2 for claim in reading.claims)
    yield "sources", "several together", lambda reading: sum(len(claim.sources) > 1 for claim in reading.claims)
    yield "sources", "none: the outlet's own voice", lambda reading: sum(not claim.sources for claim in reading.claims)
    yield "stated count", "given", lambda reading: sum(source.stated_count is not None for source in reading.sources)
    yield "hedge", "given", lambda reading: sum(claim.hedge is not None for claim in reading.claims)
    yield "implied claim", "given", lambda reading: sum(denial.implied_claim is not None for denial in reading.denials)


def _row(term: str, value: str, counts: dict[str, int]) -> str:
    there = [f"{name} {count}" for name, count in counts.items() if count]
    shown = ", ".join(there) if len(there) < len(counts) else "all"
    return f"| {term} | {value} | {sum(counts.values())} | {shown} |"


def shown() -> str:
    found = _SHOWN.search(README.read_text(encoding="utf-8"))
    assert found is not None, "seeds/README.md has lost its coverage"
    return found[2]


def write() -> None:
    text = README.read_text(encoding="utf-8")
    README.write_text(_SHOWN.sub(lambda match: match[1] + coverage() + match[3], text), encoding="utf-8")


if __name__ == "__main__":
    write()
