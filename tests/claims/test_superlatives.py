"""How far a superlative goes."""

import pytest

from bot.claims.grammar.evidence import analysed
from bot.claims.rules.superlatives import superlative_problems


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("en", "It was the driest May since 1990.", "It was the driest May ever."),
        ("en", "It is the highest fine it has imposed.", "It is one of the highest fines it has imposed."),
        ("de", "Es ist die höchste Strafe seit 1990.", "Es ist die höchste Strafe jemals."),
        ("fr", "C'est le mois le plus sec depuis 1990.", "C'est le mois le plus sec jamais mesuré."),
        ("es", "Es el mes más seco desde 1990.", "Es uno de los meses más secos desde 1990."),
    ],
)
def test_its_reach_is_kept(language: str, told: str, restated: str) -> None:
    """No "ever" is added, and the one is not one of several."""
    assert superlative_problems(analysed(restated, language), [analysed(told, language)])


def test_the_same_reach_stands() -> None:
    """ "Ever" and "one of" where the sentence has them too."""
    told = analysed("It was one of the driest months ever.", "en")

    assert superlative_problems(analysed("One of the driest months ever, she said.", "en"), [told]) == []
