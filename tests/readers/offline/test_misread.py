"""What looks like a source, a guess, a person or mere opinion in English, and is not."""

import pytest

from tests.readers.offline.conftest import Fill


def test_a_figure_of_several_is_no_verb(fill: Fill) -> None:
    """ "The organisers' figure" reports nothing."""
    filled = fill("Police put the crowd at 12,000. The organisers' figure at 26,000 was printed on Sunday.")

    assert [claim.sentences for claim in filled.claims] == [[1]]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Police told residents they could go home.", "certain"),
        ("The tribunal ruled that he could stay.", "certain"),
        ("Bo Reed said they could be late.", "possible"),
        ("Police told residents the dam could fail.", "possible"),
    ],
)
def test_leave_that_is_given_is_no_guess(fill: Fill, text: str, certainty: str) -> None:
    """ "Could" is a guess where somebody says so, and leave where they rule or tell others that they may."""
    assert fill(text).claims[0].certainty == certainty


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Supplier Voltan said the cable was sound.", "organisation"),
        ("Bookmaker Oddsway said it had found six accounts.", "organisation"),
        ("Builder Derek Molloy said the cable was sound.", "person"),
    ],
)
def test_firms_are_no_persons(fill: Fill, text: str, kind: str) -> None:
    """A noun for firms before a single name makes it one."""
    [source] = fill(text).draft.form.sources

    assert source.kind == kind


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Ann Pell accused the embassy of spying. The embassy called the accusation “a bad film”.", True),
        ("Ann Pell accused the embassy of spying. The minister called the accusation “very serious”.", False),
        ("Ann Pell said the pictures showed a leak. Acme dismissed the pictures as old.", True),
        ("Ann Pell said the driver had slept. Acme dismissed the driver as a thief.", False),
    ],
)
def test_what_is_said_is_given_another_name(fill: Fill, text: str, denied: bool) -> None:
    """An accusation that is called something in quotation marks, and evidence that is dismissed as something, are denied."""
    assert [denial.claims for denial in fill(text).draft.form.denials] == ([["c1"]] if denied else [])


def test_a_thing_taken_up_is_answered_where_it_was_named(fill: Fill) -> None:
    """ "The greyhound" goes back to who spoke of a greyhound, past others who spoke since."""
    filled = fill(
        "Anita Rawle said Derek Molloy had spent it on a caravan and a greyhound. Carol Dunn said nobody had come. A clerk, Jim Orr, said "
        "there was a ladder. The court rose at four.\nMolloy sat in the dock. His lawyer, Piers Hall, opened his case. Rain fell on the roof. "
        "The greyhound, Hall said, had been a gift to Molloy."
    )

    assert [denial.claims for denial in filled.draft.form.denials][-1] == ["c1"]


def test_what_one_says_another_said_has_one_source(fill: Fill) -> None:
    """The second verb belongs to what the first one reports."""
    filled = fill("Three clerks said a laboratory warned managers in May that the pump could stick.")

    [claim] = filled.claims
    assert filled.sources(claim)[0].kind == "unnamed_group"
    assert filled.content(claim).startswith("a laboratory warned")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bo Reed was at the gate. Jan Prowse had told him to sign, he said.", ["Bo Reed"]),
        ("Bo Reed spoke first. Mark Prowse spoke last. Prowse had told him, he said, that it was safe.", ["Bo Reed"]),
        ("Bo Reed came late. Reed had slept badly, he said.", ["Bo Reed"]),
    ],
)
def test_who_spoke_to_him_is_not_he(fill: Fill, text: str, names: list[str]) -> None:
    """ "Prowse had told him, he said": somebody else tells it; who only tells of himself may go by his name."""
    filled = fill(text)

    assert filled.names(filled.claims[-1]) == names


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ann Pell said the lease was false. Joan Tidy, the clerk, was on leave and did not respond to messages.", "no_response"),
        ("Ann Pell said Joan Tidy knew. Her office was closed. Tidy has gone on holiday and could not be reached.", "could_not_reach"),
        ("Ann Pell said Joan Tidy had fled. Tidy left the room and refused to comment.", "declines_comment"),
        ("Ann Pell said Joan Tidy had slept. Asked whether she had been awake, Tidy gathered her notes and walked off.", "declines_comment"),
        ("Ann Pell said Joan Tidy had slept. Joan Tidy came late. Asked about it, she shrugged.", "declines_comment"),
    ],
)  # fmt: skip
def test_who_does_one_thing_and_keeps_silent_is_named(fill: Fill, text: str, kind: str) -> None:
    """Two verbs share their subject, and who is asked and walks off says nothing."""
    filled = fill(text)

    [silence] = filled.draft.form.denials
    assert silence.kind == kind
    assert [source.name for source in filled.sources(silence)] == ["Joan Tidy"]
    assert silence.claims == ["c1"]


def test_who_answers_before_walking_off_is_not_silent(fill: Fill) -> None:
    """What somebody says is a claim, whatever they do next."""
    assert fill("Asked about the cameras, Bo Reed said they were on and left the room.").draft.form.denials == []
