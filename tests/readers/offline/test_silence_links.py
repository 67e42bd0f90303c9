"""What a silence answers: what the silent were asked about, else what is said of them, and nothing where nothing is."""

import pytest

from tests.readers.offline.conftest import Fill, Filled

TWO = "Mary Hill says Acme hid cracks in the bridge. Bo Moll says Acme lost the plans. "
TOLD = (
    "Ada Quill said the ferry left an hour late. Bo Moll said Hugo Strand would take over as treasurer.\n"
    "Rain is forecast for the coast. The harbour employs 400 people.\nThe mayor, Ines Falk, said a new quay would open in May.\n"
)
PAPER = (
    "Ada Quill said the ferry left an hour late.\nThe Herald has seen an audit of the harbour's accounts. It says that two cranes were never paid for.\n"
    "Bo Moll said the quay was safe.\n"
)


def _answered(filled: Filled) -> list[int]:
    """The sentences of the claims that the only silence answers."""
    [silence] = [
        one for one in filled.draft.form.denials if one.kind in ("declines_comment", "no_response", "could_not_reach")
    ]
    return sorted({n for claim in filled.claims if claim.id in silence.claims for n in claim.sentences})


@pytest.mark.parametrize(
    "silence",
    [
        "Strand declined to comment.",
        "Strand declined to comment when approached by the Herald on the quay.",
        "Strand would not comment as he left the harbour office.",
        "Strand did not respond while Moll was speaking.",
        "Hugo Strand did not reply to an e-mail on Friday.",
        "Strand could not be reached.",
    ],
)
def test_it_is_on_what_is_said_of_the_silent(fill: Fill, silence: str) -> None:
    """Wherever that stands, and whatever the silent were doing when they were asked."""
    assert _answered(fill(TOLD + silence)) == [2]


@pytest.mark.parametrize(
    "silence",
    [
        "Asked about the audit, the harbour office said it would not comment.",
        "Strand did not answer questions about the audit.",
        "The harbour's treasurer declined to comment on the audit.",
    ],
)
def test_it_is_on_what_a_document_says_that_is_asked_about(fill: Fill, silence: str) -> None:
    """Also where the sentence with its claim only says "it"."""
    assert 3 in _answered(fill(PAPER + silence))


@pytest.mark.parametrize(
    "report",
    [
        "An inspection report from last year, seen by the Herald, says that two cranes are cracked.",
        "A report by the audit office found that two cranes were cracked.",
    ],
)
def test_the_report_is_the_one_that_somebody_cites(fill: Fill, report: str) -> None:
    """ "The report" tells whose claim it is, though the word alone tells of no matter."""
    filled = fill(
        f"Strand said the quay was safe.\n{report}\nThe quay is red.\nStrand did not answer questions about the report."
    )

    assert _answered(filled) == [2]


@pytest.mark.parametrize(
    "rumour",
    [
        "There was speculation in the town that Strand might buy the mill.",
        "Strand is rumoured to want the mill.",
        "Strand has long been suspected of wanting the mill.",
    ],
)
def test_a_rumour_of_the_silent_is_answered(fill: Fill, rumour: str) -> None:
    """Nobody is named who says it."""
    assert _answered(
        fill(
            f"Ada Quill said the ferry was late.\nThe mill is red.\n{rumour}\nRain fell.\nStrand could not be reached."
        )
    ) == [3]


@pytest.mark.parametrize(
    "silence",
    [
        "The Diocese of Wexham did not respond to a request for comment.",
        "The Danish agency did not respond to a request for comment.",
        "The players' union declined to comment.",
        "Strand refused to say whether Moll would play on Saturday.",
        "Strand refused to be drawn on a reshuffle.",
    ],
)
def test_it_answers_nothing_where_nothing_is_said_of_the_silent(fill: Fill, silence: str) -> None:
    """What others say of something else, and a body that only shares a place name, do not count; nor does a question that
    nobody has answered."""
    filled = fill(
        f"Wexham County Council said it had no record of the leak.\nAda Quill said the bill would be high.\n{silence}"
    )

    assert _answered(filled) == []


def test_what_was_said_just_before_is_what_was_asked(fill: Fill) -> None:
    """In one paragraph, or where it accuses."""
    assert _answered(fill("Ada Quill said shots were fired at ten. Police declined to comment.")) == [1]
    assert _answered(fill("Ada Quill accused officers of firing at ten.\nThe station's head declined to comment.")) == [
        1
    ]


@pytest.mark.parametrize("name", ["Wexham Council", "Wexham County Council", "The council"])
def test_a_shorter_name_is_the_same_body(fill: Fill, name: str) -> None:
    """Part of its name, or the noun of it."""
    filled = fill(
        f"Ada Quill said Wexham County Council had hidden a leak.\nThe school is red.\nIt has 140 pupils.\n{name} did not respond to a request for comment."
    )

    assert _answered(filled) == [1]


@pytest.mark.parametrize(
    ("text", "language", "answered"),
    [
        (TWO + "Asked about this, the council declined to comment.", "en", [2]),
        (TWO + "The council did not respond to questions from this newspaper about the cracks.", "en", [1]),
        ("Anne Roy affirme que la mairie a menti. Luc Petit affirme que le pont est fermé. Interrogée sur ce point, la préfecture n'a pas souhaité faire de commentaire.", "fr", [2]),
        ("Lucía Ferrán contó que su jefe la obligó a firmar. El sindicato dijo que llueve. El jefe de recepción no quiso hacer declaraciones.", "es", [1]),
    ],
)  # fmt: skip
def test_silence_is_on_what_was_asked(fill: Fill, text: str, language: str, answered: list[int]) -> None:
    """On "this" it is on what was said last, on a matter on that, and else on what is said of the silent."""
    assert _answered(fill(text, language)) == answered


@pytest.mark.parametrize(
    ("silence", "answered"),
    [
        ("Gordon Peel, who managed the dam until 2022, was not available for comment.", [1]),
        ("Quill did not respond to an e-mail seeking comment.", [2]),
        ("Its lawyers did not answer our letter.", [3]),
    ],
)
def test_the_silent_are_known_by_what_is_told_of_them(fill: Fill, silence: str, answered: list[int]) -> None:
    """By a relative clause, by name, or as somebody's lawyers."""
    filled = fill(
        "Managers at the Holm dam ignored warnings, Mary Hill said. Bo Moll said Quill wrote an e-mail. "
        "Glimmer plans to sue, Ann Roe said. " + silence
    )

    assert _answered(filled) == answered
