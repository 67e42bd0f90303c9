"""What something came after is not what was done."""

import pytest

from bot.claims.grammar.evidence import analysed
from bot.claims.rules.displaced import displaced_problems


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("en", "Jon Ferrer announced his retreat after claims of waste.", "Jon Ferrer announced claims of waste."),
        ("en", "The guild signed the charter despite protests.", "The guild signed protests."),
        ("fr", "Jon Ferrer a annoncé son départ après des accusations.", "Jon Ferrer a annoncé des accusations."),
        ("es", "Jon Ferrer anunció ayer su salida tras las acusaciones.", "Jon Ferrer anunció acusaciones."),
    ],
)
def test_what_it_came_after_is_not_its_object(language: str, told: str, restated: str) -> None:
    """A noun behind "after" or "despite" does not follow the verb by itself."""
    assert displaced_problems(analysed(restated, language), [analysed(told, language)])


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        ("Jon Ferrer announced his retreat after claims of waste.", "Jon Ferrer announced his retreat."),
        ("Jon Ferrer made claims of waste after the claims of others.", "Jon Ferrer made claims of waste."),
        ("The guild met after protests.", "The guild met after the protests."),
    ],
)
def test_an_object_stays_one(told: str, restated: str) -> None:
    """Also where the word stands behind "after" as well."""
    assert displaced_problems(analysed(restated, "en"), [analysed(told, "en")]) == []
