"""What nobody knows yet, what is pleaded, and what is only let be done."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

CAUSE = (
    "The cause of the collapse was not immediately clear, but a union official said there had been cracks in the walls."
)
LASTS = '"We don\'t know yet how long protection lasts," Fonseca said.'
PLEA = "Denning, who had pleaded not guilty, was convicted by a jury in May."
DAM = "The governor will let engineers inspect the dam."
RULES = "The police force said it had tightened its rules since Denning's arrest."
PRICES = "Brandt rejected the minister's warning that prices would rise."
CROWD = "Journeys are expected to take up to an hour longer."


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        (CAUSE, "The collapse was caused by cracks in the walls."),
        (LASTS, "Fonseca said that protection does not last long."),
        (PLEA, "Denning pleaded guilty."),
        (DAM, "Engineers have inspected the dam."),
        (RULES, "Denning's arrest led the police force to tighten its rules."),
        (PRICES, "Brandt warned that prices would rise."),
        (CROWD, "Journeys will take at least an hour longer."),
    ],
)
def test_what_is_open_stays_open(told: str, restated: str) -> None:
    """An unknown cause, an open question, a plea, a permission and a rejected warning are told as no fact."""
    assert problems(article(told), restated, [1])


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        ("The cause of the fire is unknown, officials said.", "What caused the fire is unknown."),
        ("The cause of the fire is unknown, officials said.", "It is unclear what caused the fire, officials said."),
        (LASTS, "Fonseca said it was not yet known how long protection lasts."),
        (PLEA, "Denning pleaded not guilty."),
        ("Ames was found not guilty of fraud by a jury.", "A jury acquitted Ames of fraud."),
        ("A jury found Ames not guilty of fraud.", "Ames was acquitted of fraud by a jury."),
        ("The council is considering whether to sell the hall.", "The council is considering selling the hall."),
        ("Ministers agreed in Lisbon on Saturday to halve it.", "Ministers agreed to halve it."),
        ("It was Mr Dunn who had asked the bank for help.", "Mr Dunn had asked the bank for help."),
        ("Ann Lee wrote to him on 3 April asking him to act.", "On April 3, Ann Lee wrote to him asking him to act."),
    ],
)
def test_what_is_open_may_be_told_in_other_words(told: str, restated: str) -> None:
    """The same question, plea or plan stands in another wording."""
    assert problems(article(told), restated, [1]) == ()


SALES = "The average price of a home is now £291,000, up from £284,000 a year ago."
CLIMBERS = "The men, aged 24 and 31, had lost their way, a spokesman for the rescue team said."
SERVICES = "The diocese said it was too early to say when services would resume."
WINDS = "Winds of up to 130 kilometres per hour brought down trees and power lines, the weather service reported."


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        (SALES, "The average price of a home was £291,000 a year ago."),
        (SERVICES, "The diocese said services would resume early."),
    ],
)
def test_times_stay_with_what_they_tell_of(told: str, restated: str) -> None:
    """A former figure's time is not that of today's, and what it is too early for is not early."""
    assert problems(article(told), restated, [1])


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        (SALES, "The average price of a home was £284,000 a year ago."),
        (CLIMBERS, "The men had lost their way, according to a spokesman for the rescue team."),
        (
            WINDS,
            "According to the weather service, trees and power lines were brought down by winds of up to 130 kilometres per hour.",
        ),
        ("Zanto, based in Rotterdam, said it would cooperate.", "Rotterdam-based Zanto said it would cooperate."),
        (
            "South Korea's biggest chip maker, Hanseo, said it would build a plant in Texas.",
            "Hanseo, South Korea's biggest chip maker, said it would build a plant in Texas.",
        ),
    ],
)
def test_names_and_sources_may_stand_elsewhere(told: str, restated: str) -> None:
    """Who says it may open the sentence, and a name may stand before what its bearer is."""
    assert problems(article(told), restated, [1]) == ()
