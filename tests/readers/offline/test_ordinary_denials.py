"""Denials as ordinary articles have them: a figure for a figure, a silence on what was just told, a word for nonsense."""

import pytest

from tests.readers.offline.conftest import Fill, Filled


def _answered(filled: Filled, n: int) -> list[int] | None:
    """The sentences that the denial in sentence `n` answers; None where there is none."""
    form = filled.draft.form
    here = [denial for denial in form.denials if n in denial.sentences]
    return (
        [m for denial in here for claim in form.claims if claim.id in denial.claims for m in claim.sentences]
        if here
        else None
    )


@pytest.mark.parametrize(
    ("text", "n", "answered"),
    [
        ("Ann Hill said the firm had been given money for its mills.\nAcme insisted on Friday that the grant had been for houses.", 2, [1]),
        ("Tom Reed said the blast shook his house.\nAnn Hill called that “fanciful”.", 2, [1]),
        ("Acme says it has contracts for every picture.\nThose contracts covered books and nothing else, said Ann Hill.", 2, [1]),
        ("Three widows say that Acme used the tapes of dead actors.\nAnn Hill puts the number of tapes at more than 900.\nTom Reed speaks of 60.", 3, [2]),
        ("Ann Hill said Acme had robbed her.\nAcme said the money was paid back in May.\nAcme’s bank, Orr, did not reply to questions.\nThe auction house, Bell, bought the tapes.", 2, [1]),
    ],
)  # fmt: skip
def test_what_was_said_is_answered(fill: Fill, text: str, n: int, answered: list[int]) -> None:
    """Who insists on a certain day, finds it fanciful, narrows it or gives another number answers it."""
    assert _answered(fill(text), n) == answered


def test_a_number_of_others_is_no_figure_of_the_same(fill: Fill) -> None:
    """How many say it tells nothing of how many tapes there are."""
    assert (
        _answered(
            fill(
                "Three widows say that Acme used the tapes of dead actors.\nAnn Hill puts the number of tapes at more than 900."
            ),
            2,
        )
        is None
    )


def test_a_report_on_which_nobody_comments_is_the_matter(fill: Fill) -> None:
    """The sentence tells itself what neither speaks about."""
    text = (
        "Ann Hill said the water was cold.\nNeither Acme nor Orr would comment on a report that they share a director."
    )

    assert _answered(fill(text), 2) == [2]


def test_who_keeps_silent_on_a_question_of_its_own_answers_nobody(fill: Fill) -> None:
    """ "Whether they would pay": nobody said so; "where he is" asks for more of what was told."""
    text = (
        "Ann Hill accused the mayor of filling a pool.\nThe agency declined to say whether it was looking into wells."
    )

    assert _answered(fill(text), 2) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El concejal Juan Gil acusa a la alcaldesa de ocultar los informes.\nLa alcaldesa lo niega y dice que estaban en la biblioteca."),
        ("fr", "Le conseiller Luc Farge accuse la maire d’avoir caché les rapports.\nLa maire le nie et affirme qu’ils étaient à la bibliothèque."),
        ("fr", "Le conseiller Luc Farge accuse la maire d’avoir caché les rapports.\nLa maire dément et affirme qu’ils étaient à la bibliothèque."),
    ],
)  # fmt: skip
def test_who_denies_and_says_does_both(fill: Fill, language: str, text: str) -> None:
    """What is denied stands before its verb or in the sentence before, and behind the "and" another one begins."""
    filled = fill(text, language)
    [denial] = [one for one in filled.draft.form.denials if 2 in one.sentences]

    assert denial.kind == "denies"
    assert _answered(filled, 2) == [1]


def test_to_assure_is_to_say(fill: Fill) -> None:
    """In Spanish who "aseguró" something does not contradict whom it names."""
    text = "El alcalde, Julio Marín, anunció que la feria será en mayo.\nLa concejala Rosa Vidal aseguró que el alcalde ha reservado las casetas."

    assert fill(text, "es").draft.form.denials == []


def test_a_charge_is_no_part_of_who_makes_it(fill: Fill) -> None:
    """ "Accused by the opposition of filling a pool": the opposition accuses."""
    names = {
        source.name for source in fill("The mayor was accused by the opposition of filling a pool.").draft.form.sources
    }

    assert names == {"opposition"}


def test_who_stands_by_a_story_is_who_says_so(fill: Fill) -> None:
    """ "Said the paper stood by its story": no paper is called "said the paper"."""
    filled = fill(
        "Tom Reed said he had offered them nothing.\nThe editor, Ann Hill, said the paper stood by its story."
    )
    [denial] = [one for one in filled.draft.form.denials if 2 in one.sentences]

    assert [source.name for source in filled.draft.form.sources if source.id in denial.sources] == ["Ann Hill"]


def test_a_given_name_may_look_like_a_particle(fill: Fill) -> None:
    """ "Della" is somebody's first name."""
    [source] = fill("Transport minister Della Frome told parliament that the bridge was safe.").draft.form.sources

    assert (source.name, source.kind) == ("Della Frome", "person")
