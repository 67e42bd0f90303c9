"""Who did it is not added."""

import pytest

from bot.claims.grammar.evidence import analysed
from bot.claims.restatement import problems
from bot.claims.rules.authorship import authorship_problems
from tests.claims.articles import article


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


def test_an_owner_did_not_do_what_a_passive_leaves_open() -> None:
    """Who is spoken of in another sentence is not made the doer."""
    told = article("The bridge was closed on Friday. The council owns it.", "en")
    assert problems(told, "The council closed the bridge on Friday.", [1, 2])
