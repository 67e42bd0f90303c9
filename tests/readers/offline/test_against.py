"""Denials without a word of denial: another figure for what was just counted, and words that set one account against another."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Police said 14 homes had been lost. Residents said the real number was closer to 40."),
        ("en", "Police said 300 people had marched. The union said there were 2,000."),
        ("de", "Die Polizei sprach von 40 Kartons. Dorn zufolge waren es höchstens zehn."),
        ("de", "Die Polizei sprach von 300 Verletzten. Der Veranstalter sagte, es seien 20 gewesen."),
        ("fr", "L'association estime à 300 le nombre de patients touchés. L'Agence du médicament n'en recense que 41."),
        ("fr", "L'association parle de 300 blessés. Selon la mairie, ils étaient douze."),
        ("es", "La policía informó de dos heridos. El sindicato CSB eleva la cifra a siete."),
        ("es", "La policía habló de 20 heridos. El sindicato asegura que eran más de 70."),
    ],
)
def test_another_figure_of_what_was_just_counted_counters_it(fill: Fill, language: str, text: str) -> None:
    """It need not name again what is counted."""
    assert fill(text, language).only_counters(2, said=1)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The union said the door was open. By contrast, the firm said it had been locked."),
        ("de", "Die Wache teilte mit, die Tür sei offen gewesen. Der Wirt sagte hingegen, er habe sie abgeschlossen."),
        (
            "fr",
            "Le syndicat affirme que la porte était ouverte. La direction assure au contraire qu'elle était fermée.",
        ),
        ("es", "El sindicato afirma que la puerta estaba abierta. La empresa, en cambio, asegura que estaba cerrada."),
    ],
)
def test_words_of_contrast_set_one_account_against_another(fill: Fill, language: str, text: str) -> None:
    """They answer what was just said, whatever words the two share."""
    assert fill(text, language).only_counters(2, said=1)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Police said 300 people had marched. The union said 40 of its members were ill."),
        ("en", "Police said 300 people had marched. The union said there were 40 police officers in the square."),
        ("de", "Die Polizei teilte mit, die Tür sei offen gewesen. Der Wirt sagte, er sei müde gewesen."),
    ],
)
def test_a_figure_of_something_else_counters_nothing(fill: Fill, language: str, text: str) -> None:
    """Something else is counted, or nothing."""
    assert not fill(text, language).draft.form.denials


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Ann Marsh said the port awarded the work without a tender. “There was a tender in May,” Paul Keating told reporters.",
        ),
        (
            "de",
            "Anna Marsch sagte, der Auftrag sei ohne Ausschreibung vergeben worden. Es habe eine Ausschreibung gegeben, sagte Paul Keil.",
        ),
        (
            "fr",
            "Anne Vasseur affirme que le contrat a été signé sans appel d'offres. Paul Roy affirme qu'il y a eu un appel d'offres en mai.",
        ),
        ("es", "Ana Ruiz dijo que se firmó sin concurso. «Hubo un concurso en mayo», explicó el alcalde, Luis Peña."),
    ],
)
def test_that_there_was_such_a_thing_answers_that_there_was_none(fill: Fill, language: str, text: str) -> None:
    """ "Without a tender" and "there was a tender" are opposites."""
    assert fill(text, language).answered(2) == [1]


def test_that_there_was_a_thing_answers_nothing_else(fill: Fill) -> None:
    """Nobody said that there was none."""
    text = "Ann Marsh said the port was old. Paul Keating said there had been a tender in May."

    assert not fill(text).draft.form.denials
