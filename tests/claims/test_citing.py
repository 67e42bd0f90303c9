"""Which sentences a claim is shown with: its source's own, and those that carry it."""

from collections.abc import Sequence
from typing import Any

import pytest

from bot.claims.form import Draft, Form
from bot.claims.grounding import ground
from bot.claims.reading import ReaderInfo
from bot.readers.offline import hear
from tests.claims.articles import article_of_lines

INFO = ReaderInfo(name="openai", model="m", prompt="p")

QUARRY = """Quarry blast shakes village
The village of Ostrow was shaken by a blast on Monday.
Residents say the quarry gave no warning.
The quarry's operator, Felsbruch, says it sounded a siren three times.
"We heard nothing," said baker Dora Kubin.
Her shop window broke.
Felsbruch's manager, Ivo Marek, told this paper that the siren had been tested in April.
"It can be heard for two kilometres," Marek said.
The mining authority, the Rock Safety Board, contradicted the manager.
"We have no record of a test," it said in a statement.
Felsbruch employs 40 people.
"""

NURSES = """“Nobody counts the beds”
Ward sister Halina Prusik has worked in Lobnitz for twenty years.
– How many beds had you that winter?
– Thirty. We needed forty-five.
– The county says the ward was never full.
– I slept in the corridor so that a patient could have mine.
– His deputy says no letter came.
– I sent the letter by registered post in March.
– Did anybody answer you?
– Nobody. I asked again in June.
– And what did you do then?
– I wrote to the newspaper.
The county did not respond.
"""

HEARING = """Transcript: the committee on the ferry contract
CHAIR: We hear Mr Otto Brandl, director of Seelinie, and Ms Paula Ritter, the auditor.
CHAIR: Mr Brandl, what did the second ferry cost?
MR BRANDL: I believe about 14 million.
MS RITTER: Our books have 19 million.
MR BRANDL: That includes the pier.
MS RITTER: It does not include the pier. We left it out.
CHAIR: When did you sign?
MR BRANDL: On the third of May.
"""


def shown(text: str, said: str, numbers: Sequence[int], *sources: tuple[str | None, str, str | None]) -> list[Any]:
    """(text, sentences, names or roles of sources, wording) of what is shown of one claim."""
    about = article_of_lines(text.strip())
    rows = [
        {"id": at, "name": name, "kind": kind, "role": role, "media": "none", "count": None}
        for at, (name, kind, role) in enumerate(sources, start=1)
    ]
    claim = {"id": 1, "text": said, "sentences": list(numbers), "sources": [row["id"] for row in rows], "via": []}
    more = {"cue": None, "certainty": "certain", "hedge": None, "kind": "fact"}
    form = Form.model_validate({"sources": rows, "claims": [claim | more], "denials": []})
    reading = ground(about, Draft(form, done=True), INFO, hear(about))
    by_id = {source.id: source.name or source.role for source in reading.sources}
    return [(c.text, c.sentences, [by_id[s] for s in c.sources], c.wording) for c in reading.claims]


FELSBRUCH = ("Felsbruch", "organisation", None)
MAREK = ("Ivo Marek", "person", "manager")
BOARD = ("Rock Safety Board", "organisation", "mining authority")


def test_what_falls_is_shown_in_its_sources_sentences_alone() -> None:
    """Nobody's name stands over what others say beside it."""
    found = shown(QUARRY, "Felsbruch sounded five sirens.", range(3, 11), FELSBRUCH)

    assert found == [
        (
            "The quarry's operator, Felsbruch, says it sounded a siren three times.",
            (4,),
            ["Felsbruch"],
            "quoted",
        )
    ]


def test_what_is_left_out_between_is_marked() -> None:
    """Sentences that do not follow each other are not read as if they did."""
    said = "Ivo Marek said the siren was tested in May and can be heard for nine kilometres."
    text = QUARRY.replace('"It can', 'A dog barked.\n"It can')

    found = shown(text, said, [7, 8, 9], MAREK)

    assert [(claim[0], claim[1]) for claim in found] == [
        (
            (
                "Felsbruch's manager, Ivo Marek, told this paper that the siren had been tested in April. "
                '… "It can be heard for two kilometres," Marek said.'
            ),
            (7, 9),
        )
    ]


@pytest.mark.parametrize(
    ("text", "said", "numbers", "source", "kept"),
    [
        (NURSES, "The ward had thirty-one beds that winter.", [3, 4], ("Halina Prusik", "person", None), (4,)),
        (NURSES, "She sent the letter by courier in March.", [7, 8], ("Halina Prusik", "person", None), (8,)),
        (HEARING, "The second ferry cost 15 million.", [3, 4], ("Otto Brandl", "person", "director"), (4,)),
        (HEARING, "The 19 million include two piers.", [5, 6], ("Otto Brandl", "person", "director"), (6,)),
        (HEARING, "Mr Brandl signed on the fourth of May.", [8, 9], ("Otto Brandl", "person", "director"), (9,)),
        (QUARRY, "Felsbruch's siren was tested in May.", [4, 7], MAREK, (7,)),
    ],
)
def test_a_question_or_a_neighbour_takes_no_claim_over(
    text: str, said: str, numbers: list[int], source: tuple[str, str, str | None], kept: tuple[int, ...]
) -> None:
    """Whoever says one of the sentences, and it carries the claim, is its source, whatever is cited beside it."""
    assert [(claim[1], claim[2]) for claim in shown(text, said, numbers, source)] == [(kept, [source[0]])]


def test_what_only_others_say_under_no_name_is_theirs_or_left_out() -> None:
    """Four speakers' sentences are not shown as the article's own voice."""
    found = shown(QUARRY, "The quarry gave no warning with the siren that was tested in May.", [3, 4, 7])

    assert found == []


def test_a_board_that_was_introduced_is_it() -> None:
    """ "The mining authority, the Rock Safety Board, …": "it" behind that is the board."""
    said = "The Rock Safety Board has no record of a test."

    assert shown(QUARRY, said, [9, 10], BOARD) == [(said, (9, 10), ["Rock Safety Board"], "restated")]


def test_a_common_word_is_nobodys_name() -> None:
    """ "The lamps" are not the Lena Lamps of a sentence further on."""
    text = """Lamp factory closes
Foreman Peter Duda said that the lamps had been sold.
"The lamps were ours," he said.
Union leader Lena Lamps wept.
Lena Lamps said the factory had been betrayed.
"""
    said = "The lamps were the foreman's and his men's."

    assert [claim[2] for claim in shown(text, said, [3], ("Peter Duda", "person", "Foreman"))] == [["Peter Duda"]]


@pytest.mark.parametrize(
    ("said", "source", "kept"),
    [
        ("The siren can be heard for two kilometres.", MAREK, (7, 8)),
        ("Residents say the quarry gave no warning.", (None, "unnamed_group", "Residents"), (3,)),
    ],
)
def test_sentences_that_carry_nothing_are_not_cited(
    said: str, source: tuple[str | None, str, str | None], kept: tuple[int, ...]
) -> None:
    """A reader that cites the whole article for each claim cites what the claim stands in."""
    found = shown(QUARRY, said, range(1, 12), source)

    assert [(claim[0], claim[1], claim[3]) for claim in found] == [(said, kept, "restated")]


def test_whom_a_pronoun_means_stays_cited() -> None:
    """The sentence before tells it."""
    text = """Mill sold
Miller Agata Sroka has run the mill since 2011.
She said the new owner would keep the wheel.
The river is low.
"""
    found = shown(text, "The new owner would keep the wheel.", [2, 3, 4], ("Agata Sroka", "person", "Miller"))

    assert [claim[1] for claim in found] == [(2, 3)]
