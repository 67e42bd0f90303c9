"""Whose deed is whose, of those who have no name."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("en", "The council rejected the plan. The union praised it.", "The union rejected the plan."),
        ("en", "The firm rejected the plan. The workers praised it.", "The workers rejected the plan."),
        (
            "en",
            "The Environment Agency carried out an inspection of the landfill after residents complained of a smell.",
            "Residents carried out an inspection of the landfill.",
        ),
        ("fr", "La mairie a rejeté le projet. Les habitants l'ont salué.", "Les habitants ont rejeté le projet."),
        ("es", "El Ayuntamiento rechazó el plan. Los vecinos lo elogiaron.", "Los vecinos rechazaron el plan."),
    ],
)
def test_nobody_does_what_another_does(language: str, told: str, restated: str) -> None:
    """Whoever does something else in the same sentences, and is of another kind or number, has not done it."""
    text = article(told, language)
    assert problems(text, restated, [s.n for s in text.sentences])


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        ("The council rejected the plan. The authority praised the union.", "The authority rejected the plan."),
        ("The council rejected the plan. The union welcomed the talks.", "The union welcomed the talks."),
        ("The plan was rejected by the council. The union praised it.", "The council rejected the plan."),
    ],
)
def test_who_may_be_meant_may_be_told(told: str, restated: str) -> None:
    """Two nouns of one kind may be for the same body, and a passive has its doer behind it."""
    assert problems(article(told, "en"), restated, [1, 2]) == ()
