"""Who gets something has not given it."""

import pytest

from bot.claims.grammar.evidence import analysed
from bot.claims.rules.datives import dative_problems


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("de", "Kranz lieh der Firma zwei Kräne.", "Die Firma lieh Kranz zwei Kräne."),
        ("de", "Die Käserei übergab dem Bäcker die Schlüssel.", "Der Bäcker übergab der Käserei die Schlüssel."),
        (
            "de",
            "Der Zoo hat das Nashorn an den Tierpark verliehen.",
            "Der Tierpark hat das Nashorn an den Zoo verliehen.",
        ),
        ("fr", "Le juge a envoyé une lettre à la préfète.", "La préfète a envoyé une lettre au juge."),
        ("es", "El ayuntamiento pagó a la empresa 15.000 euros.", "La empresa pagó al ayuntamiento 15.000 euros."),
    ],
)
def test_the_one_who_gets_it_does_not_do_it(language: str, told: str, restated: str) -> None:
    """By the German article, or by "à" and "a"."""
    assert dative_problems(analysed(restated, language), [analysed(told, language)])


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("de", "Der Firma lieh Kranz zwei Kräne.", "Kranz lieh der Firma zwei Kräne."),
        ("de", "Der Chef der Firma lieh Kranz zwei Kräne.", "Die Firma lieh Kranz zwei Kräne."),
        ("de", "Der Firma wurden zwei Kräne geliehen.", "Die Firma bekam zwei Kräne geliehen."),
        ("es", "El juez pide a los vecinos que limpien la calle.", "Los vecinos deben limpiar la calle."),
    ],
)
def test_others_may_be_told_so(language: str, told: str, restated: str) -> None:
    """Another order, a genitive, a passive and another clause tell nothing of that."""
    assert dative_problems(analysed(restated, language), [analysed(told, language)]) == []
