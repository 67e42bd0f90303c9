"""What was so until some time is not so now."""

import pytest

from bot.claims.grammar.evidence import analysed
from bot.claims.rules.formerly import formerly_problems


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
