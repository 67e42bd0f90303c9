"""What a desk found in agency prose: whose words are whose, and who keeps silent."""

import pytest

from tests.readers.offline.conftest import Fill, Filled


def _who(filled: Filled, n: int) -> list[str | None]:
    return [source.name or source.role for source in filled.sources(filled.of(n))]


def test_the_agency_is_the_one_told_of_in_full(fill: Fill) -> None:
    """The same noun with what tells which comes before a body of another kind that was named last."""
    filled = fill(
        "The national food agency opened an investigation on Friday. Mayor Jo Pell said it was early. A study by the "
        "University of Carrow found that one plant in five was dirty. The agency expects results next week."
    )

    assert _who(filled, 4) == ["national food agency"]


def test_the_company_is_still_the_one_that_is_named(fill: Fill) -> None:
    """What describes a name beside it is no name of its own."""
    filled = fill(
        "Acme, a small toy company, makes bears. Jo Pell said Acme had hidden a fault. The company denied it."
    )

    assert [source.name for source in filled.sources(filled.denial(3))] == ["Acme"]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("« On creuse encore », a raconté l'un de ses délégués, Karim Lassalle.", "Karim Lassalle"),
        ("« On creuse encore », a répondu l'adjoint aux transports, Bruno Teyssac.", "Bruno Teyssac"),
        ("« On creuse encore », a répondu Bruno Teyssac aux journalistes.", "Bruno Teyssac"),
        ("« On creuse encore », a répondu la maire aux journalistes.", "maire"),
    ],
)
def test_a_french_name_behind_its_office_is_kept(fill: Fill, told: str, name: str) -> None:
    """ "Aux transports" belongs to the office, "aux journalistes" does not."""
    filled = fill(f"Le chantier est arrêté depuis lundi. {told}", "fr")

    assert _who(filled, 2) == [name]


def test_a_second_spokeswoman_is_not_the_body_whose_spokesman_is_named(fill: Fill) -> None:
    """The body has just spoken through somebody with a name."""
    filled = fill(
        "Die Umweltorganisation Grüner Bogen hält das für unglaubwürdig. Deren Sprecher Timo Aldinger erklärte, seine "
        "Organisation habe den Kreis gewarnt. Ein solches Schreiben liege dem Landratsamt nicht vor, teilte eine "
        "Sprecherin mit.",
        "de",
    )

    assert _who(filled, 3) == ["Sprecherin"]


def test_a_german_genitive_is_the_body_told_of(fill: Fill) -> None:
    """ "Nach Angaben des Ministeriums" are those of the ministry before."""
    filled = fill(
        "Das Umweltministerium kündigte an, 40 Proben zu nehmen. Nach Angaben des Ministeriums besteht keine Gefahr.",
        "de",
    )

    assert _who(filled, 2) == ["Umweltministerium"]


def test_a_silence_is_heard_over_what_is_asked(fill: Fill) -> None:
    """The clause between two commas stands before the "not" that ends the sentence."""
    filled = fill(
        "Kurt Ahl sagte, die Firma Ott habe betrogen. Die Staatsanwaltschaft wollte sich zu der Frage, ob sie gegen ihn "
        "vorgeht, nicht äußern.",
        "de",
    )

    assert filled.denial(2).kind == "declines_comment"
    assert [source.name for source in filled.sources(filled.denial(2))] == ["Staatsanwaltschaft"]


@pytest.mark.parametrize(
    ("denies", "answered"),
    [
        ("Jo Reed said that was untrue.", [3]),
        ("“That is not true,” said Jo Reed of Acme.", [3]),
        ("Acme called this false.", [3]),
        ("Acme denied the accusations.", [1, 2]),
    ],
)
def test_one_thing_is_what_was_just_said(fill: Fill, denies: str, answered: list[int]) -> None:
    """ "That" is not what was said of the same people before; "the accusations" are."""
    filled = fill(
        "Jon Hill accused Acme of hiding faults. Residents accused Acme of greed. Bo Moll claimed that Acme had postponed "
        f"a clean in June. {denies}"
    )

    assert [n for n in answered if n in filled.answered(4)] == answered
    assert len(answered) > 1 or filled.answered(4) == answered


def test_who_is_not_accused_does_not_answer_an_accusation_further_back(fill: Fill) -> None:
    """Whoever says that "it" has not done something, of another body, denies nothing that was said of a company."""
    filled = fill(
        "Parents accused the company of greed. “My son was ill for days,” said Carla Munt. The agency's own role is in "
        "question. Lawmaker Idris Fenn said it had not inspected the plant since 2023."
    )

    assert filled.draft.form.denials == []


def test_the_report_is_not_what_the_article_begins_with(fill: Fill) -> None:
    """One report is denied, the one told of right before."""
    filled = fill(
        "Acme sold bad milk, officials said on Friday. The Gazette reported that Acme had postponed a clean planned for "
        "June. Acme denied the report."
    )

    assert filled.answered(3) == [2]
