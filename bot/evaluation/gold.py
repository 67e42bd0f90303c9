"""Gold: articles whose statements or denials somebody labelled by hand."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.claims.reading import DenialKind, SourceKind


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Statement(_Row):
    """`text[start:end]` is what the source says; `source_name` is None for one without a name."""

    start: int
    end: int
    source_name: str | None = None
    source_kind: SourceKind | None = None
    cue: str | None = None


class GoldDenial(_Row):
    """`text[start:end]` denies what stands at `targets`; `agreed` is False where the labelling was not unanimous."""

    start: int
    end: int
    source_name: str | None = None
    kind: DenialKind | None = None
    targets: tuple[tuple[int, int], ...] = ()
    implied_claim: str | None = None
    agreed: bool = True


class Vote(_Row):
    """What somebody found wrong with a reading of the article.

    `what` is what they said is wrong (`wrong_claim`, `missed_claim`, `wrong_source`, `missed_denial`, `other`), `claim`
    the claim they said it of with its `sentences`, `comment` their words; None where they said nothing. `count` people.
    """

    what: str | None = None
    claim: str | None = None
    sentences: tuple[int, ...] = ()
    comment: str | None = None
    reader: str | None = None
    at: str | None = None
    count: int = 1


class Gold(_Row):
    """One article. None instead of a list means that this was not labelled, which is not the same as none.

    `language` is a code, None where the text has to tell.
    """

    id: str
    text: str
    language: str | None = None
    statements: tuple[Statement, ...] | None = None
    denials: tuple[GoldDenial, ...] | None = None
    votes: tuple[Vote, ...] = ()
    lead: int = Field(default=0, ge=0)


def read(paths: Iterable[Path]) -> Iterator[Gold]:
    """The rows of JSONL files, in order. Raises `ValueError` with file and line for a row that is none."""
    for path in paths:
        for number, line in enumerate(path.read_text("utf-8").split("\n"), start=1):
            if line.strip():
                yield _row(path, number, line)


def _row(path: Path, number: int, line: str) -> Gold:
    try:
        return Gold.model_validate(json.loads(line))
    except (json.JSONDecodeError, ValidationError) as error:
        raise ValueError(f"{path}, line {number}: {error}") from error
