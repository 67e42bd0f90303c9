"""For whom something holds is told with it."""

import pytest

from bot.claims.grammar.evidence import analysed
from bot.claims.rules.groups import group_problems


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("en", "The pill works in adults, but has not been tested in children.", "The pill works."),
        ("de", "Das Mittel wirkt bei Erwachsenen, bei Kindern wurde es nicht geprüft.", "Das Mittel wirkt."),
        ("fr", "Le vaccin est efficace chez les adultes, mais pas chez les enfants.", "Le vaccin est efficace."),
        ("es", "El fármaco funciona en adultos, pero no en niños.", "El fármaco funciona."),
        ("en", "The pier is closed to lorries.", "The pier is closed."),
        ("de", "Der Kai ist für Lastwagen gesperrt.", "Der Kai ist gesperrt."),
        ("fr", "Le quai est fermé aux camions.", "Le quai est fermé."),
        ("es", "El muelle está cerrado a los camiones.", "El muelle está cerrado."),
    ],
)
def test_a_group_is_not_all(language: str, told: str, restated: str) -> None:
    """What holds for some and not for others, and what is closed to some."""
    assert group_problems(analysed(restated, language), [analysed(told, language)])


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        ("The pill works in adults, but has not been tested in children.", "In adults the pill works."),
        ("The pill works in adults, but not in children.", "The pill works in adults but not in children."),
        ("The pier is closed to lorries.", "Lorries may not use the pier, which is closed to them."),
        ("The pier is closed for May.", "The pier is closed."),
    ],
)
def test_the_group_itself_stands(told: str, restated: str) -> None:
    """Where it is named, and where only the time is left out."""
    assert group_problems(analysed(restated, "en"), [analysed(told, "en")]) == []
