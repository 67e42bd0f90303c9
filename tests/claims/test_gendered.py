"""Whether a man or a woman is spoken of."""

import pytest

from bot.claims.restatement import problems
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
