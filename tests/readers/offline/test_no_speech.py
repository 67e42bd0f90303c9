"""What stands where a speaker might in German, French and Spanish, and is none; who speaks there instead."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Die Räte, die erst im Mai von der Absage erfuhren, gingen."),
        ("de", "Der Verband sei in dem Bericht gewarnt worden."),
        ("de", "+++ 17.30 Uhr: Zeitung berichtet über defektes Signal +++"),
        ("de", "+++ 18.22 Uhr: Betreiber widerspricht +++"),
        ("fr", "C'est pour des retards répétés qu'il aurait été écarté."),
        ("fr", "Le pays a rappelé mercredi son ambassadeur."),
        ("fr", "Il aurait avoué les faits."),
        ("es", "El exgerente declaró durante casi tres horas."),
        ("es", "El alcalde habría admitido los hechos."),
    ],
)
def test_nobody_speaks(fill: Fill, code: str, text: str) -> None:
    """Who learns, is warned or recalls somebody, a heading of a live blog, and what is itself only passed on."""
    form = fill(text, code).draft.form

    assert [claim for claim in form.claims if claim.sources] == []
    assert form.denials == []


@pytest.mark.parametrize(
    ("code", "text", "who"),
    [
        ("de", "Der Antrag sei da, sagte die Ärztin Rita Moll und hielt ein Papier hoch.", "Rita Moll"),
        ("de", "„Das ist gut“, sagte Rita Moll und ging weiter.", "Rita Moll"),
        ("de", "Der Antrag sei da, sagten Rita Moll und Olaf Brink.", "Rita Moll, Olaf Brink"),
        ("de", "In einem Gutachten der Firma Carvis, aus dem er zitierte, heißt es, das Dach sei alt.", "Gutachten der Firma Carvis"),
        ("de", "Der Bund teilte mit, der Verein sei gewarnt worden.", "Bund"),
        ("fr", "Il aurait avoué les faits, à en croire le quotidien « La Vigie ».", "La Vigie"),
        ("fr", "Anne Roy a rappelé que le pont est vieux.", "Anne Roy"),
        ("es", "La edil Ana Ruiz abrió la sesión. El edil se encerraba a solas con el gerente, aseguró ante el tribunal.", "Ana Ruiz"),
        ("es", "Ana Ruiz declaró que el puente es viejo.", "Ana Ruiz"),
    ],
)  # fmt: skip
def test_somebody_speaks_beside_it(fill: Fill, code: str, text: str, who: str) -> None:
    """The phrase ends where the next verb begins, and what is passed on is said by whom it is passed on from."""
    filled = fill(text, code)

    [claim] = filled.claims
    assert ", ".join(name or "" for name in filled.names(claim)) == who
