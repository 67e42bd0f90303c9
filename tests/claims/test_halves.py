"""Halves and quarters are numbers as others are."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

SAME = [
    ("en", "Half a million hens were moved.", "500,000 hens were moved."),
    (
        "en",
        "The bank raised its rate by half a percentage point.",
        "The bank raised its rate by 0.5 percentage points.",
    ),
    (
        "en",
        "The bank cut its rate by a quarter of a percentage point.",
        "The bank cut its rate by 0.25 percentage points.",
    ),
    ("en", "He was jailed for a year and a half.", "He was jailed for 18 months."),
    ("en", "The bell weighs two and a half tonnes.", "The bell weighs 2.5 tonnes."),
    ("de", "Eine halbe Million Hühner wurde verlegt.", "500.000 Hühner wurden verlegt."),
    ("de", "Er wurde zu anderthalb Jahren Haft verurteilt.", "Er wurde zu 18 Monaten Haft verurteilt."),
    ("fr", "Un demi-million de poules ont été déplacées.", "500 000 poules ont été déplacées."),
    ("fr", "Il a été condamné à deux ans et demi de prison.", "Il a été condamné à 2,5 ans de prison."),
    ("es", "Medio millón de gallinas fueron trasladadas.", "500.000 gallinas fueron trasladadas."),
    ("es", "Fue condenado a dos años y medio de cárcel.", "Fue condenado a 2,5 años de cárcel."),
]
OTHER = [
    ("en", "Half a million hens were moved.", "5 million hens were moved."),
    ("en", "Half a million hens were moved.", "A million hens were moved."),
    ("en", "The bank raised its rate by half a percentage point.", "The bank raised its rate by 5 percentage points."),
    ("en", "He was jailed for a year and a half.", "He was jailed for a year."),
    ("en", "The bell weighs two and a half tonnes.", "The bell weighs two tonnes."),
    ("de", "Eine halbe Million Hühner wurde verlegt.", "Eine Million Hühner wurde verlegt."),
    ("fr", "Il a été condamné à deux ans et demi de prison.", "Il a été condamné à deux ans de prison."),
    ("es", "Fue condenado a dos años y medio de cárcel.", "Fue condenado a dos años de cárcel."),
]


@pytest.mark.parametrize(("language", "told", "restated"), SAME)
def test_a_half_may_be_written_as_a_number(language: str, told: str, restated: str) -> None:
    """Either way round."""
    assert problems(article(told, language), restated, [1]) == ()
    assert problems(article(restated, language), told, [1]) == ()


@pytest.mark.parametrize(("language", "told", "restated"), OTHER)
def test_no_half_is_lost(language: str, told: str, restated: str) -> None:
    """Nor is one told as a whole."""
    assert problems(article(told, language), restated, [1])
