"""Gold: articles whose statements or denials somebody labelled by hand."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.article.characters import HALF_CHARACTER
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

    `what` is what they said is wrong (`wrong_claim`, `missed_claim`, `wrong_source`, `wrong_denial`, `missed_denial`,
    `other`), `claim` the claim they said it of with its `sentences`, `comment` their words; None where they said nothing. `count` people.
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
    """The rows of JSONL files, in order. Raises `ValueError` with one sentence that names the file.

    A row that is none is named with its line; so is a second one with the same id, which would be counted twice.
    """
    seen: dict[str, str] = {}
    for path in paths:
        for number, line in enumerate(_lines(path), start=1):
            if line.strip():
                row, where = _row(path, number, line), f"{path}, line {number}"
                if row.id in seen:
                    raise ValueError(f"{where}: the id {row.id} is that of {seen[row.id]} already")
                seen[row.id] = where
                yield row


def _lines(path: Path) -> list[str]:
    try:
        lines = path.read_text("utf-8-sig").split("\n")
    except UnicodeDecodeError:
        raise ValueError(f"{path} is no text in UTF-8") from None
    except FileNotFoundError:
        raise ValueError(f"there is no {path}") from None
    except OSError as error:
        raise ValueError(f"{path} does not open ({error.strerror})") from None
    if not any(line.strip() for line in lines):
        raise ValueError(f"{path} is empty")
    return lines


def _row(path: Path, number: int, line: str) -> Gold:
    try:
        said = json.loads(line)
        row = Gold.model_validate(said)
    except json.JSONDecodeError as error:
        raise ValueError(f"{path}, line {number}: this is no JSON from character {error.pos + 1} on") from None
    except ValidationError as error:
        raise ValueError(f"{path}, line {number}: {_first(error)}") from None
    except (ValueError, RecursionError):
        raise ValueError(f"{path}, line {number}: no JSON of gold is as deep, or has numbers as long") from None
    half = HALF_CHARACTER.search(json.dumps(said, ensure_ascii=False))
    if wrong := "half a character stands alone in it" if half else _misplaced(row):
        raise ValueError(f"{path}, line {number}: {wrong}")
    return row


def _misplaced(row: Gold) -> str | None:
    """The first thing that points to no place in the text: scored, it would be a miss of every reader."""
    places: list[tuple[str, int, int]] = []
    for n, said in enumerate(row.statements or ()):
        places.append((f"statements.{n}", said.start, said.end))
    for n, denial in enumerate(row.denials or ()):
        places.append((f"denials.{n}", denial.start, denial.end))
        places += [(f"denials.{n}.targets.{m}", *target) for m, target in enumerate(denial.targets)]
    length = len(row.text)
    wrong = ((where, start, end) for where, start, end in places if not 0 <= start < end <= length)
    where, start, end = next(wrong, ("", 0, 0))
    return f"{where}: {start} to {end} is no place in a text of {length} characters" if where else None


def _first(error: ValidationError) -> str:
    """What is wrong first, and how much else."""
    errors = error.errors(include_url=False, include_input=False, include_context=False)
    where = ".".join(map(str, errors[0]["loc"]))
    more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
    return f"{where + ': ' if where else ''}{errors[0]['msg'][:1].lower()}{errors[0]['msg'][1:]}{more}"
