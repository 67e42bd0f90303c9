"""Who denies what somebody named claims is asked by their name or role."""

import pytest

from bot.ports.reader import unchecked
from bot.readers.offline import OfflineReader
from tests.readers.offline.conftest import Fill

TEXT = {
    "en": "Finance minister Rasmus Keel said the cap had worked. Governor Edda Lorenz denied that the cap had worked.",
    "de": "Finanzminister Rasmus Keel sagte, der Deckel habe gewirkt. Notenbankchefin Edda Lorenz bestritt das.",
    "fr": "Le ministre Rasmus Keel a déclaré que le plafond avait réduit l’inflation. La gouverneure Edda Lorenz a démenti cette affirmation.",
    "es": "El ministro Rasmus Keel dijo que el tope había funcionado. La gobernadora Edda Lorenz negó que el tope hubiera funcionado.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "question", "answers"),
    [
        ("en", "Who disputes the minister?", [[2]]),
        ("en", "Who contradicts Keel?", [[2]]),
        ("en", "Who denies what Rasmus Keel says?", [[2]]),
        ("en", "Who disputes the governor?", []),
        ("de", "Wer widerspricht dem Minister?", [[2]]),
        ("de", "Wer widerspricht Keel?", [[2]]),
        ("fr", "Qui contredit le ministre ?", [[2]]),
        ("es", "¿Quién contradice al ministro?", [[2]]),
    ],
)
async def test_who_disputes_somebody_is_who_denies_their_claims(
    fill: Fill, code: str, question: str, answers: list[list[int]]
) -> None:
    """And nobody where nobody does."""
    article = fill(TEXT[code], code).article

    [draft] = [one async for one in OfflineReader().answer(article, question, [], unchecked)]

    assert [part.sentences for part in draft.form.parts] == answers
