"""Verbs that tell what befalls their subject, and nouns that only tell more of one."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

MAPS = "Some of these maps were bought, and some were stolen, said Ann Rask of the Dunmark Library."


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        ("A helper was given the wrong key.", "A helper received the wrong key."),
        ("The next hearing will be held in July.", "The next hearing will take place in July."),
        ("Up to 40 posts might go in Dunmark.", "Up to 40 posts might be lost in Dunmark."),
    ],
)
def test_what_befalls_somebody_needs_no_passive(told: str, restated: str) -> None:
    """ "received" stands for "was given", "take place" for "be held"."""
    assert problems(article(told), restated, [1]) == ()


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        ("The clerk gave the guard the key.", "The clerk received the key."),
        ("The guard was given the key by the clerk.", "The clerk received the key."),
        ("A helper was given the wrong key.", "The wrong key received a helper."),
    ],
)
def test_who_gives_does_not_get(told: str, restated: str) -> None:
    """ "receive" is no other word for "give", but what it is for who stands on the other side."""
    assert problems(article(told), restated, [1])


def test_a_noun_behind_a_preposition_tells_more_of_the_subject() -> None:
    """ "the maps in the library were bought": the library neither bought nor was bought."""
    restated = "Some of the maps in the Dunmark Library were bought and some were stolen."

    assert problems(article(MAPS), restated, [1]) == ()


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        ("The board of Norvik sued Calder.", "The board of Calder sued Norvik."),
        ("The report by the council criticised Norvik.", "The report by Norvik criticised the council."),
    ],
)
def test_whom_it_tells_more_of_stays_the_same(told: str, restated: str) -> None:
    """The board of the one is not the board of the other."""
    assert problems(article(told), restated, [1])
