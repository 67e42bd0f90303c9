"""Whose lawyer it is, where a possessive begins the sentence."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

TOLD = {
    "de": "Karstädt klagte. Sein Anwalt Jonas Ebeling sagte, die Landrätin habe von den Aufträgen gewusst.",
    "fr": "Chabrol a nié. Son avocate, Nadia Kessous, affirme que la maire connaissait les virements.",
    "es": "Cabrales lo negó. Su abogada, Nadia Quiroga, sostiene que la alcaldesa conocía los pagos.",
}


@pytest.mark.parametrize(
    ("language", "restated"),
    [
        ("de", "Jonas Ebeling, der Anwalt der Landrätin, sagte, sie habe von den Aufträgen gewusst."),
        ("fr", "Nadia Kessous, l'avocate de la maire, affirme qu'elle connaissait les virements."),
        ("es", "Nadia Quiroga, abogada de la alcaldesa, sostiene que esta conocía los pagos."),
    ],
)
def test_a_possessive_does_not_mean_who_is_named_later(language: str, restated: str) -> None:
    """Its owner stands in a sentence before."""
    assert problems(article(TOLD[language], language), restated, [2])


def test_a_possessive_means_who_was_named_before() -> None:
    """The one of the sentence before."""
    restated = "Jonas Ebeling, der Anwalt von Karstädt, sagte, die Landrätin habe von den Aufträgen gewusst."
    assert problems(article(TOLD["de"], "de"), restated, [2]) == ()
