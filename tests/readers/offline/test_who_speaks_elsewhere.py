"""Who speaks where the words beside the verb would tell somebody else."""

import pytest

from tests.readers.offline.conftest import Fill


def test_the_company_is_no_union(fill: Fill) -> None:
    """However often the union is named before it."""
    filled = fill(
        "The dockers' union, NDW, said nine in ten had stopped work. NDW secretary Lou Hay accused the company of bad "
        "faith. The company says its offer is fair."
    )

    assert filled.names(filled.of(3)) == ["company"]


def test_the_company_is_the_one_called_a_firm(fill: Fill) -> None:
    """A compound tells it as well, and a noun by its ending is no name."""
    filled = fill(
        "Der Möbelbauer Lind Haus schließt ein Werk. Noch im Mai habe der Vorstand Schließungen ausgeschlossen, sagte Ute "
        "Korn. Das Unternehmen erklärte, das Werk sei zu alt.",
        "de",
    )

    assert filled.names(filled.of(3)) == ["Möbelbauer Lind Haus"]


def test_a_surname_that_the_firm_bears_too_is_the_person(fill: Fill) -> None:
    """The name behind the noun for a firm is nobody's, in the headline either."""
    filled = fill(
        "Lind Haus schließt ein Werk. Der Möbelhersteller Lind Haus habe keine Wahl, sagte Chefin Mona Haus. Haus sagte, sie "
        "bedaure das.",
        "de",
        lead=1,
    )

    assert filled.names(filled.of(3)) == ["Mona Haus"]


def test_a_body_is_named_without_the_ending_of_its_case(fill: Fill) -> None:
    """German has "des Wetteramts" for "das Wetteramt"."""
    filled = fill("Eine Sprecherin des Wetteramts sagte, der Sturm ziehe ab.", "de")

    assert filled.names(filled.of(1)) == ["Wetteramt"]


@pytest.mark.parametrize("outlet", ["The Moorland Post", "Ostrian state news agency OTA"])
def test_an_outlet_is_told_from_whom_it_cites(fill: Fill, outlet: str) -> None:
    """Between commas it names who speaks."""
    filled = fill(f"{outlet}, citing a rail source, reported that the tunnel had flooded.")

    [claim] = filled.draft.form.claims
    forms = {form.id: form for form in filled.draft.form.sources}
    assert [forms[id_].kind for id_ in claim.sources] == ["anonymous"]
    assert [(forms[id_].name or "").split()[-1] for id_ in claim.via] == [outlet.rsplit(maxsplit=1)[-1]]


def test_a_relative_clause_speaks_once(fill: Fill) -> None:
    """ "Who cannot be named for legal reasons" is nobody beside the person."""
    filled = fill("A porter, who cannot be named for legal reasons, said she saw the cart leave.")

    assert [source.role for claim in filled.draft.form.claims for source in filled.sources(claim)] == ["porter"]


def test_an_adjective_at_the_head_is_no_name(fill: Fill) -> None:
    """Neither a participle nor a point of the compass."""
    filled = fill("Unverified reports on social media say the dam broke. Eastern diplomats believe the dam will hold.")

    assert [filled.names(filled.of(n))[0] for n in (1, 2)] == [
        "Unverified reports on social media",
        "Eastern diplomats",
    ]


def test_what_a_relative_clause_has_from_somebody_is_all_they_say(fill: Fill) -> None:
    """Spanish "que según el recuento ganó"."""
    filled = fill("La jefa, Nora Pinto, que según el padrón nació en Olmos, vendió la casa.", "es")

    [claim] = filled.draft.form.claims
    span, _ = filled.draft.spans[claim.id]
    assert span is not None
    assert filled.article.text[span.start : span.end] == "nació en Olmos"


def test_a_family_tells_something(fill: Fill) -> None:
    """Also where an apposition stands before the verb."""
    filled = fill("El poeta Tomás Rey, autor de sonetos, murió este domingo, informó su familia.", "es")

    assert filled.names(filled.of(1)) == ["su familia"]


def test_a_headline_may_say_what_somebody_is_before_the_surname(fill: Fill) -> None:
    """The full name below is hers."""
    filled = fill(
        "Swimmer Lund banned for a year. Freya Lund said on Friday that she is clean. Lund will appeal, she said.",
        lead=1,
    )

    assert filled.names(filled.of(2)) == ["Freya Lund"]


def test_a_label_behind_an_hour_is_a_label(fill: Fill) -> None:
    """In a live blog, by the first word of a body's name, before a quotation."""
    filled = fill("13:02 Ostra Lines confirmed the fire. 13:47 Ostra: “We have had no warning.”")

    assert filled.names(filled.of(2)) == ["Ostra Lines"]
