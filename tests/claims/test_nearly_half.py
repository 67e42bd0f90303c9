"""How nearly half something is."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

HALF = {
    "en": ("At least half of the staff left in May.", "Half of the staff left in May."),
    "de": ("Mehr als die Hälfte der Belegschaft ging im Mai.", "Die Hälfte der Belegschaft ging im Mai."),
    "fr": ("Plus de la moitié des salariés sont partis en mai.", "La moitié des salariés sont partis en mai."),
    "es": ("Más de la mitad de los empleados se fueron en mayo.", "La mitad de los empleados se fueron en mayo."),
}


@pytest.mark.parametrize("language", HALF)
def test_more_than_half_is_not_half(language: str) -> None:
    """A bound before a half is neither dropped nor added."""
    more, exact = HALF[language]
    assert problems(article(more, language), exact, [1])
    assert problems(article(exact, language), more, [1])


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("en", "Over half of the staff left in May.", "More than half of the staff left in May."),
        ("en", "Just under half of the staff left in May.", "Nearly half of the staff left in May."),
        ("de", "Knapp die Hälfte der Belegschaft ging im Mai.", "Fast die Hälfte der Belegschaft ging im Mai."),
        (
            "es",
            "Más de la mitad de los empleados se fueron en mayo.",
            "Más del 50 % de los empleados se fueron en mayo.",
        ),
    ],
)
def test_the_same_side_of_half_may_be_said_in_other_words(language: str, told: str, restated: str) -> None:
    """Another word for the same bound stands."""
    assert not problems(article(told, language), restated, [1])
