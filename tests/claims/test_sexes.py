"""Nobody is told to be of another sex."""

import pytest

from bot.claims.grammar.evidence import analysed
from bot.claims.rules.sexes import sex_problems


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("en", "Police held a 51-year-old man over the theft.", "A 51-year-old woman was held over the theft."),
        ("en", "Two girls were found in the barn.", "Two boys were found in the barn."),
        ("de", "Ein Mann wurde am Bahnhof verletzt.", "Am Bahnhof wurde eine Frau verletzt."),
        ("fr", "Une femme a été blessée à la gare.", "Un homme a été blessé à la gare."),
        ("es", "Un hombre resultó herido en la estación.", "Una mujer resultó herida en la estación."),
    ],
)
def test_people_of_one_sex_are_not_told_as_of_the_other(language: str, told: str, restated: str) -> None:
    """Nothing in the sentences speaks of that sex."""
    assert sex_problems(analysed(restated, language), [analysed(told, language)])


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("en", "A man and his wife were held.", "A woman was held."),
        ("en", "The man said that she had called him.", "The woman had called the man."),
        ("en", "A 51-year-old was held.", "A man was held."),
        ("de", "Ein Mann traf Karin Holm.", "Frau Holm traf einen Mann."),
    ],
)
def test_both_sexes_may_be_told_of(language: str, told: str, restated: str) -> None:
    """A pronoun tells as much as a noun, and a title tells of whoever bears the name."""
    assert sex_problems(analysed(restated, language), [analysed(told, language)]) == []


def test_an_answer_that_only_quotes_tells_of_no_sex() -> None:
    """An empty restatement says nothing of anybody."""
    assert sex_problems(analysed("", "en"), [analysed("A man was held.", "en")]) == []
