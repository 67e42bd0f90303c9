"""Hedges, kinds and restatements of claims."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("said", "certainty", "hedge"),
    [
        ("the bridge is safe", "certain", None),
        ("the bridge is highly likely to close", "probable", "highly likely"),
        ("the bridge may close", "possible", "may"),
        ("the mayor allegedly lied", "possible", "allegedly"),
        ("the city must close it", "unstated", None),
    ],
)
def test_a_hedge_is_kept_as_it_stands(fill: Fill, said: str, certainty: str, hedge: str | None) -> None:
    """How firmly it is put follows from the source's own words."""
    [claim] = fill(f"Mary Hill said {said}.").claims

    assert (claim.certainty, claim.hedge) == (certainty, hedge)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mary Hill said the bridge was built by hand.", "fact"),
        ("Mary Hill said the bridge cost $30 million.", "figure"),
        ("Mary Hill said the bridge will close.", "prediction"),
        ("Mary Hill promised to close the bridge.", "intention"),
        ("Mary Hill urged the city to close the bridge.", "directive"),
        ("Mary Hill said the bridge is beautiful.", "opinion"),
    ],
)
def test_kinds(fill: Fill, text: str, kind: str) -> None:
    """Verb and words tell what kind of claim it is."""
    assert fill(text).claims[0].kind == kind


def test_a_clause_is_restated_alone(fill: Fill) -> None:
    """Source and cue are left out, nothing else changes."""
    assert fill("Mary Hill said that the old bridge is not safe.").claims[0].text == "The old bridge is not safe."


@pytest.mark.parametrize(
    "text",
    [
        "“I will close it,” Mary Hill said.",
        "Mary Hill said she will close the bridge.",
        "Mary Hill accused the city of hiding cracks.",
    ],
)
def test_what_needs_its_sentence_is_not_restated(fill: Fill, text: str) -> None:
    """First persons, pronouns and accusations are shown as the article has them."""
    assert fill(text).claims[0].text == ""


def test_a_reported_hedge_goes_on_with_the_report(fill: Fill) -> None:
    """ "were also allegedly injured" belongs to the source of the sentence before."""
    filled = fill("Police said six soldiers were killed. Three soldiers were also allegedly hurt.")

    assert filled.names(filled.of(2)) == ["Police"]
