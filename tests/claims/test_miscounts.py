"""Numbers from elsewhere."""

import pytest

from bot.claims.grammar.evidence import analysed
from bot.claims.rules.miscounts import miscount_problems


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        (
            "en",
            ("The union said pay was 4 percent lower.", "The employers' league put the gap at 1.5 percent."),
            "The employers' league said the gap was 4 percent.",
        ),
        (
            "de",
            ("Er fragte, wohin mit 180 Kindern.", "Nach Angaben der Stadt besuchen 164 Kinder die drei Häuser."),
            "180 Kinder besuchen die drei Häuser.",
        ),
    ],
)
def test_the_sentence_that_tells_the_rest_has_its_own(language: str, told: tuple[str, ...], restated: str) -> None:
    """The number of one sentence is not put into another that has one of the same kind."""
    assert miscount_problems(analysed(restated, language), [analysed(each, language) for each in told])


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        (("The league put the gap at 1.5 percent.",), "The league said the gap was 1.5 percent."),
        (
            ("Pay was 4 percent lower in May.", "The league put the gap at 1.5 percent."),
            "In May pay was 4 percent lower.",
        ),
    ],
)
def test_its_own_number_stands(told: tuple[str, ...], restated: str) -> None:
    """A number beside the words that it stands with."""
    assert miscount_problems(analysed(restated, "en"), [analysed(each, "en") for each in told]) == []
