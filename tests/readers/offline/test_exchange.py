"""A party of whom others have spoken answers, in its turn, by telling how it was."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    "text",
    [
        "Dockers say Tarnline kept two gangs back. Tarnline said both gangs had been sent to the north quay at noon.",
        "Rovers said the referee had lost the card. Their coach shouted. The card, the referee told reporters, had been handed in.",
        "A fan said keeper Jan Roos had an envelope in his bag. The envelope, Roos told reporters, held a birthday card.",
        "Two nurses said Wexley Hospital shut the ward at night. The hospital, which has 90 beds, said every ward had stayed open.",
        "Bo Reed called the vote a stunt. Ann Pell said the date had been fixed in May. Reed said the date was moved in June.",
    ],
)
def test_what_a_party_tells_in_its_turn_answers(fill: Fill, text: str) -> None:
    """The last sentence counters what was just said of those who speak, or takes up the thing of which it was."""
    filled = fill(text)

    denial = filled.draft.form.denials[-1]
    assert denial.kind in ("counters", "denies")
    assert denial.sentences[-1] == len(filled.article.sentences)
    assert denial.claims != []


@pytest.mark.parametrize(
    "text",
    [
        "Bo Reed said Tarnline had hired forty people. Tarnline said it would hire forty more.",
        "Bo Reed thanked Tarnline for its patience. Tarnline said the ferry had waited ten minutes.",
        "Bo Reed said Tarnline had grown. According to a report, Tarnline had sold two ferries.",
        "Bo Reed said Tarnline was late. Fares rose in May, which Tarnline said had helped.",
        "Bo Reed said Tarnline was late. Passengers were told by Tarnline that the bus had left.",
        "Bo Reed said the summer was wet. Ann Pell said the winter had been dry.",
        "Bo Reed said Tarnline was late. “It was a long and lovely day,” Tarnline said.",
    ],
)
def test_what_is_no_answer_stays_a_claim(fill: Fill, text: str) -> None:
    """Plans, papers, what is told aside or to others, other matters, and quotations alone, deny nothing."""
    assert fill(text).draft.form.denials == []


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("According to a report, the hall needs 400,000 crowns. Bo Reed puts the figure at 60,000.", 1),
        ("Norgrid said 8,000 homes were dark. The county puts it at 20,000.", 1),
        ("Ann Pell said 12 people had died. It rained all day.\nIt rained all night. Bo Reed put the number of dead at five.", 1),
        ("Ann Pell said the roof was thin. Bo Reed, in the second row, got up to answer her. “I have the slip,” he said.", 1),
        ("Ann Pell said the file was two photographs. Bo Reed was asked about that. It ran to 90 pages, he said.", 1),
        ("It was put to Ann Pell that the kitchen was a present. “I gave them a toast rack,” Pell said.", 1),
        ("Piers Hall suggested that Ann Pell had asked for it. “My daughter is nine,” Pell replied.", 1),
        ("Ann Pell said Bo Reed had a second run. The second run, according to Reed, was of a hare.", 1),
    ],
)  # fmt: skip
def test_another_figure_and_an_announced_answer_deny(fill: Fill, text: str, answered: int) -> None:
    """Who puts a figure elsewhere, gets up to answer, is asked about that, or has something put to them, counters what was said."""
    filled = fill(text)

    [denial] = filled.draft.form.denials
    assert denial.kind == "counters"
    assert {n for claim in filled.claims if claim.id in denial.claims for n in claim.sentences} == {answered}


@pytest.mark.parametrize(
    "text",
    [
        "Ann Pell said it rained. The army put the number of dead at five.",
        "Ann Pell said 12 lamps were sold. The army put the number of dead at five.",
        "It was put to Ann Pell that the kitchen was a present. She agreed that it was.",
    ],
)
def test_a_first_figure_and_assent_deny_nothing(fill: Fill, text: str) -> None:
    """A figure of something else, and who agrees, answer nothing."""
    assert fill(text).draft.form.denials == []
