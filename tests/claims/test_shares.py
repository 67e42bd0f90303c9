"""A part is not told as the whole, nor a whole as the part."""

import pytest

from bot.claims.grammar.evidence import analysed
from bot.claims.restatement import problems
from bot.claims.rules.shares import share_problems
from tests.claims.articles import article

HALF = {
    "en": "Half of the drivers at Norwick Trams will get new contracts.",
    "de": "Ein Drittel der Lehrer in Talheim bekommt neue Verträge.",
    "fr": "La moitié des conducteurs de Valbrune auront un nouveau contrat.",
    "es": "La mitad de los conductores de Olmeda tendrán un contrato nuevo.",
}


@pytest.mark.parametrize(
    ("language", "restated"),
    [
        ("en", "The drivers at Norwick Trams will get new contracts."),
        ("de", "Die Lehrer in Talheim bekommen neue Verträge."),
        ("fr", "Les conducteurs de Valbrune auront un nouveau contrat."),
        ("es", "Los conductores de Olmeda tendrán un contrato nuevo."),
    ],
)
def test_half_of_them_are_not_all(language: str, restated: str) -> None:
    """The share may not be left out where the whole takes its place."""
    assert share_problems(analysed(restated, language), [analysed(HALF[language], language)])
    assert problems(article(HALF[language], language), restated, [1])


@pytest.mark.parametrize(
    ("language", "restated"),
    [
        ("en", "Half of the drivers will get new contracts."),
        ("de", "Ein Drittel der Lehrer in Talheim erhält neue Verträge."),
        ("fr", "La moitié des conducteurs auront un nouveau contrat."),
        ("es", "La mitad de los conductores tendrán un contrato nuevo."),
    ],
)
def test_the_share_may_be_told_with_less_around_it(language: str, restated: str) -> None:
    """The same half of the same people stands."""
    assert problems(article(HALF[language], language), restated, [1]) == ()


def test_a_sum_stays_on_its_side_of_half() -> None:
    """ "half of the cost of 85,000" is not "85,000, half of the cost"."""
    told = "The county paid half of the cost of 85,000 euros."

    assert share_problems(analysed("The county paid 85,000 euros, half of the cost.", "en"), [analysed(told, "en")])
    assert problems(article(told), "The county paid half of the 85,000 euros that it cost.", [1]) == ()
