"""Who takes back what they said is told beside it."""

import pytest

from bot.ports.reader import unchecked
from bot.readers.offline import OfflineReader
from tests.readers.offline.conftest import Fill

RETRACTED = {
    "en": "Guard Nell Fife said the gate was open. She later withdrew the statement, saying she had mixed up two nights.",
    "de": "Wächterin Nele Fink sagte, das Tor sei offen gewesen. Am Montag nahm sie diese Aussage zurück.",
    "fr": "La gardienne Nelly Faure a déclaré que la grille était ouverte. Elle est revenue lundi sur ces propos.",
    "es": "La guardia Nélida Fuentes dijo que la verja estaba abierta. Horas después rectificó.",
}
ASKED = {
    "en": "What did Nell Fife say?",
    "de": "Was sagte Nele Fink?",
    "fr": "Qu'a dit Nelly Faure ?",
    "es": "¿Qué dijo Nélida Fuentes?",
}


@pytest.mark.parametrize("code", RETRACTED)
def test_a_withdrawal_answers_what_was_said(fill: Fill, code: str) -> None:
    """It is a denial by those who make the claim."""
    filled = fill(RETRACTED[code], code)

    [denial] = filled.draft.form.denials
    claim = filled.of(1)
    assert (denial.kind, denial.claims, denial.sentences) == ("denies", [claim.id], [2])
    assert denial.sources == claim.sources


@pytest.mark.parametrize("code", RETRACTED)
async def test_an_answer_does_not_omit_it(fill: Fill, code: str) -> None:
    """ "What did she say?" is answered by both sentences."""
    article = fill(RETRACTED[code], code).article

    [draft] = [one async for one in OfflineReader().answer(article, ASKED[code], [], unchecked)]

    assert [part.sentences for part in draft.form.parts] == [[1], [2]]


def test_who_takes_it_back_may_stand_amid_the_words_for_that(fill: Fill) -> None:
    """German "stellte sie klar"."""
    filled = fill("Nele Fink sagte, das Tor sei offen gewesen. Am Abend stellte sie klar, dass das nicht stimme.", "de")

    assert [(one.kind, one.sentences) for one in filled.draft.form.denials] == [("denies", [2])]


def test_who_speaks_between_takes_nothing_back(fill: Fill) -> None:
    """The name tells whose words they are."""
    filled = fill("Nell Fife said the gate was open. Tom Orr said it was shut. Fife later withdrew the statement.")

    [denial] = [one for one in filled.draft.form.denials if one.sentences == [3]]
    assert denial.claims == [filled.of(1).id]


TOLD_AGAIN = {
    "en": ("The gate is “wide open”, the army said.", "The army has withdrawn its statement that the gate was wide open."),
    "de": ("Das Tor sei „weit offen“, sagte die Armee.", "Die Armee hat ihre Erklärung zurückgezogen, wonach das Tor weit offen sei."),
    "fr": ("La grille est « grande ouverte », a déclaré l'armée.", "L'armée a retiré sa déclaration selon laquelle la grille était grande ouverte."),
    "es": ("La verja está «abierta», dijo el ejército.", "El ejército retiró su declaración de que la verja estaba abierta."),
}  # fmt: skip
BETWEEN = {
    "en": "The mayor said rain was coming. " * 5,
    "de": "Der Bürgermeister sagte, es werde regnen. " * 5,
    "fr": "Le maire a déclaré qu'il allait pleuvoir. " * 5,
    "es": "El alcalde dijo que iba a llover. " * 5,
}


@pytest.mark.parametrize("code", TOLD_AGAIN)
@pytest.mark.parametrize("backwards", [False, True])
def test_what_is_taken_back_is_found_by_its_words(fill: Fill, code: str, backwards: bool) -> None:
    """Far off, and further down where a live blog runs backwards."""
    said, back = TOLD_AGAIN[code]
    first, last = (back, said) if backwards else (said, back)
    filled = fill(f"{first} {BETWEEN[code]}{last}", code)

    n = 7 if backwards else 1
    [denial] = [one for one in filled.draft.form.denials if one.sentences == [8 - n]]
    assert denial.claims == [filled.of(n).id]
    assert denial.sources == filled.of(n).sources


@pytest.mark.parametrize("code", TOLD_AGAIN)
def test_what_only_the_withdrawal_tells_is_told_by_it(fill: Fill, code: str) -> None:
    """The claim and its withdrawal cite the same sentence."""
    filled = fill(TOLD_AGAIN[code][1], code)

    [claim], [denial] = filled.claims, filled.draft.form.denials
    assert (denial.claims, denial.sources) == ([claim.id], claim.sources)
    assert claim.sources


OTHERS = {
    "en": "Diver Sam Cole said the hatch was shut. His aunt, Ida Cole, first backed that account but later withdrew her statement.",
    "de": "Nach Angaben des Tauchers Sven Kohl war die Luke zu. Seine Tante, so die Polizei, habe das bestätigt, ihre Aussage aber zurückgezogen.",
    "es": "El buzo Saúl Cano dijo que la compuerta estaba cerrada. Su tía, Irene Cano, confirmó antes esa versión, pero luego retiró su declaración.",
}  # fmt: skip


@pytest.mark.parametrize("code", OTHERS)
def test_nobody_takes_back_what_another_person_said(fill: Fill, code: str) -> None:
    """A surname in common, or having spoken last, makes nobody the one who withdraws."""
    filled = fill(OTHERS[code], code)

    assert [one for one in filled.draft.form.denials if filled.of(1).id in one.claims] == []


AT_ONCE = {
    "en": "Sam Cole told the inquiry that the hatch was shut, before correcting himself.",
    "fr": "Samuel Colin avait d'abord évoqué trois plongeurs, avant de rectifier.",
    "es": "Saúl Cano afirmó que la compuerta estaba cerrada, pero después rectificó.",
}


@pytest.mark.parametrize("code", AT_ONCE)
def test_what_is_taken_back_may_stand_in_the_same_sentence(fill: Fill, code: str) -> None:
    """Then the sentence is claim and withdrawal at once."""
    filled = fill(AT_ONCE[code], code)

    [denial] = filled.draft.form.denials
    assert (denial.claims, denial.sentences, denial.sources) == ([filled.of(1).id], [1], filled.of(1).sources)


def test_who_had_confused_something_takes_it_back(fill: Fill) -> None:
    """An apology with the reason says so without a verb for it."""
    filled = fill("Ida Cole said the hatch was shut. Cole later apologised and said she had mixed up two dives.")

    assert [(one.claims, one.sentences) for one in filled.draft.form.denials] == [([filled.of(1).id], [2])]
