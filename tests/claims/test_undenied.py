"""Denials that are denied, and those that only seem to be."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

FIRE = "La police soupçonne un court-circuit, sans exclure un acte volontaire."


def test_what_is_still_denied_is_denied() -> None:
    """German "noch" negates only behind "weder"."""
    told = article("Das Werk hatte den Verlust noch im Mai bestritten.", "de")

    assert problems(told, "Im Mai hatte das Werk den Verlust bestritten.", [1]) == ()


def test_neither_confirmed_nor_denied_is_not_denied() -> None:
    """ "weder bestätigen noch bestreiten" denies nothing."""
    told = article("Das Werk wollte den Verlust weder bestätigen noch bestreiten.", "de")

    assert problems(told, "Das Werk bestreitet den Verlust.", [1])


@pytest.mark.parametrize(
    "restated",
    [
        "La police soupçonne un court-circuit, mais n'exclut pas un acte volontaire.",
        "Un acte volontaire n'est pas exclu.",
    ],
)
def test_without_ruling_out_rules_nothing_out(restated: str) -> None:
    """ "sans exclure" is "ne pas exclure"."""
    assert problems(article(FIRE, "fr"), restated, [1]) == ()


def test_without_ruling_out_is_no_ruling_out() -> None:
    """Nor is it "exclure"."""
    assert problems(article(FIRE, "fr"), "La police exclut un acte volontaire.", [1])
