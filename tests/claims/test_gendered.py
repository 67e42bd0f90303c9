"""Whether a man or a woman is spoken of."""

import pytest

from bot.claims.grammar.evidence import analysed
from bot.claims.restatement import problems
from bot.claims.rules.gendered import gender_problems
from tests.claims.articles import article


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("en", "A woman was arrested in Port Lessing on Saturday.", "A man was arrested in Port Lessing on Saturday."),
        ("de", "Ein Fahrer starb am Montag in Ulm.", "Eine Fahrerin starb am Montag in Ulm."),
        ("fr", "Une conductrice est morte lundi à Nantes.", "Un conducteur est mort lundi à Nantes."),
        ("es", "Un conductor murió el viernes en Lorca.", "Una conductora murió el viernes en Lorca."),
    ],
)
def test_a_woman_is_not_told_as_a_man(language: str, told: str, restated: str) -> None:
    """The noun for the other sex is another person."""
    assert problems(article(told, language), restated, [1])


def test_a_woman_does_not_do_what_a_man_did_in_the_next_sentence() -> None:
    """Who is the subject of the same verb is compared, wherever both are spoken of."""
    told = article("A woman was arrested in Port Lessing on Saturday. A man was taken to hospital.", "en")
    assert problems(told, "A man was arrested in Port Lessing on Saturday.", [1, 2])
    assert not problems(told, "A man was taken to hospital.", [1, 2])


def test_she_is_not_he() -> None:
    """A pronoun for a man needs somebody who may be one."""
    told = article("A nurse was dismissed in May. She was taken to court.", "en")
    assert problems(told, "He was taken to court.", [2])


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
    assert gender_problems(analysed(restated, language), [analysed(told, language)])


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
    assert gender_problems(analysed(restated, language), [analysed(told, language)]) == []


def test_an_answer_that_only_quotes_tells_of_no_sex() -> None:
    """An empty restatement says nothing of anybody."""
    assert gender_problems(analysed("", "en"), [analysed("A man was held.", "en")]) == []
