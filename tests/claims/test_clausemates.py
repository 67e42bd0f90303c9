"""A name stands beside the verb in whose clause the article has it."""

import pytest

from bot.claims.grammar.evidence import analysed
from bot.claims.restatement import problems
from bot.claims.rules.clausemates import clausemate_problems
from tests.claims.articles import article

QUAYS = "Tarn Quay lost 40 berths; Elm Quay gained a crane."
MILL = {
    "fr": "Reva Lind a vendu le moulin en mai, tandis que Odo Prieur peignait la grange.",
    "es": "Reva Lind vendió el molino en mayo, mientras Odo Prieto pintaba el granero.",
}


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("en", QUAYS, "Elm Quay lost 40 berths."),
        ("fr", MILL["fr"], "Odo Prieur a vendu le moulin en mai."),
        ("es", MILL["es"], "Odo Prieto vendió el molino en mayo."),
    ],
)
def test_the_name_of_another_clause_is_caught(language: str, told: str, restated: str) -> None:
    """What one of two did is not told of the other."""
    assert clausemate_problems(analysed(restated, language), [analysed(told, language)])
    assert problems(article(told, language), restated, [1])


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("en", QUAYS, "Tarn Quay lost 40 berths."),
        ("fr", MILL["fr"], "Reva Lind a vendu le moulin en mai."),
        ("es", MILL["es"], "Reva Lind vendió el molino en mayo."),
    ],
)
def test_the_name_of_the_same_clause_stands(language: str, told: str, restated: str) -> None:
    """One clause alone, with its own name, says what the article says."""
    assert problems(article(told, language), restated, [1]) == ()


def test_two_who_did_different_things_are_not_joined() -> None:
    """ "A and B lost 40" where only A lost and B gained."""
    told, restated = "Tarnwick lost 40 berths; Elmford gained a crane.", "Tarnwick and Elmford lost 40 berths."

    assert clausemate_problems(analysed(restated, "en"), [analysed(told, "en")])
