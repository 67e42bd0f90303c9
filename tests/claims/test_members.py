"""Whose members, and whom a reproach is told of: the same said with names in other places."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article_of_lines

TRAINS = """
Trains shake
The drivers' union said its members had reported vibrations in October and had been told to keep driving.
The transport ministry said its officers had found two cracks.
"""
CLUB = """
La piscine reste fermée
La mairie ferme la piscine municipale.
Le club de natation, qui compte 640 licenciés, reproche à la municipalité de l'avoir prévenu trop tard.
Son président est absent.
Une soixantaine de jeunes ont déjà quitté le club, selon lui.
"""


@pytest.mark.parametrize(
    ("text", "language", "number", "said"),
    [
        (
            TRAINS,
            "en",
            2,
            "Members of the drivers' union reported vibrations in October and were told to keep driving.",
        ),
        (TRAINS, "en", 3, "The transport ministry's officers found two cracks."),
        (CLUB, "fr", 3, "La municipalité a prévenu le club de natation trop tard."),
        (CLUB, "fr", 5, "Une soixantaine de jeunes ont déjà quitté le club de natation."),
    ],
)
def test_the_same_with_names_in_other_places_stands(text: str, language: str, number: int, said: str) -> None:
    """ "Its members" are the speaker's, and a reproach is told of whom it is made to."""
    assert problems(article_of_lines(text.strip(), language), said, [number]) == ()


@pytest.mark.parametrize(
    ("text", "language", "number", "said"),
    [
        (TRAINS, "en", 2, "Members of the transport ministry reported vibrations in October."),
        (TRAINS, "en", 2, "The transport ministry's members reported vibrations in October."),
        (TRAINS, "en", 3, "Officers of the drivers' union found two cracks."),
        (TRAINS, "en", 2, "The drivers' union told its members to keep driving."),
        (CLUB, "fr", 3, "Le club de natation a prévenu la municipalité trop tard."),
    ],
)
def test_names_in_each_others_places_are_refused(text: str, language: str, number: int, said: str) -> None:
    """Neither somebody else's members nor the reproach the other way round."""
    assert problems(article_of_lines(text.strip(), language), said, [number])
