"""What a desk found wrong in ordinary articles: whose silence, whose word and what is answered."""

import pytest

from tests.readers.offline.conftest import Fill


def _who(filled: object, ids: list[str]) -> list[str | None]:
    return [source.name or source.role for source in filled.draft.form.sources if source.id in ids]  # type: ignore[attr-defined]  # what `Fill` gives


def test_a_silence_that_somebody_tells_of_is_not_the_tellers(fill: Fill) -> None:
    """Two verbs in the pluperfect behind "said" have a subject of their own."""
    filled = fill(
        "The maker, Dulcia, said the study was flawed. Ana Pires said Dulcia had been given the data and had not replied."
    )

    [silence] = filled.draft.form.denials
    assert _who(filled, silence.sources) == ["Dulcia"]


def test_whoever_says_and_does_not_answer_is_silent_themselves(fill: Fill) -> None:
    """Without the pluperfect both verbs are those of who speaks."""
    filled = fill("The union said the pay was low. Acme said the pay was fair and did not reply to further questions.")

    [silence] = [one for one in filled.draft.form.denials if one.kind == "no_response"]
    assert _who(filled, silence.sources) == ["Acme"]


def test_nobody_denies_that_they_were_cleared(fill: Fill) -> None:
    """A plea answers the charge, and not the sentence that tells of the acquittal."""
    filled = fill(
        "A court cleared the former banker Kurt Ahl of fraud on Thursday. Prosecutors had accused him of hiding losses. "
        "Mr Ahl pleaded not guilty."
    )

    [denial] = filled.draft.form.denials
    assert [claim.sentences for claim in filled.claims if claim.id in denial.claims] == [[2]]


@pytest.mark.parametrize(
    "text",
    [
        "A witness who testified that Kurt Ahl had ordered her to delete emails has since withdrawn her statement.",
        "Critics who say that the mayor told staff to lie were told to leave.",
        "Officials who said that the test was safe told the paper that it failed.",
    ],
)
def test_what_tells_one_witness_from_another_is_no_word_of_whom_it_tells(fill: Fill, text: str) -> None:
    """In "a witness who testified that Ahl had ordered her" nobody hears Ahl."""
    assert fill(text).claims == []


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("en", "Ida Storm: live updates"),
        ("en", "Ida Storm: what we know so far about the crash"),
        ("de", "Ida Storm: Liveticker"),
        ("fr", "Ida Storm : ce que l’on sait"),
        ("es", "Ida Storm: lo que sabemos"),
    ],
)
def test_what_a_headline_promises_is_said_by_nobody(fill: Fill, language: str, headline: str) -> None:
    """ "Live updates" behind somebody's name and a colon are not theirs."""
    assert fill(f"{headline}\nIda Storm won.", language).claims == []


def test_a_quotation_within_one_within_one_is_the_speakers(fill: Fill) -> None:
    """Double marks come again within single ones, and close there."""
    filled = fill(
        "“He told me, ‘The mayor said: “Stay at home”,’ and so we stayed,” said Rita Oll, who left on Tuesday."
    )

    [claim] = filled.claims
    assert _who(filled, claim.sources) == ["Rita Oll"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Müller‐Lukas, an analyst, said the sale would fail.", "Müller‐Lukas"),
        ("Wang Li (王丽) said the sale would fail.", "Wang Li"),
    ],
)
def test_names_in_other_signs_stay_whole(fill: Fill, text: str, name: str) -> None:
    """The typographer's hyphen joins as ours does, and letters of another script are a name too."""
    filled = fill(text)

    assert _who(filled, filled.claims[0].sources) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The report, seen by Reuters, says the bank hid losses.", "report"),
        ("The memo, dated May 3, said the minister knew.", "memo"),
        ("The dam will hold, built as it was in 1960, said the engineer.", "engineer"),
    ],
)
def test_a_described_document_says_what_stands_behind_its_verb(fill: Fill, text: str, name: str) -> None:
    """ "The bank hid losses" behind "The report, seen by Reuters, says" is told and tells nothing."""
    filled = fill(text)

    assert _who(filled, filled.claims[0].sources) == [name]
