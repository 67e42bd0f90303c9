"""Who alone is meant is told with what tells them apart."""

import pytest

from bot.claims.grammar.evidence import analysed
from bot.claims.rules.chosen import chosen_problems


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("en", "Only passengers with a pass may use the train.", "Passengers may use the train."),
        ("de", "Nur Studenten im ersten Semester bekommen ein Zimmer.", "Studenten bekommen ein Zimmer."),
        ("fr", "Seuls les clients avec une carte ont une remise.", "Les clients ont une remise."),
        ("es", "Solo los socios con carné votan.", "Los socios votan."),
    ],
)
def test_some_are_not_all(language: str, told: str, restated: str) -> None:
    """ "Only members with a card" are not "members"."""
    assert chosen_problems(analysed(restated, language), [analysed(told, language)])


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        ("Only passengers with a pass may use the train.", "Passengers with a pass may use the train."),
        ("Only passengers with a pass may use the train.", "Some passengers may use the train."),
        ("Only the mayor of Lyne voted against it.", "The mayor voted against it."),
        ("Only half of the members came.", "Half of the members came."),
    ],
)
def test_what_tells_them_apart_is_enough(told: str, restated: str) -> None:
    """A single one, a part of them, and those who are told apart."""
    assert chosen_problems(analysed(restated, "en"), [analysed(told, "en")]) == []
