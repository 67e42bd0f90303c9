"""One of several: "one of them, Ada Obi,", "a third", and for whom "a spokesman for the minister" speaks."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Four nurses complained in May. One of them, Alison Trew, said that the ward was cold."),
        ("en", "Four nurses complained in May. One of the nurses, Alison Trew, said that the ward was cold."),
        ("de", "Vier Pfleger beschwerten sich. Eine von ihnen, Alison Trew, sagte, die Station sei kalt."),
        ("fr", "Quatre infirmières se sont plaintes. L'une d'elles, Alison Trew, a déclaré que la salle était froide."),
        ("es", "Cuatro enfermeras se quejaron. Una de ellas, Alison Trew, dijo que la sala estaba fría."),
    ],
)  # fmt: skip
def test_one_of_them_goes_by_the_name_behind(fill: Fill, code: str, text: str) -> None:
    """The name between the commas is who speaks."""
    filled = fill(text, code)

    assert filled.names(filled.of(2)) == ["Alison Trew"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Two nurses said that the ward was cold. A third said that nobody had been told."),
        ("en", "Two nurses said that the ward was cold. A fourth said that nobody had been told."),
        ("fr", "Deux infirmières ont dit que la salle était froide. Une troisième a dit que personne ne savait."),
        ("es", "Dos enfermeras dijeron que la sala estaba fría. Una tercera dijo que nadie lo sabía."),
    ],
)
def test_a_third_is_somebody_without_a_name(fill: Fill, code: str, text: str) -> None:
    """An ordinal behind "a" is a person, whom nobody names."""
    filled = fill(text, code)

    assert [(source.name, source.kind) for source in filled.sources(filled.of(2))] == [(None, "unnamed_person")]


@pytest.mark.parametrize(
    "text",
    [
        "Four teachers who were at the meeting told the Journal that Renwick had spoken of closures.",
        "Four teachers who were in the hall said that Renwick had spoken of closures.",
        "Residents who have on two occasions been evacuated said that Renwick had spoken of closures.",
    ],
)
def test_whoever_was_there_tells_of_what_another_said(fill: Fill, text: str) -> None:
    """A helping verb of the relative clause is not the one of what is told."""
    filled = fill(text)

    [claim] = filled.claims
    assert [source.kind for source in filled.sources(claim)] == ["unnamed_group"]


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for the former prime minister, Edmund Cray, said that the report was lost.",
        "A spokeswoman for the mayor, Edmund Cray, said that the report was lost.",
    ],
)
def test_a_spokesman_does_not_bear_the_name_of_whom_he_speaks_for(fill: Fill, text: str) -> None:
    """Behind an office the name is who holds it; the spokesman has none."""
    filled = fill(text)

    [claim] = filled.claims
    assert "Edmund Cray" not in filled.names(claim)


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for the club, Edmund Cray, said that the report was lost.",
        "The mayor's spokesman, Edmund Cray, said that the report was lost.",
        "The spokesman for the mayor, Edmund Cray, said that the report was lost.",
    ],
)
def test_a_spokesman_bears_the_name_behind_what_has_none(fill: Fill, text: str) -> None:
    """A club is not called so, and "the spokesman" is one whom a name tells."""
    filled = fill(text)

    [claim] = filled.claims
    assert filled.names(claim) == ["Edmund Cray"]
