"""Who does it, and what somebody is, only as the sentences tell."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

DAM = "The mill's operator, Andra, blamed a contractor, Dravo, for the leak.\nHe promised that whoever was responsible would pay."
STUDY = (
    "Henrik Falk, an epidemiologist who had no part in the study, called the trial too small.\nThe authors disagreed."
)
WARNED = '"We warned them in May," said Dravo\'s director, Elena Vargas.'
PACKS = "Two clerks said Veltra had known of the fault since January, which the company denies."
COSTS = "Korin declined to comment on the costs.\nVeltra had known of the fault."


@pytest.mark.parametrize(
    ("told", "n", "restated"),
    [
        (DAM, 2, "He promised that Andra would pay."),
        (DAM, 1, "Dravo, the mill's operator, was blamed for the leak."),
        (STUDY, 1, "Henrik Falk, one of the study's authors, called the trial too small."),
        (WARNED, 1, "Elena Vargas said Dravo had been warned in May."),
        (PACKS, 1, "Two clerks denied that Veltra had known of the fault since January."),
        (COSTS, 1, "Korin said the costs were not yet known."),
        ("Clerks had failed to show that Blum knew of the payments.", 1, "Blum had not known of the payments."),
        (
            "Greg Sandler sued Lola Marchetti.\nHe said she had cancelled it.",
            2,
            "Greg Sandler said he had cancelled it.",
        ),
        (
            "The car maker recalled 90 electric vans.",
            1,
            "The car maker recalled 90 electric cars.",
        ),
        ("Lodd reached the semi-finals of the cup.", 1, "Lodd reached the final of the cup."),
        (
            "The bloc had no information that the crew had been beaten.",
            1,
            "The crew had not been beaten, the bloc said.",
        ),
    ],
)
def test_who_is_another_is_found(told: str, n: int, restated: str) -> None:
    """Nobody is made who does it, or somebody else, out of words that the article has for another."""
    assert problems(article(told), restated, [n])


@pytest.mark.parametrize(
    ("told", "n", "restated"),
    [
        (DAM, 2, "He promised that whoever was responsible would pay."),
        (DAM, 1, "Andra, the mill's operator, blamed Dravo for the leak."),
        (STUDY, 1, "Henrik Falk, an epidemiologist, called the trial too small."),
        (WARNED, 1, "Dravo's director, Elena Vargas, said they had been warned in May."),
        (PACKS, 1, "The company denies that it had known of the fault since January."),
        (
            "Clerks had failed to show that Blum knew of the payments.",
            1,
            "Clerks did not show that Blum knew of the payments.",
        ),
        (
            "Greg Sandler sued Lola Marchetti.\nHe said she had cancelled it.",
            2,
            "Marchetti had cancelled it, Sandler said.",
        ),
        ("The airport plans a flight ban.", 1, "The airport plans to ban flights."),
        ("Lodd reached the semi-finals of the cup.", 1, "Lodd got to the semi-finals of the cup."),
    ],
)
def test_the_same_is_left_alone(told: str, n: int, restated: str) -> None:
    """In other words too."""
    assert problems(article(told), restated, [n]) == ()
