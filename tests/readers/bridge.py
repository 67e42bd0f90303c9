"""A short article written for these tests, and what a model should make of it."""

from collections.abc import AsyncIterator, Sequence
from typing import Any

from bot.article.article import Article, Sentence
from bot.claims.form import AnswerDraft, AnswerForm, Complaint, Draft, Form
from bot.errors import ReaderError
from bot.readers.openai import OpenAIReader
from tests.model_answers import says

LINES = (
    "Bridge may close, engineer says",
    "The old bridge may close in May, Ada Obi said.",
    "The city denied it.",
)


def article(*lines: str, lead: int = 1) -> Article:
    """An article with one sentence a line."""
    lines = lines or LINES
    sentences, at = [], 0
    for n, line in enumerate(lines, 1):
        sentences.append(Sentence(n=n, start=at, end=at + len(line)))
        at += len(line) + 1
    return Article(
        title=lines[0], outlet="The Test", published_at="2026-11-02", text="\n".join(lines),
        sentences=tuple(sentences), lead=lead,
    )  # fmt: skip


def source(id_: str = "s1", name: str | None = "Ada Obi") -> dict[str, Any]:
    return {"id": id_, "name": name, "kind": "person", "role": None, "media": "none", "count": None}


def claim(id_: str = "c1", text: str = "The old bridge may close in May.", **changes: Any) -> dict[str, Any]:
    return {
        "id": id_, "text": text, "sentences": [2], "sources": ["s1"], "via": [], "cue": "said",
        "certainty": "possible", "hedge": "may", "kind": "prediction",
    } | changes  # fmt: skip


def denial(**changes: Any) -> dict[str, Any]:
    return {
        "sources": ["s2"], "via": [], "kind": "denies", "claims": ["c1"], "implied": None, "sentences": [3],
    } | changes  # fmt: skip


GOOD = {"sources": [source(), source("s2", "The city")], "claims": [claim()], "denials": [denial()]}
TOLD = {"told": True, "parts": [{"text": "It may close in May.", "sentences": [2]}]}


def with_claims(*claims: dict[str, Any], denials: Sequence[dict[str, Any]] = ()) -> dict[str, Any]:
    return GOOD | {"claims": list(claims), "denials": list(denials)}


async def content(form: Form) -> Sequence[Complaint]:
    """A check that never complains."""
    return ()


async def content_with_answer(form: AnswerForm) -> Sequence[Complaint]:
    return ()


async def must_hedge(form: Form) -> Sequence[Complaint]:
    """A check that wants the hedge in each restatement, and only sentences that exist."""
    return [
        Complaint(claim.id, "the hedge `may` is missing")
        for claim in form.claims
        if "may" not in claim.text or not set(claim.sentences) <= {1, 2, 3}
    ]


async def drafts(reader: OpenAIReader, check: Any = content, about: Article | None = None) -> list[Draft]:
    return [draft async for draft in reader.read(about or article(), check)]


async def answers(reader: OpenAIReader, question: str, check: Any = content_with_answer) -> list[AnswerDraft]:
    return [draft async for draft in reader.answer(article(), question, [], check)]


async def until_it_fails(reading: AsyncIterator[Draft]) -> tuple[list[Draft], ReaderError | None]:
    """The drafts that came, and the error that ended them."""
    seen: list[Draft] = []
    try:
        async for draft in reading:
            seen.append(draft)  # noqa: PERF401  what came before the error counts
    except ReaderError as error:
        return seen, error
    return seen, None


class Naps:
    """Stands in for `asyncio.sleep`: takes no time and keeps how long it was to take."""

    def __init__(self) -> None:
        self.taken: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.taken.append(seconds)


BAD = with_claims(claim(text="The old bridge will close in May."))
"""Its one claim lacks the hedge."""

HALF = with_claims(claim(), claim("c2", "The old bridge will close in May."))
"""Of its two claims the second lacks the hedge."""

LONG = with_claims(claim(), claim("c2", "The new bridge may open in June."), denials=[denial()])
WRITTEN = says(LONG).text
