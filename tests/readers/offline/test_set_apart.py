"""Relative clauses that commas set apart: "Acme, which announced a sale, said that …" says two things."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("code", "text", "contents"),
    [
        ("en", "Acme, which announced 400 job cuts in May, said it would hire again.", ["400 job cuts in May", "it would hire again"]),
        ("en", "Acme, which reported a loss of $1.1 million last month, has said it expects a profit.", ["a loss of $1.1 million last month", "it expects a profit"]),
        ("en", "Ada Bright, who said that the bridge was safe, now says it must close.", ["the bridge was safe", "it must close"]),
        ("fr", "La société Acme, qui a annoncé 400 suppressions d'emplois en mai, a déclaré qu'elle embaucherait.", ["400 suppressions d'emplois en mai", "elle embaucherait"]),
    ],
)  # fmt: skip
def test_a_clause_set_apart_ends_before_the_main_verb(fill: Fill, code: str, text: str, contents: list[str]) -> None:
    """Each of the two verbs has its own words, and both the same speaker."""
    filled = fill(text, code)

    assert [filled.content(claim).strip(" .") for claim in filled.claims] == contents
    assert len({tuple(claim.sources) for claim in filled.claims}) == 1


@pytest.mark.parametrize(
    "text",
    ["Acme said that the pump, which failed in May, was new.", "Ada Bright said the mayor, who denied it, was gone."],
)
def test_a_clause_within_what_is_said_stays_in_it(fill: Fill, text: str) -> None:
    """Nothing of what somebody says is cut off by a clause inside it."""
    filled = fill(text)

    assert filled.content(filled.of(1)).rstrip(".").endswith(("was new", "was gone"))


def test_an_outlet_that_quotes_another_is_the_one_that_reports(fill: Fill) -> None:
    """ "Radio Sael, quoting the daily Kurant, which cited two officers, reported": nobody is called "quoting"."""
    filled = fill(
        "The broadcaster Radio Sael, quoting the daily Kurant, which cited two unnamed officers, reported on Saturday that "
        "General Prand had been held."
    )

    called = [source.name or source.role or "" for claim in filled.claims for source in filled.sources(claim)]
    assert not any(one.startswith("quoting") for one in called)
    assert any("Radio Sael" in one for one in called)
