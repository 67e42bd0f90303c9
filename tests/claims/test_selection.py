"""Some of a reading's claims."""

import pytest

from bot.claims.reading import Claim, Denial, ReaderInfo, Reading, Source
from bot.claims.selection import Selection, entries

READING = Reading(
    claims=(
        Claim(id="c1", text="One.", sentences=(1,), sources=("s1",), certainty="probable"),
        Claim(id="c2", text="Two.", sentences=(2,), sources=("s2",), via=("s3",)),
        Claim(id="c3", text="Three.", sentences=(3,), certainty="possible"),
    ),
    sources=(
        Source(id="s1", name="Ana Prelog", kind="person"),
        Source(id="s2", name=None, kind="anonymous"),
        Source(id="s3", name="The Courier", kind="organisation"),
        Source(id="s4", name="The ministry", kind="organisation"),
    ),
    denials=(
        Denial(id="d1", sources=("s4",), kind="denies", claims=("c1",), sentences=(4,)),
        Denial(id="d2", sources=("s4",), kind="no_response", claims=("c2",), sentences=(5,)),
        Denial(id="d3", sources=("s4",), kind="denies", implied_claim="It was late.", sentences=(6,)),
    ),
    reader=ReaderInfo(name="offline"),
)


def test_entries_are_the_claims_and_the_denials_of_nothing_listed() -> None:
    """A denial beside its claim is no entry of its own."""
    assert [entry.id for entry in entries(READING)] == ["c1", "c2", "c3", "d3"]


@pytest.mark.parametrize(
    ("narrowed", "left"),
    [
        ({}, ["c1", "c2", "c3", "d3"]),
        ({"source": "s1"}, ["c1"]),
        ({"source": "s3"}, ["c2"]),
        ({"source": "s4"}, ["d3"]),
        ({"kind": "anonymous"}, ["c2"]),
        ({"kind": "second_hand"}, ["c2"]),
        ({"kind": "own_voice"}, ["c3"]),
        ({"kind": "organisation"}, ["c2", "d3"]),
        ({"denied": "denied"}, ["c1", "d3"]),
        ({"denied": "answered"}, ["c2"]),
        ({"denied": "open"}, ["c3"]),
        ({"certainty": "possible"}, ["c3"]),
        ({"certainty": "probable", "denied": "denied"}, ["c1"]),
        ({"certainty": "probable", "kind": "document"}, []),
        ({"source": "s99"}, []),
    ],
)
def test_narrowed_list_holds_what_meets_every_condition(narrowed: dict[str, str], left: list[str]) -> None:
    """Conditions add up; one that nothing meets leaves nothing."""
    selection = Selection(READING, narrowed)

    assert [entry.id for entry in entries(READING) if entry in selection] == left
