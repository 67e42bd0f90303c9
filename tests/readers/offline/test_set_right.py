"""Who sets right what was said, who pleads for a client, who only rules or prosecutes, and quotations that the speaker parts."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Un borrador fija una cláusula de indemnización, según El Pregón. «Esa cláusula se eliminó en junio», puntualizó el interventor, Jan Roos."),
        ("fr", "Lena Falk affirme que le panneau est resté vide. « Le panneau a été couvert une semaine », nuance le maire, Jan Roos."),
        ("en", "Lena Falk said Emil Sand had drunk on duty. Counsel said his client had drunk nothing but tea."),
    ],
)  # fmt: skip
def test_who_sets_right_or_pleads_for_a_client_counters(fill: Fill, language: str, text: str) -> None:
    """By a verb for correcting what was just told of the same thing, or as counsel for "his client"."""
    assert fill(text, language).only_counters(2, said=1)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Jan Roos dijo que la piscina abrirá en junio. «La piscina abrirá por las tardes», puntualizó la concejala Lena Falk."),
        ("es", "Jan Roos dijo que la piscina está llena. «La biblioteca está vacía», puntualizó la concejala Lena Falk."),
        ("es", "Según el escrito de acusación, Emil Sand habría adjudicado diecisiete contratos. Los contratos, sostiene el fiscal Jan Roos, nunca se ejecutaron."),
        ("en", "Emil Sand said his dismissal was unfair. Tribunal judge Ann Pell said the dismissal had not been unfair."),
        ("en", "Emil Sand said the dismissal was unfair. The tribunal's president, Ann Pell, said the dismissal had not been unfair."),
    ],
)  # fmt: skip
def test_who_adds_rules_or_prosecutes_denies_nothing(fill: Fill, language: str, text: str) -> None:
    """What is to come or of another thing corrects nothing; a judge takes no side, and the prosecutor that of the indictment."""
    assert fill(text, language).draft.form.denials == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Lena Falk dijo que Emil Sand había cobrado. «Tampoco es verdad», apostilló Sand, «que haya cobrado.»"),
        ("en", "Lena Falk said Emil Sand had been paid. “I did not,” Sand said, “take a penny from anybody.”"),
        ("de", "Lena Falk sagte, Emil Sand sei bezahlt worden. „Es ist nicht wahr“, sagte Sand, „dass ich bezahlt wurde.“"),
        ("en", "Lena Falk said nobody had been told. “That is simply a misreading of the log,” said Emil Sand."),
    ],
)  # fmt: skip
def test_a_quotation_that_goes_on_in_small_letters_is_one_clause(fill: Fill, language: str, text: str) -> None:
    """The "that" behind the speaker belongs to the "not true" before; a misreading is not so either."""
    filled = fill(text, language)

    assert (filled.denial(2).kind, filled.answered(2)) == ("denies", [1])


def test_people_of_a_place_report(fill: Fill) -> None:
    """ "Researchers at … University report": the verb agrees with those who stand first."""
    filled = fill("Researchers at Norburg University report that the well held nine litres.")

    [claim] = filled.claims
    assert filled.content(claim) == "the well held nine litres"


def test_who_tells_another_story_right_behind_a_denial_answers_who_denied(fill: Fill) -> None:
    """Not only what was denied."""
    filled = fill(
        "Lena Falk said Emil Sand had taken the boat. “It is not true that I took it,” Sand said. Jan Roos told a different story.",
    )

    assert 2 in filled.answered(3)
