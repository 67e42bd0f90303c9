"""Whose deed it is in French and Spanish, names among them."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

EXPERT = "Une experte désignée par le syndicat n'a rien trouvé, mais elle a critiqué la comptabilité de l'éditeur."
EXPERTA = "Una perita designada por el sindicato no halló pruebas, pero criticó la contabilidad de la editorial."
HEAD = "L'adjoint que Ferrand avait nommé en avril, Karim Oudin, dirigera le service jusqu'à l'été."
ADVISER = "El asesor al que Ferrán nombró en abril, Óscar Udina, dirigirá el departamento."
SON = "Mercadal, qui a repris l'entreprise de son père en 2011, n'a pas répondu aux questions."


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("fr", HEAD, "Ferrand dirigera le service jusqu'à l'été."),
        ("es", ADVISER, "Ferrán dirigirá el departamento."),
        ("fr", SON, "Le père de Mercadal n'a pas répondu aux questions."),
        ("fr", EXPERT, "Le syndicat a critiqué la comptabilité de l'éditeur."),
        ("fr", EXPERT, "L'experte a critiqué la comptabilité du syndicat."),
        ("es", EXPERTA, "El sindicato criticó la contabilidad de la editorial."),
        ("es", EXPERTA, "La perita criticó la contabilidad del sindicato."),
    ],
)
def test_nobody_does_what_another_does(language: str, told: str, restated: str) -> None:
    """Whoever stands in a clause or a phrase about the subject is not the subject, and has nothing that is another's."""
    assert problems(article(told, language), restated, [1])


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("fr", HEAD, "Karim Oudin dirigera le service jusqu'à l'été."),
        ("es", ADVISER, "Óscar Udina dirigirá el departamento."),
        ("fr", SON, "Mercadal n'a pas répondu aux questions."),
        ("fr", "La société Brel fermera la mine de Vars en mai.", "La mine de Vars fermera en mai."),
    ],
)
def test_the_subject_does_it(language: str, told: str, restated: str) -> None:
    """Also by the name that an insertion gives, and where the object of a verb undergoes it."""
    assert problems(article(told, language), restated, [1]) == ()
