"""Who does something together."""

import pytest

from bot.claims.grammar.evidence import analysed
from bot.claims.rules.couplings import coupling_problems


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("en", "Two nurses said that surgeons had ignored the alarm.", "Nurses and surgeons had ignored the alarm."),
        (
            "fr",
            "Odile Frantz a félicité les pompiers, Rémi Sautet a critiqué le préfet.",
            "Odile Frantz et Rémi Sautet ont critiqué le préfet.",
        ),
        (
            "es",
            "Clara Bosque elogió el plan, Nicolás Arrieta criticó el plan.",
            "Clara Bosque y Nicolás Arrieta criticaron el plan.",
        ),
    ],
)
def test_who_says_it_does_not_do_it(language: str, told: str, restated: str) -> None:
    """Two that a verb parts are not coupled."""
    assert coupling_problems(analysed(restated, language), [analysed(told, language)])


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        ("The nurses met the surgeons on Monday.", "The nurses and the surgeons met on Monday."),
        ("Nurses and surgeons said that it had failed.", "Nurses and surgeons said it had failed."),
        ("The nurses left, and the surgeons did the same.", "The nurses and the surgeons left."),
    ],
)
def test_who_does_it_together_stands(told: str, restated: str) -> None:
    """The same verb between them, their own "and", and "the same"."""
    assert coupling_problems(analysed(restated, "en"), [analysed(told, "en")]) == []
