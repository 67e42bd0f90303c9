"""What was so until some time is not so now."""

import pytest

from bot.claims.grammar.evidence import analysed
from bot.claims.rules.formerly import formerly_problems, never_problems


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("en", "The quay was the busiest until 2015.", "The quay is the busiest."),
        ("de", "Der Kai war bis 2015 der größte.", "Der Kai ist der größte."),
        ("fr", "Le quai était jusqu'en 2015 le plus grand.", "Le quai est le plus grand."),
        ("es", "El muelle fue hasta 2015 el más grande.", "El muelle es el más grande."),
    ],
)
def test_what_ended_does_not_last(language: str, told: str, restated: str) -> None:
    """ "Was until" is not "is"."""
    assert formerly_problems(analysed(restated, language), [analysed(told, language)])


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        ("The quay was the busiest until 2015.", "The quay was the busiest."),
        ("The quay was the busiest until 2015.", "Until 2015 the quay was the busiest."),
        ("She said the quay was the busiest.", "The quay is the busiest."),
    ],
)
def test_what_is_told_of_then_stands(told: str, restated: str) -> None:
    """In the past, with its limit, or in reported speech."""
    assert formerly_problems(analysed(restated, "en"), [analysed(told, "en")]) == []


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("en", "Nobody is a suspect for the time being.", "Nobody has ever been a suspect."),
        ("de", "Lind ist nicht verdächtig.", "Lind war nie verdächtig."),
        ("fr", "Lind n'est pas suspect.", "Lind n'a jamais été suspect."),
        ("es", "Lind no es sospechoso.", "Lind nunca fue sospechoso."),
    ],
)
def test_what_is_not_so_now_may_have_been(language: str, told: str, restated: str) -> None:
    """ "Is not" is not "never was"."""
    assert never_problems(analysed(restated, language), [analysed(told, language)])


def test_what_was_not_done_was_never_done() -> None:
    """Of the past either may be said."""
    assert never_problems(analysed("Lind never called.", "en"), [analysed("Lind did not call.", "en")]) == []
