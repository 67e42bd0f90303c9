"""Who denies what somebody else says in the same sentence: not who says it."""

import tomllib
from pathlib import Path

import pytest

from tests.readers.offline.conftest import Fill

TOLD: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("deniers.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("language", "told", "who"),
    [(language, *line.split("|")) for language, lines in TOLD.items() for line in lines],
)
def test_who_denies_it_is_whom_it_is_said_of(fill: Fill, language: str, told: str, who: str) -> None:
    """The pronoun, or "the latter", stands for the accused, and the denial answers the accusation."""
    filled = fill(told, language)

    denial = filled.denial(1)
    assert [source.name or source.role for source in filled.sources(denial)] == [who]
    assert filled.answered(1) == [1]


@pytest.mark.parametrize(
    ("told", "who", "said"),
    [
        ("Der Vorwurf wurde von der Stadt zurückgewiesen.", "Stadt", None),
        ("Der Minister wird von der Opposition beschuldigt, gelogen zu haben.", "Opposition", "gelogen zu haben"),
        ("Dem Minister wurde von Anna Roth vorgeworfen, er habe gelogen.", "Anna Roth", "er habe gelogen"),
    ],
)
def test_a_german_passive_names_who_does_it_before_its_participle(
    fill: Fill, told: str, who: str, said: str | None
) -> None:
    """ "Von der Stadt" tells who, and what stands first is no speaker."""
    filled = fill(told, "de")

    found = filled.claims if said else filled.draft.form.denials
    assert [source.name for one in found for source in filled.sources(one)] == [who]
    assert [filled.content(claim) for claim in filled.claims] == ([said] if said else [])


def test_a_pronoun_before_the_verb_is_who_is_accused(fill: Fill) -> None:
    """ "L'accuse en outre": what stands behind the verb is no accused."""
    told = "La directrice, Agnès Kermel, dit que tout va bien. Le syndicat l'accuse en outre d'avoir menti, ce qu'elle nie."
    filled = fill(told, "fr")

    assert [source.name for source in filled.sources(filled.denial(2))] == ["Agnès Kermel"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Verband behauptet, das Wasser sei belastet. Die Stadtwerke widersprechen dieser Darstellung."),
        ("es", "Ana Ruiz dijo que solo diez árboles eran peligrosos. Robledo discrepa de esa valoración."),
    ],
)
def test_who_takes_another_view_answers_what_was_said(fill: Fill, language: str, text: str) -> None:
    """In the plural too, and of a judgement."""
    assert fill(text, language).answered(2) == [1]
