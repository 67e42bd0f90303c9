"""Readers over gold files: figures, mistakes and tables."""

import io
import json
from collections.abc import AsyncGenerator, Sequence
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from bot.article.article import Article
from bot.claims import grounding
from bot.claims.form import AnswerDraft, Draft, Form
from bot.claims.reading import ReaderInfo, Usage
from bot.errors import ReaderUnavailable
from bot.evaluation import mistakes, summary, tables
from bot.evaluation.finished import Finished
from bot.evaluation.runner import Checks, Evaluation, evaluate
from bot.ports.reader import CheckAnswer, CheckForm, Watched, always
from bot.readers.offline import OfflineReader
from tests.fakes import FakeReader

CHECKS = Checks(ground=grounding.ground, complain=grounding.complaints)
TEXT = "Headline: A bridge\nPublisher: The Daily\n\nMary Hill said it is safe. It rained on Monday. Tom Reed nodded."


class Silent:
    """A reader whose server is away."""

    info = ReaderInfo(name="openai", model="away")

    def in_language(self, language: str | None) -> "Silent":
        return self

    async def read(self, article: Article, check: CheckForm, watched: Watched = always) -> AsyncGenerator[Draft]:
        raise ReaderUnavailable
        yield

    async def answer(
        self,
        article: Article,
        question: str,
        earlier: Sequence[tuple[str, str]],
        check: CheckAnswer,
    ) -> AsyncGenerator[AnswerDraft]:
        raise ReaderUnavailable
        yield


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    said, nodded = "Mary Hill said it is safe.", "Tom Reed nodded."
    statements = [
        {"start": TEXT.index(part), "end": TEXT.index(part) + len(part), "source_name": name, "source_kind": "person"}
        for part, name in ((said, "Mary Hill"), (nodded, "Tom Reed"))
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "a", "text": TEXT, "statements": statements, "denials": None}) + "\n", "utf-8")
    return path


@pytest.fixture
async def evaluation(gold: Path) -> Evaluation:
    return await evaluate([gold], {"offline": OfflineReader(), "away": Silent()}, CHECKS)


async def test_readers_and_floors_side_by_side(evaluation: Evaluation) -> None:
    """The offline reader finds one of two; who failed is counted as failed; the floors come last."""
    offline, away, every, speech = summary.summaries(evaluation)

    found = offline.triples["sentences"]
    assert (found.precision.value, found.recall.value) == (1.0, 0.5)
    assert offline.shares["name"].value == 1.0
    assert offline.grounded_after.value == 1.0
    assert away.failures == {"reader_unavailable": 1}
    assert every.triples["sentences"].recall.value == 1.0
    assert speech.reader == summary.BASE


async def test_each_mistake_shows_its_sentence(evaluation: Evaluation) -> None:
    """What was missed stands there with what the gold has."""
    [missed] = mistakes.of(evaluation, ["offline"])

    assert (missed.what, missed.sentence, missed.wanted) == ("missed", "Tom Reed nodded.", "Tom Reed (person)")


async def test_the_figures_are_json(evaluation: Evaluation) -> None:
    """Programs get the same figures, macro and pooled, and each article's counts."""
    plain = json.loads(json.dumps(summary.as_json(evaluation)))

    assert plain["macro"][0]["triples"]["sentences"]["recall"]["value"] == 0.5
    assert [row["failure"] for row in plain["articles"] if row["reader"] == "away"] == ["reader_unavailable"]


async def test_people_get_tables(evaluation: Evaluation) -> None:
    """Every reader and measure that has a figure is in the table."""
    console = Console(width=200, record=True, file=io.StringIO())

    for table in tables.figures(summary.summaries(evaluation)):
        console.print(table)
    console.print(tables.mistakes(mistakes.of(evaluation, ["offline"])))

    shown = console.export_text()
    assert "quotation mark or verb" in shown
    assert "P 1.00 R .500" in shown
    assert "Tom Reed nodded." in shown


async def test_progress_is_heard(gold: Path) -> None:
    """Each article that is done is told."""
    done: list[str] = []

    await evaluate([gold], {"offline": OfflineReader()}, CHECKS, on_done=lambda run: done.append(run.gold.id))

    assert done == ["a"]


async def test_a_row_that_is_no_gold_is_named(tmp_path: Path) -> None:
    """File and line stand in the error."""
    path = tmp_path / "bad.jsonl"
    path.write_text('{"id": "a"}\n', "utf-8")

    with pytest.raises(ValueError, match=r"bad\.jsonl, line 1"):
        await evaluate([path], {"offline": OfflineReader()}, CHECKS)


@pytest.mark.slow
async def test_the_offline_reader_beats_the_floor(shared_data: Path) -> None:
    """On the journalism school's articles and the denials, above what is required of it."""
    paths = [shared_data / name for name in ("sourcing-dev.jsonl", "denials-dev.jsonl")]

    offline, _, floor = summary.summaries(await evaluate(paths, {"offline": OfflineReader()}, CHECKS))

    sentences, denials = offline.triples["sentences"].f1.value, offline.triples["denials"].f1.value
    base = floor.triples["sentences"].f1.value
    assert sentences is not None
    assert denials is not None
    assert base is not None
    assert sentences > max(base, 0.80)
    assert denials > 0.60


def a_model(calls: list[str]) -> FakeReader:
    class Counting(FakeReader):
        async def read(self, article: Article, check: CheckForm, watched: Watched = always) -> AsyncGenerator[Draft]:
            calls.append(article.digest)
            yield Draft(Form(sources=[], claims=[], denials=[]), done=True, usage=Usage(input_tokens=7, requests=1))

    return Counting()


async def test_what_is_finished_is_not_read_again(gold: Path, tmp_path: Path) -> None:
    """A second run takes the draft, its cost and its time from the file and scores it again."""
    calls: list[str] = []
    kept = tmp_path / "deep" / "kept.jsonl"

    first = await evaluate([gold], {"m": a_model(calls)}, CHECKS, finished=Finished(kept))
    again = await evaluate([gold], {"m": a_model(calls)}, CHECKS, finished=Finished(kept))

    assert len(calls) == 1
    assert [run.kept for run in (*first.runs["m"], *again.runs["m"])] == [False, True]
    assert summary.summaries(again)[0] == summary.summaries(first)[0]


@pytest.mark.parametrize(
    "change",
    [
        {"model": "another"},
        {"prompt": "another"},
        {"name": "openai", "model": None},
        {"language": "de", "prompt": "p-de"},
    ],
)
async def test_another_model_or_prompt_is_another_reading(gold: Path, tmp_path: Path, change: dict[str, Any]) -> None:
    """The key is reader, model, prompt and text."""
    calls: list[str] = []
    one, other = a_model(calls), a_model(calls)
    other.info = one.info.model_copy(update=change)
    kept = tmp_path / "kept.jsonl"

    for reader in (one, other):
        await evaluate([gold], {"m": reader}, CHECKS, finished=Finished(kept))

    assert len(calls) == 2


async def test_a_failure_is_tried_again(gold: Path, tmp_path: Path) -> None:
    """Only what was read is kept; the rules cost nothing and are never kept."""
    kept = tmp_path / "kept.jsonl"

    await evaluate([gold], {"offline": OfflineReader(), "away": Silent()}, CHECKS, finished=Finished(kept))

    assert not kept.exists()


async def test_a_line_that_was_cut_short_is_passed_over(gold: Path, tmp_path: Path) -> None:
    """A run that was killed while it wrote goes on all the same."""
    calls: list[str] = []
    kept = tmp_path / "kept.jsonl"
    await evaluate([gold], {"m": a_model(calls)}, CHECKS, finished=Finished(kept))
    kept.write_text(kept.read_text("utf-8") + '{"key": "x", "draft": {"form"', "utf-8")

    [run] = (await evaluate([gold], {"m": a_model(calls)}, CHECKS, finished=Finished(kept))).runs["m"]

    assert run.kept


async def test_a_first_line_that_was_cut_short_is_written_behind(gold: Path, tmp_path: Path) -> None:
    """A file with nothing but half a line is still known as one of finished articles."""
    kept = tmp_path / "kept.jsonl"
    kept.write_text('{"key": "x', "utf-8")

    await evaluate([gold], {"m": a_model([])}, CHECKS, finished=Finished(kept))

    [run] = (await evaluate([gold], {"m": a_model([])}, CHECKS, finished=Finished(kept))).runs["m"]
    assert run.kept


async def test_the_language_of_gold_is_heard(tmp_path: Path) -> None:
    """A German article is read by the German rules, with its language named or not."""
    text = "Die Fähre\n\nDie Fähre bleibt am Montag im Hafen, sagte Mara Ilves der Zeitung in der Stadt."
    rows = [{"id": n, "text": text, "statements": []} | extra for n, extra in (("a", {"language": "de"}), ("b", {}))]
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")

    found = await evaluate([path], {"offline": OfflineReader()}, CHECKS)

    assert [run.report.article.language for run in found.runs["offline"] if run.report] == ["de", "de"]
    assert all(run.report and run.report.reading.claims for run in found.runs["offline"])


async def test_each_article_stands_against_the_floor(evaluation: Evaluation) -> None:
    """Won and lost are named, so that somebody can look."""
    console = Console(width=200, record=True, file=io.StringIO())

    console.print(tables.by_article(evaluation))

    shown = console.export_text()
    [row] = [line for line in shown.splitlines() if " a " in line]
    assert row.count("-") == 1
    assert ".667" in row


@pytest.mark.parametrize("held", [b"SQLite format 3\0\xff", b"OPENAI_API_KEY=k\n", b'{"id": "1"}\n'])
def test_a_file_of_something_else_is_not_written_to(held: bytes, tmp_path: Path) -> None:
    """Finished articles are never added to a database, to settings or to gold that somebody named by mistake."""
    other = tmp_path / "other"
    other.write_bytes(held)

    with pytest.raises(FileExistsError):
        Finished(other)
