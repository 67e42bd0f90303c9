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


@pytest.mark.parametrize(
    ("text", "n", "answered"),
    [
        (
            (
                "Owen Mbatha estimated that one heater in 9,000 was affected.\n"
                "That figure was disputed by the parents' group Safe Start, which believes that it is one in 2,000."
            ),
            2,
            [1],
        ),
        (
            (
                "Joan Tolley said the company had offered her vouchers.\n"
                "Acme confirmed that vouchers had gone out in May but denied that they had been meant as compensation."
            ),
            2,
            [1],
        ),
        (
            (
                "Three people died, one of them a child, Bo Reed said.\n"
                "Owen Mbatha estimated that one heater in 9,000 was affected.\n"
                "That figure was disputed by the parents' group Safe Start."
            ),
            3,
            [2],
        ),
        (
            (
                "A neighbour said four officers sat on him.\n"
                "Bev Chaudhry rejected the idea, put about by some stewards, that an ambulance had been held up."
            ),
            2,
            [],
        ),
    ],
)
def test_what_a_denial_speaks_of_is_found_in_its_sentence(fill: Fill, text: str, n: int, answered: list[int]) -> None:
    """By its pronoun, behind an aside, and not in what those who deny say besides."""
    filled = fill(text)

    [denial] = [denial for denial in filled.draft.form.denials if n in denial.sentences]
    assert [k for claim in filled.claims if claim.id in denial.claims for k in claim.sentences] == answered
