"""Denials of newspapers in German, French and Spanish: doubts, verdicts, names for what is said, and two who deny together."""

import pytest

from tests.readers.offline.conftest import Fill

ANSWERED = {
    "de": [
        "Die Zeitung berichtet, dass die Revision gewarnt hatte.|Geschäftsführer Rolf Beyer hält das für unglaubwürdig.",
        "Die Zeitung berichtet, dass die Revision gewarnt hatte.|Die Bürgerinitiative bezweifelt das.",
        "Otto Klee warf dem Vorstand vor, Verträge zu verschleiern.|Präsident Ulrich Senff sprach von einer Kampagne.",
        "Otto Klee warf dem Vorstand vor, Verträge zu verschleiern.|Ulrich Senff hatte dies damals als „absurd“ bezeichnet.",
    ],
    "fr": [
        "Eaux Vives accuse l'entreprise de fraude.|Le gouvernement a aussitôt démenti.",
        "L'association affirme que les taux dépassent la norme.|L'industriel met en doute ces affirmations.",
        "L'Écho rapporte que Savelle va racheter Meulders.|« Il n'en a jamais été question », a martelé sa présidente, Greet Daems.",
        "L'ONG accuse le maire de corruption.|Le maire a parlé d'une campagne de calomnie.",
    ],
    "es": [
        "El sindicato afirma que hay una conspiración.|El politólogo Ernesto Vial duda de que exista una conspiración.",
        "El maquinista iba a 130 kilómetros, según el informe.|El sindicato Semat puso en duda esa versión.",
        "Lerma acusó al ministerio de preparar un golpe.|El ministro las calificó de «temerarias».",
        "La Fiscalía acusa a Molina de cobrar comisiones.|El abogado Fermín Ochoa tachó la acusación de «cacería política».",
    ],
}


@pytest.mark.parametrize(("language", "told"), [(code, told) for code, all_ in ANSWERED.items() for told in all_])
def test_who_doubts_it_answers_it(fill: Fill, language: str, told: str) -> None:
    """A doubt, a verdict on what was said, or a name for it answers the sentence before."""
    filled = fill(told.replace("|", "\n"), language)

    assert filled.answered(2) == [1]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("de", "Die Stadt baut eine Brücke, sagte Otto Klee.\nUlrich Senff sprach von einer Kampagne für mehr Radwege."),
        ("de", "Die Polizei bestätigte den Einsatz.\nDie Staatsanwaltschaft bestätigte Ermittlungen, nannte aber keine Einzelheiten."),
        ("es", "La ministra anunció un plan.\nEl ministro las calificó de «hermosas»."),
    ],
)  # fmt: skip
def test_a_name_that_dismisses_nothing_is_no_denial(fill: Fill, language: str, told: str) -> None:
    """Nobody is accused, nothing is conceded, or the word is no verdict."""
    filled = fill(told, language)

    assert filled.draft.form.denials == []


def test_both_of_two_germans_deny(fill: Fill) -> None:
    """The plural of the verb tells that two names are two."""
    filled = fill("Die Partei wirft dem Vorstand Betrug vor.\nKlee und Senff bestritten die Vorwürfe.", "de")

    assert [source.name for source in filled.sources(filled.denial(2))] == ["Klee", "Senff"]


def test_two_outlets_tell_it(fill: Fill) -> None:
    """The second stands behind "und", in quotation marks or not."""
    filled = fill("Nach Recherchen der „Neuburger Post“ und des Senders NKR hatte die Revision gewarnt.", "de")

    assert filled.names(filled.of(1)) == ["Neuburger Post", "Senders NKR"]


@pytest.mark.parametrize(
    ("language", "told", "who"),
    [
        ("fr", "La maire de Valcourt, Claire Obin, et le député Marc Tissier demandent une enquête.", ["Claire Obin", "Marc Tissier"]),
        ("es", "El obispo de Sarmiento, Rafael Luna, y el empresario Diego Armas pidieron diálogo.", ["Rafael Luna", "Diego Armas"]),
    ],
)  # fmt: skip
def test_a_name_between_commas_speaks_with_another(fill: Fill, language: str, told: str, who: list[str]) -> None:
    """What its bearer is stands before the name, and the second speaker behind "and"."""
    filled = fill(told, language)

    assert filled.names(filled.of(1)) == who


@pytest.mark.parametrize(
    ("language", "told", "who"),
    [
        ("es", "La Fiscalía acusa a dos árbitros de cobrar.\nUno de los árbitros, Luis Carmona, negó haber cobrado.", "Luis Carmona"),
        ("de", "Laut einem Papier macht das Werk Verlust.\nBetriebsrat Murat Aydin zweifelte diese Darstellung an.", "Murat Aydin"),
        ("es", "El club pagó a dos árbitros, según publica El Diario de Costa.\nRamón Tejada calificó la información de «burda mentira».", "Ramón Tejada"),
    ],
)  # fmt: skip
def test_who_denies_it_is_named(fill: Fill, language: str, told: str, who: str) -> None:
    """One of several who is named behind, who doubts figures, and who calls a report a lie."""
    filled = fill(told, language)

    assert [source.name for source in filled.sources(filled.denial(2))] == [who]
