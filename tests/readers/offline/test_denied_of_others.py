"""Denials that are of something else than what stands beside them."""

import pytest

from tests.readers.offline.conftest import Fill


def test_no_innocent_explanation_denies_nothing(fill: Fill) -> None:
    """A word for "not so" that is itself negated affirms."""
    filled = fill(
        "Lou Hay sold the barn to a cousin, the deeds show. “There is no innocent explanation,” Ann Hart said."
    )

    assert filled.draft.form.denials == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "A man stole the bell, police said. The parish council called reports about a cult “pure invention”."),
        ("en", "A man stole the bell, police said. The bishopric denied rumours about a cult."),
        ("de", "Ein Mann stahl die Glocke, teilte die Polizei mit. Das Bistum nannte Berichte über eine Sekte „frei erfunden“."),
    ],
)  # fmt: skip
def test_reports_about_something_are_answered_only_where_somebody_speaks_of_it(
    fill: Fill, code: str, text: str
) -> None:
    """The claim before is of something else; the denial stands by itself."""
    [denial] = fill(text, code).draft.form.denials

    assert (denial.claims, denial.sentences) == ([], [2])


def test_reports_about_it_are_answered(fill: Fill) -> None:
    """Where they share a telling word."""
    filled = fill("A cult stole the bell, Ann Hart said. The bishopric denied reports about a cult.")

    assert [denial.claims for denial in filled.draft.form.denials] == [[filled.of(1).id]]


def test_what_was_said_before_answers_nothing_told_now(fill: Fill) -> None:
    """ "Last week" is too early for an answer."""
    filled = fill(
        "The charity Clear Water accused Ostria of burning a farm. Ostria's president, Viktor Hahn, said last week that the "
        "valley was already taken."
    )

    assert filled.draft.form.denials == []


def test_a_number_called_a_fantasy_is_denied(fill: Fill) -> None:
    """By the name it is given."""
    filled = fill("The clerk said 340 barns had burnt. Tom Reed dismissed the number as “fantasy”.")

    assert [(denial.kind, denial.claims) for denial in filled.draft.form.denials] == [("denies", [filled.of(1).id])]


def test_a_retort_is_nobody(fill: Fill) -> None:
    """French "Faux, rétorque la société :"."""
    filled = fill(
        "Le pont n'a jamais été repeint, selon Anne Hart. Faux, rétorque la société Lind : il l'a été en mai.", "fr"
    )

    [denial] = filled.draft.form.denials
    assert (denial.kind, denial.claims, denial.sentences) == ("denies", [filled.of(1).id], [2])
    assert filled.names(filled.of(2)) == ["Lind"]
