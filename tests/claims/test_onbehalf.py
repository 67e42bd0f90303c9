"""Who speaks for somebody has not done it."""

import pytest

from bot.claims.grammar.evidence import analysed
from bot.claims.rules.onbehalf import behalf_problems


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("en", "Pell's lawyer said she had not seen the letter.", "Pell's lawyer had not seen the letter."),
        ("en", "The lawyer for Nora Pell said she would appeal.", "The lawyer will appeal."),
        ("de", "Der Anwalt von Nora Pell sagte, sie habe den Brief gesehen.", "Der Anwalt hat den Brief gesehen."),
        ("fr", "L'avocat de Nora Pell a dit qu'elle avait vu la lettre.", "L'avocat avait vu la lettre."),
        ("es", "El abogado de Nora Pell dijo que ella había visto la carta.", "El abogado había visto la carta."),
    ],
)
def test_the_client_did_it(language: str, told: str, restated: str) -> None:
    """ "She" of a lawyer without a name is the client."""
    assert behalf_problems(analysed(restated, language), [analysed(told, language)])


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        ("Pell's lawyer said she had not seen the letter.", "Pell had not seen the letter."),
        ("Pell's lawyer said she had not seen it.", "Pell's lawyer said she had not seen it."),
        ("Pell's lawyer, Ruth Imber, said she had not seen it.", "Pell's lawyer had not seen it."),
    ],
)
def test_who_may_have_done_it_stands(told: str, restated: str) -> None:
    """The client, what is said to be told, and a lawyer who has a name."""
    assert behalf_problems(analysed(restated, "en"), [analysed(told, "en")]) == []
