"""What verb stands between a quotation and who speaks, whatever it means, reports it in German, French and Spanish."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("de", "„Das ist Quatsch“, knurrte Wirt Karl Ott.", "Karl Ott"),
        ("de", "„Das ist Quatsch“, grämt sich Anwohnerin Ida Moll.", "Ida Moll"),
        ("fr", "« On envoie les gens loin », s’étrangle Nadège Pochard, infirmière.", "Nadège Pochard"),
        ("fr", "« On envoie les gens loin », éructe Paul Roy.", "Paul Roy"),
        ("es", "«Es un disparate», masculla la concejala Ana Ruiz.", "Ana Ruiz"),
    ],
)
def test_any_verb_behind_a_quotation_reports_it(fill: Fill, language: str, text: str, who: str) -> None:
    """Its place tells that it does, and who stands behind it speaks."""
    [claim] = (filled := fill(text, language)).claims

    assert filled.names(claim) == [who]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Das Stück „Faust“, letzte Woche gezeigt, gefiel."),
        ("de", "Er las „Die Brücke“, öffnete die Tür und ging."),
        ("fr", "« Le Cid », pièce de Corneille, revient à l’affiche."),
        ("fr", "Il a vu « Le Grand Bleu », ouvre la fenêtre et part."),
        ("es", "«La casa», estrenada la semana pasada, gusta."),
        ("es", "«La casa», obra maestra de Ruiz, gusta."),
    ],
)
def test_other_words_behind_a_title_report_nothing(fill: Fill, language: str, text: str) -> None:
    """Nor does a verb behind which nobody stands who may speak."""
    assert fill(text, language).claims == []


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("fr", "Faux, tranche le docteur Marc Ollivier.", "Marc Ollivier"),
        ("es", "Boluda negó los pagos. «No hay más», dijo a la salida de su despacho.", "Boluda"),
    ],
)
def test_short_answers_have_a_speaker(fill: Fill, language: str, text: str, who: str) -> None:
    """A retort is said, and a place behind the verb is nobody."""
    filled = fill(text, language)

    assert filled.names(filled.claims[-1]) == [who]
