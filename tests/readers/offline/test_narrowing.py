"""Who makes clear that it was only so much answers who said more of them."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Lena Falk said the mayor drew two salaries. The mayor clarified that he drew only one."),
        (
            "de",
            "Lena Falk sagte, der Landrat habe zwei Gehälter bezogen. Der Landrat stellte klar, er beziehe nur eines.",
        ),
        ("fr", "Lena Falk affirme que le maire savait. Le maire a précisé n'en avoir été informé qu'en juin."),
        ("es", "Lena Falk dijo que el alcalde cobró dos sueldos. El alcalde aclaró que solo cobra uno."),
    ],
)
def test_only_so_much_answers_more(fill: Fill, language: str, text: str) -> None:
    """A verb for making clear, and "only" or "ne … que", of oneself."""
    assert fill(text, language).answered(2) == [1]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Lena Falk affirme que le maire a inauguré le pont. Le maire a précisé que le pont mesure 40 mètres."),
        (
            "es",
            "Lena Falk dijo que el alcalde inauguró el puente. El alcalde aclaró que el puente solo mide 40 metros.",
        ),
        ("de", "Lena Falk sagte, der Landrat sei beliebt. Jan Roos stellte klar, die Halle habe nur montags geöffnet."),
    ],
)
def test_what_is_made_clear_of_another_thing_answers_nothing(fill: Fill, language: str, text: str) -> None:
    """It only adds to what was said."""
    assert fill(text, language).draft.form.denials == []
