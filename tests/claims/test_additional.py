"""How many there are is told apart from how many come to them."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article


@pytest.mark.parametrize(
    ("language", "sentence", "lie"),
    [
        ("en", "Skagen Line will run three departures a day.", "Skagen Line will run three more departures a day."),
        ("en", "Skagen Line will run three departures a day.", "Skagen Line will run another three departures a day."),
        ("de", "Die Reederei fährt drei Linien.", "Die Reederei fährt drei weitere Linien."),
        ("fr", "La ville a acheté trois navires.", "La ville a acheté trois navires supplémentaires."),
        ("es", "La ciudad compró tres barcos.", "La ciudad compró tres barcos más."),
    ],
)
def test_what_is_there_is_not_added(language: str, sentence: str, lie: str) -> None:
    """A word that adds a number to what there is must have one in the sentence."""
    assert problems(article(sentence, language), lie, [1])


@pytest.mark.parametrize(
    ("sentence", "restated"),
    [
        ("It will run three further departures a day.", "It will run three more departures a day."),
        ("Police questioned Moen and two mechanics.", "Police questioned Moen and another two mechanics."),
        ("It sold three ferries, more than it had planned.", "It sold three ferries, more than it had planned."),
    ],
)
def test_what_comes_to_it_stands(sentence: str, restated: str) -> None:
    """In other words for that, and of what an "and" adds."""
    assert problems(article(sentence, "en"), restated, [1]) == ()
