"""Whom somebody tells, asks or warns is whom the article has there."""

import pytest

from bot.claims.grammar.evidence import analysed
from bot.claims.restatement import problems
from bot.claims.rules.addressees import addressee_problems
from tests.claims.articles import article

RECEIPTS = "The auditor advised Prell to keep every receipt, Achebe said."
FILE = "Vos met Teller on Monday and asked Clerk Imrie for the file."


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        (RECEIPTS, "The auditor told Achebe to keep every receipt."),
        (FILE, "Vos asked Teller for the file."),
    ],
)
def test_somebody_else_is_not_told(told: str, restated: str) -> None:
    """A name of the article that stands behind no verb of telling there is caught behind one."""
    assert addressee_problems(analysed(restated, "en"), [analysed(told, "en")])
    assert problems(article(told), restated, [1])


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        (RECEIPTS, "The auditor advised Prell to keep every receipt."),
        (FILE, "Vos asked Imrie for the file."),
        ("Lindqvist warned Captain Mara Oyelaran of the ice.", "Lindqvist warned Oyelaran of the ice."),
    ],
)
def test_who_is_told_may_be_called_by_a_shorter_name(told: str, restated: str) -> None:
    """The same addressee stands, under the full name or the last."""
    assert problems(article(told), restated, [1]) == ()


def test_nobody_is_told_in_the_sentences() -> None:
    """Where the sentences have no addressee at all, other checks judge."""
    told, restated = "Vos left the file with Teller.", "Vos asked Teller for the file."

    assert addressee_problems(analysed(restated, "en"), [analysed(told, "en")]) == []
