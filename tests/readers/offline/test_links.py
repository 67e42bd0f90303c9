"""What a denial answers where an article makes several accusations."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.readers.offline.conftest import Fill, Filled

PASSAGES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("links.toml").read_text("utf-8"))["passage"]
# Of the denials in each part: how many are found, and of those how many answer what they speak of. May only rise.
FOUND = {"tuned": 20, "unseen": 19}
LINKED = {"tuned": 19, "unseen": 16}


@pytest.mark.parametrize("part", ["tuned", "unseen"])
def test_a_denial_answers_what_it_speaks_of(fill: Fill, part: str) -> None:
    """Among several claims it is tied to the one that it denies, and to nothing where nobody says so."""
    found = [
        met for passage in PASSAGES if passage["part"] == part for met in _found(fill(passage["text"].strip()), passage)
    ]

    assert len(found) >= FOUND[part]
    assert sum(found) >= LINKED[part]


def _found(filled: Filled, passage: dict[str, Any]) -> Iterator[bool]:
    """For each denial that is found, whether it is tied to the sentence with the wanted words."""
    article, form = filled.article, filled.draft.form
    for words, wanted in passage["denials"]:
        n = next(one.n for one in article.sentences if words in article.sentence(one.n))
        here = [denial for denial in form.denials if n in denial.sentences]
        answered = [n for denial in here for claim in form.claims if claim.id in denial.claims for n in claim.sentences]
        if here:
            yield any(wanted in article.sentence(n) for n in answered) if wanted else not answered
