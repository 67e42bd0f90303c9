"""Verbs that say nothing beside the noun of a deed."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        (
            "Die Behörde prüfte im April die Bäckerei.",
            "Die Behörde führte im April eine Prüfung der Bäckerei durch.",
        ),
        (
            "Der Vorstand hat darüber noch nicht entschieden.",
            "Der Vorstand hat darüber noch keine Entscheidung getroffen.",
        ),
        (
            "Ein Mann wurde am Sonntag bei einem Brand schwer verletzt.",
            "Bei einem Brand erlitt ein Mann am Sonntag schwere Verletzungen.",
        ),
    ],
)
def test_a_german_deed_may_be_told_by_its_noun(told: str, restated: str) -> None:
    """The verb beside the noun may stand anywhere in its clause."""
    assert problems(article(told, "de"), restated, [1]) == ()


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        (
            "en",
            "The agency inspected the site after residents complained.",
            "Residents carried out an inspection of the site.",
        ),
        (
            "de",
            "Die Behörde prüfte im April die Bäckerei.",
            "Die Bäckerei führte im April eine Prüfung der Behörde durch.",
        ),
        (
            "fr",
            "La préfecture a contrôlé le camping en juillet.",
            "Le camping a effectué un contrôle de la préfecture en juillet.",
        ),
    ],
)
def test_the_noun_of_a_deed_keeps_its_doer(language: str, told: str, restated: str) -> None:
    """Whoever else carries out an inspection has not inspected."""
    assert problems(article(told, language), restated, [1])
