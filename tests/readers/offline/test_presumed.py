"""Denials whose form supposes that somebody said it: "he was not", "does not deny it, but", "her denial that"."""

import pytest

from bot.readers.offline.reader import draft
from tests.claims.articles import article_of_lines

PRESUMED = [
    (
        "en",
        "denies",
        "John Bray claimed that the minister had been told.\nThe allegation was not borne out by the letters, the union said.",
    ),
    ("en", "denies", "John Bray said the minister had been told.\nHe was not, the union said."),
    ("en", "denies", "John Bray accused Mary Hill of theft.\nHill's denial that she took the money drew laughter."),
    (
        "en",
        "partly_denies",
        "John Bray said Mary Hill had taken a gift.\nHill does not deny the gift, but says it was a book.",
    ),
    (
        "fr",
        "partly_denies",
        "Jean Bray a affirmé que la ministre avait reçu un cadeau.\nLa ministre ne nie pas avoir reçu un cadeau, mais affirme que c'était un livre.",
    ),
    (
        "es",
        "partly_denies",
        "Juan Bray afirmó que la ministra había recibido un regalo.\nLa ministra no niega haber recibido un regalo, pero dice que era un libro.",
    ),
]
NOT_PRESUMED = [
    "The shop opened on Monday.\nMary Hill was glad, and John Bray was not, the union said.",
    "John Bray said Mary Hill had taken a gift.\nHill does not deny the gift.",
    "The old denial of service attack ended on Monday.\nMary Hill said so.",
]


@pytest.mark.parametrize(("language", "kind", "text"), PRESUMED)
def test_what_supposes_a_claim_denies_it(language: str, kind: str, text: str) -> None:
    """It answers the sentence in which somebody said so."""
    form = draft(article_of_lines(text, language)).form
    [denial] = form.denials

    assert (denial.kind, denial.sentences) == (kind, [2])
    assert [claim.sentences for claim in form.claims if claim.id in denial.claims] == [[1]]


@pytest.mark.parametrize("text", NOT_PRESUMED)
def test_what_only_looks_like_it_denies_nothing(text: str) -> None:
    """A contrast of two people, what is merely not denied, and a word in a name."""
    assert draft(article_of_lines(text, "en")).form.denials == []
