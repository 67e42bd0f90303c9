"""Who did it is not added."""

import pytest

from bot.claims.grammar.evidence import analysed
from bot.claims.rules.authorship import authorship_problems


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("en", "Jo Traub was dismissed in May.", "The city dismissed Jo Traub in May."),
        ("de", "Jo Traub wurde im Mai entlassen.", "Die Stadt hat Jo Traub im Mai entlassen."),
        ("fr", "Jo Traub a été licencié en mai.", "La ville a licencié Jo Traub en mai."),
    ],
)
def test_a_doer_is_not_added(language: str, told: str, restated: str) -> None:
    """The passive leaves open who did it."""
    assert authorship_problems(analysed(restated, language), [analysed(told, language)])


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        ("Jo Traub was dismissed by the city.", "The city dismissed Jo Traub."),
        ("The city said that Jo Traub was dismissed.", "The city dismissed Jo Traub."),
        ("Jo Traub was dismissed in May.", "Jo Traub was dismissed."),
    ],
)
def test_whom_the_sentence_has_stands(told: str, restated: str) -> None:
    """Who is named there, and nobody."""
    assert authorship_problems(analysed(restated, "en"), [analysed(told, "en")]) == []
