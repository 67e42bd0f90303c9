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


RAID = """
The group's leader, Eva Lind, claimed that there had been too few life jackets.
The operator, Nordline, rejected her claim and said it would not pay.
Its owner, Otto Kern, could not be reached for comment.
Nordline used a password that was sold in March.
"Our ships meet every standard," said the company's lawyer, Anne Morel.
"""


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (2, "Nordline denied Eva Lind's claim."),
        (2, "Nordline refused to pay."),
        (4, "Nordline used a password sold in March."),
        (5, "Anne Morel said Nordline's ships met every standard."),
    ],
)
def test_another_verb_says_the_same(number: int, said: str) -> None:
    """Whoever rejects her claim denies it, and whoever will not pay refuses to."""
    assert problems(article(RAID.strip()), said, [number]) == ()


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (2, "Nordline accepted Eva Lind's claim."),
        (3, "Otto Kern declined to comment."),
        (3, "Otto Kern refused to comment."),
        (4, "Nordline sold a password in March."),
        (5, "Eva Lind said Nordline's ships met every standard."),
    ],
)
def test_no_other_verb_says_more(number: int, said: str) -> None:
    """Who could not be reached has not declined, and who uses what was sold has not sold it."""
    assert problems(article(RAID.strip()), said, [number]) != ()
