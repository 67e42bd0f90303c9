"""Names that an article keeps back for a sentence, or shortens."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    "text",
    [
        (
            "A kitchen fitter was sacked after he reported a leak, a tribunal heard.\n\n"
            "Martin Doyle, 44, had worked at the school for a week.\n\n"
            "The kitchen fitter said that his van had broken down."
        ),
        (
            "A swimming coach has said that she never shouted at anybody.\n\n"
            "Petra Lind, 52, ran the club for ten years.\n\n"
            "The coach said that she would appeal."
        ),
    ],
)
def test_the_description_is_whom_the_next_sentence_names(fill: Fill, text: str) -> None:
    """ "A kitchen fitter …. Martin Doyle, 44, …. The kitchen fitter said" is one man."""
    filled = fill(text)

    assert filled.names(filled.of(3)) in (["Martin Doyle"], ["Petra Lind"])


@pytest.mark.parametrize(
    "text",
    [
        "A bank hid fees from its clients, a court heard.\n\nLars Hume, 44, sat beside his wife.\n\nThe judge said that he was ill.",
        "A kitchen fitter was sacked.\n\nMartin Doyle said that it was cold.\n\nThe kitchen fitter said that his van had broken down.",
    ],
)
def test_without_an_age_or_of_another_it_is_not(fill: Fill, text: str) -> None:
    """Nobody is whoever is named next."""
    filled = fill(text)

    assert filled.names(filled.of(3)) not in (["Lars Hume"], ["Martin Doyle"])


def test_a_firm_goes_without_its_trade(fill: Fill) -> None:
    """ "Corrax" is Corrax Minerals, and no person."""
    filled = fill(
        "Corrax Minerals said that the dam was safe.\n\nThe mine is old.\n\nCorrax said that it had tested the water."
    )

    assert [(one.name, one.kind) for one in filled.draft.form.sources] == [("Corrax Minerals", "organisation")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "Bill Harker",
            "The mayor at the time, Bill Harker, said that he was ill.\n\nMr Harker said that he would pay.",
        ),
        (
            "Victor Ndaye",
            "The police chief, Colonel Victor Ndaye, said that he was ill.\n\nThe colonel said that he would pay.",
        ),
    ],
)
def test_a_name_or_a_rank_is_no_paper_and_no_body(fill: Fill, name: str, text: str) -> None:
    """Bill Harker is no bill, and "the colonel" is who was called one."""
    assert [(one.name, one.kind) for one in fill(text).draft.form.sources] == [(name, "person")]
