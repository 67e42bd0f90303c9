"""Whose voice it is: pronouns behind a body, unnamed people behind their reason, and who made what is denied."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("en", "Priya Nair said the mill is lost. A Norvald spokeswoman said the figure was wrong. She confirmed the closure of the mill.", "Norvald"),
        ("en", "Tom Reed said the ferry is late. A spokesman for Corvane said the crew was ill. He added that the boat would sail.", "Corvane"),
        ("fr", "Me Sophie Lang a assuré que le client contestait les faits. La Banque Sorel a précisé que les dépôts étaient sûrs. Elle affirme que l'audit est faux.", "Banque Sorel"),
        ("fr", "Anne Roy a assuré que le pont est sûr. La mairie a indiqué que le pont est fermé. Elle affirme que les travaux coûtent cher.", "mairie"),
    ],
)  # fmt: skip
def test_a_pronoun_stands_for_the_body_just_told_of(fill: Fill, code: str, text: str, name: str) -> None:
    """Not for the person who spoke before that."""
    filled = fill(text, code)

    assert filled.names(filled.of(3)) == [name]


def test_a_pronoun_of_the_other_gender_passes_the_spokesman_by(fill: Fill) -> None:
    """ "She" is no spokesman."""
    filled = fill("Priya Nair said the mill is lost. A Norvald spokesman said it is not. She said the bank had proof.")

    assert filled.names(filled.of(3)) == ["Priya Nair"]


@pytest.mark.parametrize(
    "text",
    [
        "The council met. Two councillors, speaking on condition of anonymity because they feared reprisals, said they had been told to vote.",
        "Three nurses, who asked not to be named because they feared for their jobs, said the ward had been empty.",
        "Two engineers, speaking anonymously as they worried about their pensions, said the dam was cracked.",
    ],
)  # fmt: skip
def test_who_fears_to_be_named_is_anonymous_and_says_the_rest(fill: Fill, text: str) -> None:
    """The reason for the anonymity is no claim; what they said is."""
    filled = fill(text)

    [claim] = filled.claims
    assert (claim.cue, [source.kind for source in filled.sources(claim)]) == ("said", ["anonymous"])


@pytest.mark.parametrize(
    "text",
    ["We put readers' questions to Dr Ines Caldwell, professor of medicine.", "We sent the club's claims to Mr Roth."],
)
def test_the_outlet_that_asks_is_no_source(fill: Fill, text: str) -> None:
    """ "We put readers' questions to …" claims nothing."""
    assert fill(text).claims == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Solterra rejected claims made by the consumer group SafeHome that its batteries had caused 23 fires.", "SafeHome"),
        ("Mr Roth denied reports by the Daily Beacon that he had sold the harbour.", "Daily Beacon"),
        ("The ministry dismissed allegations by Vera Thal that it had hidden 40 files.", "Vera Thal"),
    ],
)  # fmt: skip
def test_what_is_denied_belongs_to_who_said_it(fill: Fill, text: str, name: str) -> None:
    """ "Claims made by the watchdog that …" are the watchdog's."""
    filled = fill(text)

    assert [name in (found or "") for claim in filled.claims for found in filled.names(claim)] == [True]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("en", "Coach Tim Odd met fans. Asked whether Ben Lark would race, he said it was likely.", "Tim Odd"),
        ("en", "Coach Tim Odd met fans. Lark had told him that it hurt, he said.", "Tim Odd"),
        ("de", "Trainer Tim Odd traf Fans. Auf die Frage, ob Ben Lark starte, sagte er, das sei offen.", "Tim Odd"),
        ("fr", "L'entraîneur Tim Odd a reçu la presse. Interrogé sur Ben Lark, il a dit que rien n'était décidé.", "Tim Odd"),
        ("es", "El técnico Tim Odd recibió a la prensa. Preguntado por Ben Lark, dijo que nada estaba decidido.", "Tim Odd"),
    ],
)  # fmt: skip
def test_whoever_is_asked_about_is_not_the_one_who_answers(fill: Fill, code: str, text: str, name: str) -> None:
    """A pronoun does not stand for whom its own sentence asks about or tells of, and what is asked is not what is said."""
    filled = fill(text, code)

    [claim] = filled.claims
    assert [source.name for source in filled.sources(claim)] == [name]
    assert "Lark" not in claim.text or "told him" in claim.text
