"""Relative clauses with "that": they tell which body is meant, and neither speak nor are said."""

import pytest

from bot.readers.offline.reader import draft
from tests.claims.articles import article_of_lines
from tests.readers.offline.conftest import Fill

SPEAKERS = [
    ("en", "The company that maintains the bridge denied that it had been warned.", "company"),
    ("en", "The council that owns the quay rejected the claim.", "council"),
    ("en", "The charity that she founded denied that money was missing.", "charity"),
    ("en", "A spokesman for the firm that runs the ferry said the crew was trained.", "firm"),
    ("en", "The agency that oversees banks told parliament that the rules were clear.", "agency"),
    ("en", "The union that represents the drivers did not respond to a request for comment.", "union"),
    ("es", "La empresa que mantiene el puente negó que la hubieran avisado.", "empresa"),
    ("es", "El grupo que organizó la marcha dijo que nadie resultó herido.", "grupo"),
    ("fr", "L’entreprise que dirige M. Rand a nié avoir été avertie.", "entreprise"),
]


@pytest.mark.parametrize(("code", "text", "name"), SPEAKERS, ids=[case[1] for case in SPEAKERS])
def test_a_clause_that_tells_which_body_is_meant_is_no_speaker(code: str, text: str, name: str) -> None:
    """Who speaks is the body before "that", and nothing inside the clause says anything."""
    form = draft(article_of_lines(text, code)).form

    assert [source.name for source in form.sources] == [name]
    assert len(form.claims) + len(form.denials) == 1


TOLD = [
    ("en", "The judge told the company that banks had a duty.", "Banks had a duty."),
    ("en", "The minister told the council that owners had lied.", "Owners had lied."),
    ("en", "The union maintains that the bridge was closed on Monday.", "The bridge was closed on Monday."),
    ("en", "The clerk said on Monday that the firm was bankrupt.", "The firm was bankrupt."),
]


@pytest.mark.parametrize(("code", "text", "told"), TOLD, ids=[case[1] for case in TOLD])
def test_a_that_behind_a_verb_of_saying_still_begins_what_is_said(fill: Fill, code: str, text: str, told: str) -> None:
    """Behind "told the company" the clause is what was told, and "maintains that" says something."""
    filled = fill(text, code)

    assert [filled.content(claim).lower() for claim in filled.claims] == [told.lower().rstrip(".")]
