"""How much more or less there is of something is not how much there is."""

import pytest

from bot.claims.grammar.evidence import analysed
from bot.claims.rules.differences import difference_problems


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("en", "Wardens counted 300 fewer herons on the lake.", "Wardens counted 300 herons on the lake."),
        ("de", "Die Wächter zählten 300 Reiher weniger am See.", "Die Wächter zählten 300 Reiher am See."),
        ("fr", "Les gardes ont compté 300 hérons de moins.", "Les gardes ont compté 300 hérons."),
        ("es", "Los guardas contaron 300 garzas menos.", "Los guardas contaron 300 garzas."),
    ],
)
def test_a_difference_is_no_amount(language: str, told: str, restated: str) -> None:
    """The word of a difference stands behind the number or behind what is counted."""
    assert difference_problems(analysed(restated, language), [analysed(told, language)])


def test_a_word_of_another_language_compares_nothing() -> None:
    """English "plus" adds, where French "plus" is more."""
    told = analysed("The airline has offered 4% plus a payment.", "en")

    assert difference_problems(analysed("The airline has offered a 4% rise and a payment.", "en"), [told]) == []
