"""Whose deed it is in German, where the order of words in a clause tells."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

FIRED = "Der Lektor Adam Witzke, den Kniep im April entlassen hatte, sprach mit der Zeitung."
CALLED = "Der Übersetzer Igor Lehnhart zog seine Unterschrift zurück, nachdem ihn Prantl angerufen hatte."
SEEN = "Die Patientin Olga Berndt, die ein Richter befragt hat, verlangt 90.000 Euro."
TAKEN = "Trettin, der die Firma 2011 von seinem Vater übernahm, ließ Fragen unbeantwortet."
PAID = "Kniep erklärte, der Verlag habe die Rechnung bezahlt, die seine Agentin Lea Prantl geschickt hatte."


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        (FIRED, "Adam Witzke hat Kniep im April entlassen."),
        (CALLED, "Igor Lehnhart hatte Prantl angerufen."),
        (CALLED, "Prantl zog ihre Unterschrift zurück."),
        (SEEN, "Olga Berndt hat einen Richter befragt."),
        (TAKEN, "Trettins Vater ließ Fragen unbeantwortet."),
        (PAID, "Kniep erklärte, Lea Prantl habe die Rechnung bezahlt."),
    ],
)
def test_nobody_does_what_another_of_the_clause_does(told: str, restated: str) -> None:
    """In a relative clause, behind a conjunction and before an insertion, whoever is the subject does it and nobody else."""
    assert problems(article(told, "de"), restated, [1])


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        (FIRED, "Kniep hatte den Lektor Adam Witzke im April entlassen."),
        (FIRED, "Adam Witzke wurde im April von Kniep entlassen."),
        (CALLED, "Prantl hatte Igor Lehnhart angerufen."),
        (TAKEN, "Trettin übernahm die Firma 2011 von seinem Vater."),
        ("Bei Regen wird die Lesung verlegt, sagte Rahn, und beginne später.", "Die Lesung wird bei Regen verlegt."),
    ],
)
def test_the_subject_is_told_in_any_order(told: str, restated: str) -> None:
    """In a passive, before or behind the verb."""
    assert problems(article(told, "de"), restated, [1]) == ()
