"""What came first, where the sentence begins with it."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

TOLD = {
    "de": "Der Kreis hat Karstädt am Dienstag gekündigt, nachdem eine Prüfung 17 Verstöße gefunden hatte.",
    "fr": "La mairie a suspendu Chabrol mardi après un audit qui a relevé 14 virements.",
    "es": "El Ayuntamiento suspendió el martes a Cabrales después de que una auditoría encontrara 14 fallos.",
}


@pytest.mark.parametrize(
    ("language", "restated"),
    [
        ("de", "Nach der Kündigung fand eine Prüfung 17 Verstöße."),
        ("fr", "Après la suspension de Chabrol, un audit a relevé 14 virements."),
        ("es", "Después de la suspensión de Cabrales, una auditoría encontró 14 fallos."),
    ],
)
def test_what_came_first_does_not_come_after(language: str, restated: str) -> None:
    """ "Nachdem" turned around, with a noun for the deed."""
    assert problems(article(TOLD[language], language), restated, [1])


def test_what_came_first_may_be_told_first() -> None:
    """The same order from the other side."""
    told = article(TOLD["de"], "de")
    assert (
        problems(told, "Nachdem eine Prüfung 17 Verstöße gefunden hatte, hat der Kreis Karstädt gekündigt.", [1]) == ()
    )
