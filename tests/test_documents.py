"""The pages in docs/ tell what the code does."""

import re
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from bot.article.article import Article
from bot.claims import reading
from bot.claims.reading import Claim, Denial, Report, Source
from tests.documents import DOCS, PAGES

JSON = (DOCS / "json.md").read_text(encoding="utf-8")
NOT_TOLD = {"lead", "pages", "validators"}
"""Fields of an article that are the bot's own."""


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_that_is_written_from_the_code_is_up_to_date(name: str) -> None:
    """`python -m tests.documents` writes it anew."""
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name]()


def told(heading: str) -> set[str]:
    """The field names in the first column under a heading."""
    _, _, rest = JSON.partition(f"## `{heading}`\n") if heading else ("", "", JSON)
    rows = re.findall(r"^\| (`[^|]+) \|", rest.partition("\n## ")[0], re.MULTILINE)
    return {name for row in rows for name in re.findall(r"`(\w+)`", row)}


@pytest.mark.parametrize(
    ("heading", "model"), [("article", Article), ("claims", Claim), ("sources", Source), ("denials", Denial)]
)
def test_the_contract_names_every_field_and_no_other(heading: str, model: type[BaseModel]) -> None:
    """Whoever programs against the page meets what it says."""
    assert told(heading) == set(model.model_fields) - (NOT_TOLD if model is Article else set())


def test_the_contract_names_every_field_of_the_whole() -> None:
    """The outer object, with the field that is there only sometimes."""
    article = Article(text="It rains.", sentences=())
    empty = reading.Reading(claims=(), sources=(), denials=(), reader=reading.ReaderInfo(name="offline"))

    whole = Report(article=article, reading=empty, unread=((1, 2),)).as_json()

    assert told("") == set(whole)


@pytest.mark.parametrize(
    "kind", ["SpeechForm", "Certainty", "ClaimKind", "SourceKind", "Media", "DenialKind", "Wording"]
)
def test_the_contract_names_every_value(kind: str) -> None:
    """Each value that a field can have stands in the page."""
    values: tuple[Any, ...] = get_args(getattr(reading, kind))

    assert [value for value in values if f"`{value}`" not in JSON] == []
