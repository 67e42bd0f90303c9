"""A body's own officers speak right behind its denial, the accused take up one thing after another, and "for its part" contradicts a report."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Residents accused the baker Harrow of venting fumes. Harrow denied the accusation. “The filters were changed every week,” said Tom Ash, its head of production."),
        ("de", "Der Verein wirft dem Schlachthof vor, Abwasser eingeleitet zu haben. Der Schlachthof weist den Vorwurf zurück. „Unsere Kläranlage lief an jedem Tag des Jahres“, sagte Betriebsleiterin Karin Roos."),
        ("en", "Prosecutors accuse Lena Falk of burning the diaries in May. Falk denied burning anything. As for the diaries, they had been sold in 2011, she said."),
    ],
)  # fmt: skip
def test_what_is_told_right_behind_a_denial_answers_the_same(fill: Fill, language: str, text: str) -> None:
    """By "its head of production", an office with no other owner, or the accused on one thing of the charge."""
    filled = fill(text, language)

    assert (filled.denial(3).kind, filled.answered(3)) == ("counters", [1])


@pytest.mark.parametrize(
    "text",
    [
        "Residents accused the baker Harrow of venting fumes. Harrow denied the accusation. “We have set up a review,” said Tom Ash, its head of production.",
        "Residents accused the baker Harrow of venting fumes. Harrow denied the accusation. “The filters were changed every week,” said Tom Ash, a neighbour.",
        "Residents accused the baker Harrow of venting fumes. Harrow denied the accusation. As for the weather, it was fine, said Bo Reed.",
    ],
)  # fmt: skip
def test_a_stranger_a_plan_and_another_topic_answer_nothing(fill: Fill, text: str) -> None:
    """Only the denial itself is one."""
    assert [denial.sentences for denial in fill(text).draft.form.denials] == [[2]]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El fiscal acusa a Lena Falk de quemar los cuadernos en mayo. En cuanto a los cuadernos, Falk dijo que se habían vendido en 2011."),
        ("fr", "Le parquet accuse Lena Falk d'avoir brûlé les carnets. Quant aux carnets, Mme Falk dit qu'ils ont été vendus en 2011."),
        ("de", "Die Anklage wirft Lena Falk vor, die Dienstpläne vernichtet zu haben. Was die Dienstpläne betreffe, so seien sie 2011 verkauft worden, sagte Falk."),
        ("de", "Die Grünen werfen Landrat Uwe Sand vor, die Anzeige liegen gelassen zu haben. Sand seinerseits betonte, die Anzeige sei noch am selben Tag weitergeleitet worden."),
    ],
)  # fmt: skip
def test_the_accused_take_up_a_thing_of_the_charge(fill: Fill, language: str, text: str) -> None:
    """By what a sentence names its topic with, or with "seinerseits" before the verb."""
    assert fill(text, language).only_counters(2, said=1)


def test_for_its_part_nothing_happened_that_was_only_reported(fill: Fill) -> None:
    """A "not" beside "pour sa part" denies what the sentence before tells in the conditional, in no common word."""
    filled = fill(
        "Selon deux diplomates, un attaché aurait quitté le pays par la mer. "
        "La préfecture maritime a indiqué pour sa part qu'aucun navire n'avait appareillé ce soir-là.",
        "fr",
    )

    assert (filled.denial(2).kind, filled.answered(2)) == ("denies", [1])
