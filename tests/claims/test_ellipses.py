"""What a sentence does not say again counts as said."""

import pytest

from bot.claims.restatement import problems
from bot.claims.rules.ellipses import spelled_out
from tests.claims.articles import article

WAIT = {
    "en": "The wait fell from 212 minutes in January to 148 in June.",
    "de": "Die Wartezeit sank von 212 Minuten im Januar auf 148 im Juni.",
    "fr": "Le délai est passé de 212 minutes en janvier à 148 en juin.",
    "es": "La espera bajó de 212 minutos en enero a 148 en junio.",
}
SHELTERS = "The city built nine shelters and plans six more."
FUND = "Of the 67 million euros in the fund only 9,000,000 were found."


@pytest.mark.parametrize(
    ("language", "restated"),
    [
        ("en", "The wait was 148 minutes in June."),
        ("de", "Die Wartezeit sank auf 148 Minuten im Juni."),
        ("fr", "Le délai est passé à 148 minutes en juin."),
        ("es", "La espera bajó a 148 minutos en junio."),
    ],
)
def test_the_second_number_has_the_unit_of_the_first(language: str, restated: str) -> None:
    """ "from 212 minutes to 148" tells of 148 minutes."""
    assert problems(article(WAIT[language], language), restated, [1]) == ()


@pytest.mark.parametrize(
    ("language", "restated"),
    [
        ("en", "The wait was 148 hours in June."),
        ("de", "Die Wartezeit sank auf 148 Stunden im Juni."),
        ("fr", "Le délai est passé à 148 heures en juin."),
        ("es", "La espera bajó a 148 horas en junio."),
    ],
)
def test_no_other_unit_is_supplied(language: str, restated: str) -> None:
    """148 hours are not what "to 148" leaves unsaid."""
    found = problems(article(WAIT[language], language), restated, [1])

    assert any("another unit" in problem for problem in found), found


def test_six_more_are_more_of_the_same() -> None:
    """ "nine shelters and six more" counts shelters, and nothing else."""
    assert problems(article(SHELTERS), "The city plans six shelters.", [1]) == ()
    assert problems(article(SHELTERS), "The city plans six bridges.", [1])


def test_a_sum_has_the_currency_of_the_other_sums() -> None:
    """A large bare number beside euros is in euros, and in no other money."""
    assert problems(article(FUND), "Only nine million euros were found.", [1]) == ()
    assert problems(article(FUND), "Only nine million dollars were found.", [1])


def test_what_the_second_owner_has_is_said() -> None:
    """ "Corvane's fell" is told with the noun that only the first owner has."""
    told = "Bellhurst's revenue rose by 4 percent, while Corvane's fell."

    assert spelled_out(told, "en") == "Bellhurst's revenue rose by 4 percent, while Corvane's revenue fell."
    assert problems(article(told), "Corvane's revenue fell.", [1]) == ()
