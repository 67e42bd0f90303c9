"""Hedges that may stand for each other."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

SUGGESTED = {
    "en": "The tests suggest that the dye came from the mill.",
    "de": "Die Proben deuten darauf hin, dass der Farbstoff aus der Mühle stammt.",
    "fr": "Les analyses laissent penser que la teinture vient du moulin.",
    "es": "Las pruebas apuntan a que el tinte viene del molino.",
}


@pytest.mark.parametrize(
    ("language", "restated"),
    [
        ("en", "The dye may have come from the mill."),
        ("de", "Der Farbstoff könnte aus der Mühle stammen."),
        ("fr", "La teinture pourrait venir du moulin."),
        ("es", "El tinte podría venir del molino."),
    ],
)
def test_what_is_suggested_may_be(language: str, restated: str) -> None:
    """ "may have come" tells no more than "suggest that it came"."""
    assert problems(article(SUGGESTED[language], language), restated, [1]) == ()


@pytest.mark.parametrize(
    ("language", "restated"),
    [
        ("en", "The dye came from the mill."),
        ("de", "Der Farbstoff stammt aus der Mühle."),
        ("fr", "La teinture vient du moulin."),
        ("es", "El tinte viene del molino."),
    ],
)
def test_what_is_suggested_is_not_known(language: str, restated: str) -> None:
    """Without any hedge it is refused."""
    assert problems(article(SUGGESTED[language], language), restated, [1])


def test_what_will_be_is_no_mere_possibility() -> None:
    """ "may" takes back what "will" tells."""
    assert problems(article("The dam will burst in May."), "The dam may burst in May.", [1])
