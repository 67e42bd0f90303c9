"""Nothing that is never, nowhere or hardly so is told as so."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

LOST = [
    ("en", "The firm has at no time sold a false map.", "The firm has sold a false map."),
    ("en", "The guide was by no means lost.", "The guide was lost."),
    ("de", "Die Firma habe zu keinem Zeitpunkt falsche Karten verkauft.", "Die Firma hat falsche Karten verkauft."),
    ("de", "Der Steg wird auf keinen Fall vor Mai geöffnet.", "Der Steg wird vor Mai geöffnet."),
    ("fr", "La société n'a à aucun moment vendu de fausses cartes.", "La société a vendu de fausses cartes."),
    ("es", "La empresa no vendió en ningún momento mapas falsos.", "La empresa vendió mapas falsos."),
    (
        "de",
        "Der Verband verlangte, dass die Pächter nicht für Schäden der Stadt zahlen.",
        "Der Verband verlangte, dass die Pächter zahlen.",
    ),
    ("en", "Almost nobody came to the fair.", "Nobody came to the fair."),
    ("en", "The crew was small but consisted almost entirely of cooks.", "The crew consisted entirely of cooks."),
    ("de", "Fast alle Boote wurden verkauft.", "Alle Boote wurden verkauft."),
    ("fr", "Presque toutes les barques ont été vendues.", "Toutes les barques ont été vendues."),
    ("es", "Casi todas las barcas fueron vendidas.", "Todas las barcas fueron vendidas."),
]
KEPT = [
    ("en", "The firm has at no time sold a false map.", "The firm has never sold a false map."),
    ("de", "Die Firma habe zu keinem Zeitpunkt falsche Karten verkauft.", "Die Firma hat nie falsche Karten verkauft."),
    ("fr", "La société n'a à aucun moment vendu de fausses cartes.", "La société n'a jamais vendu de fausses cartes."),
    ("es", "La empresa no vendió en ningún momento mapas falsos.", "La empresa nunca vendió mapas falsos."),
    ("en", "Almost every boat was sold.", "Almost all boats were sold."),
]


@pytest.mark.parametrize(("language", "told", "restated"), LOST)
def test_a_negation_of_several_words_is_not_lost(language: str, told: str, restated: str) -> None:
    """Nor one that stands before what else is told of its verb, nor "almost" before all or none."""
    assert problems(article(told, language), restated, [1])


@pytest.mark.parametrize(("language", "told", "restated"), KEPT)
def test_other_words_may_negate_as_much(language: str, told: str, restated: str) -> None:
    """ "Never" is "at no time"."""
    assert problems(article(told, language), restated, [1]) == ()
