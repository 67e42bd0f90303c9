"""What is told in nobody's name, and figures that somebody puts at something."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("text", "role", "told"),
    [
        ("A jury was told on Monday that Orme took money.", "jury was told", "Orme took money"),
        ("The court heard that the safe was empty.", "court heard", "the safe was empty"),
        ("The tribunal was told he was a bully.", "tribunal was told", "he was a bully"),
        ("He had been seen near the house, the inquest heard.", "inquest heard", "He had been seen near the house"),
        ("It is understood that the plant will close.", "It is understood", None),
        ("It was put to her that she had lied.", "It was put to her", None),
        ("There are reports that he sold the house.", "reports", None),
        ("Reports suggested that he was in Spain.", "Reports", "he was in Spain"),
    ],
)
def test_what_nobody_is_named_for_is_told_in_those_words(fill: Fill, text: str, role: str, told: str | None) -> None:
    """The words that tell it are its source, and part of it where they hedge it."""
    filled = fill(text)

    [claim] = filled.claims
    [source] = filled.sources(claim)
    assert (source.name, source.kind, source.role) == (None, "anonymous", role)
    assert filled.content(claim) == (told or text[:-1])


@pytest.mark.parametrize(
    "text",
    [
        "It was decided that the school would close.",
        "It is said to be the oldest bridge in the valley.",
        "The court heard three witnesses on Monday.",
        "The committee was told to stop.",
        "There is a claim on the house.",
        "The driver heard that the road was shut.",
    ],
)
def test_a_decision_or_a_hearing_tells_nothing(fill: Fill, text: str) -> None:
    """Nothing is reported where nobody tells that something is so."""
    assert fill(text).claims == []


def test_who_told_the_court_is_the_source(fill: Fill) -> None:
    """A named speaker goes before the court that heard it."""
    filled = fill("The jury was told by prosecutor Ann Holt that he had lied.")

    assert [filled.names(claim) for claim in filled.claims] == [["Ann Holt"]]


def test_it_is_said_is_probable_at_most(fill: Fill) -> None:
    """The impersonal words hedge what they tell."""
    [claim] = fill("It is understood that the plant will close.").claims

    assert (claim.certainty, claim.hedge) == ("probable", "It is understood")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The police put the death toll at 12 on Tuesday.", "police"),
        ("The council puts the cost of repairs at more than £40,000.", "council"),
        ("The fire service has put the number of missing at four.", "fire service"),
        ("The agency put losses between 3 and 5 million euros.", "agency"),
        ("The number of dead was put at 12 by the fire service.", "fire service"),
    ],
)
def test_who_puts_a_figure_at_something_says_so(fill: Fill, text: str, speaker: str) -> None:
    """A count or a cost that somebody puts at a number is their estimate."""
    filled = fill(text)

    assert [filled.names(claim) for claim in filled.claims] == [[speaker]]


@pytest.mark.parametrize(
    "text",
    [
        "The team put the ball in the net.",
        "The move put 200 jobs at risk.",
        "The caretaker put the chairs at 12 tables.",
    ],
)
def test_putting_things_somewhere_says_nothing(fill: Fill, text: str) -> None:
    """No figure is told without something that is counted."""
    assert fill(text).claims == []


def test_what_is_claimed_by_nobody_in_particular_is_a_claim(fill: Fill) -> None:
    """The German passive, wherever it is claimed; not with an agent or a "not"."""
    told = "In sozialen Netzwerken wird {}behauptet, die Stadt schließe das Freibad."

    [claim] = fill(told.format(""), "de").draft.form.claims

    assert claim.sentences == [1]
    assert fill(told.format("nicht "), "de").draft.form.claims == []
