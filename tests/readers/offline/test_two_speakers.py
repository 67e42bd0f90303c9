"""Two who speak together, without an article of their own."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("de", "Polizei und Feuerwehr teilten mit, niemand sei verletzt.", {"Polizei", "Feuerwehr"}),
        (
            "de",
            "Nach Angaben von Polizei und Staatsanwaltschaft starben zwei Menschen.",
            {"Polizei", "Staatsanwaltschaft"},
        ),
        ("de", "Veranstalter und Polizei sprachen von 3000 Teilnehmern.", {"Veranstalter", "Polizei"}),
        ("de", "Bürgerinnen und Bürger sagten, es sei zu laut.", {"Bürgerinnen und Bürger"}),
        ("en", "Police and the fire brigade said 14 homes had been lost.", {"Police", "fire brigade"}),
        ("en", "Parents and teachers said the school was cold.", {"Parents and teachers"}),
    ],
)
def test_a_body_beside_another_speaks_too(fill: Fill, language: str, text: str, who: set[str]) -> None:
    """Bodies, and people beside a body, are two sources; two nouns for people are one group."""
    filled = fill(text, language)

    assert {source.name for claim in filled.claims for source in filled.sources(claim)} == who


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La directrice du laboratoire rejette l'idée que des médecins aient été payés."),
        ("de", "Die Direktorin weist die Vorstellung zurück, dass Ärzte bezahlt worden seien."),
        ("es", "La directora rechaza la idea de que se haya pagado a médicos."),
    ],
)
def test_who_rejects_an_idea_denies_what_it_tells(fill: Fill, language: str, text: str) -> None:
    """An idea "that …" is no plan."""
    filled = fill(text, language)

    assert [denial.kind for denial in filled.draft.form.denials] == ["denies"]


def test_a_deed_in_the_subjunctive_is_what_its_teller_says(fill: Fill) -> None:
    """ "Sie habe drei Fälle gemeldet" reports nothing by itself."""
    filled = fill("Die Ärztin Miriam Sanders sagte, sie habe dem Amt drei Fälle gemeldet.", "de")

    assert [(filled.names(claim), filled.content(claim)) for claim in filled.claims] == [
        (["Miriam Sanders"], "sie habe dem Amt drei Fälle gemeldet")
    ]
