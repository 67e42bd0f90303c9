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
