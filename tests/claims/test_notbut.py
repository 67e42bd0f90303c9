"""What German "nicht aber" and a denial with an infinitive reach."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

INQUIRY = "Die Staatsanwaltschaft ermittelt gegen Trettin wegen Bestechung, nicht aber gegen Karstädt."
SUIT = "Karstädt bestreitet, Geld angenommen zu haben, und kündigte an, gegen die Kündigung zu klagen."


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        (INQUIRY, "Die Staatsanwaltschaft ermittelt gegen Karstädt wegen Bestechung."),
        (INQUIRY, "Die Staatsanwaltschaft ermittelt gegen Trettin und Karstädt wegen Bestechung."),
        (SUIT, "Karstädt hat Geld angenommen."),
    ],
)
def test_what_is_denied_is_not_told(told: str, restated: str) -> None:
    """ "Aber" behind the negation does not end it."""
    assert problems(article(told, "de"), restated, [1])


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        (INQUIRY, "Die Staatsanwaltschaft ermittelt gegen Trettin wegen Bestechung."),
        (SUIT, "Karstädt will gegen die Kündigung klagen."),
    ],
)
def test_the_rest_is_not_denied(told: str, restated: str) -> None:
    """What stands in another clause needs no denial."""
    assert problems(article(told, "de"), restated, [1]) == ()
