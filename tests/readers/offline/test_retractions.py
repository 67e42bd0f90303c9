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


def test_who_speaks_between_takes_nothing_back(fill: Fill) -> None:
    """The name tells whose words they are."""
    filled = fill("Nell Fife said the gate was open. Tom Orr said it was shut. Fife later withdrew the statement.")

    [denial] = [one for one in filled.draft.form.denials if one.sentences == [3]]
    assert denial.claims == [filled.of(1).id]
