"""Denials in a clause that is a sentence, in the passive, in a quotation and by a name: each behind what it answers."""

import pytest

from tests.readers.offline.conftest import Fill

FR = "Anne Roux affirme que l'usine pollue la rivière.\n"
ES = "Ana Ruiz afirma que la fábrica contamina el río.\n"
EN = "Anna Hill says the plant pollutes the river.\n"


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("fr", FR + "Ce que dément la direction.", "direction"),
        ("fr", FR + "Une affirmation démentie par la direction.", "direction"),
        ("fr", FR + "Information contestée par la direction.", "direction"),
        ("fr", FR + "L'affirmation a été démentie par la direction.", "direction"),
        ("fr", FR + "« C'est faux », réfute la direction.", "direction"),
        ("fr", FR + "Matignon a démenti dans la soirée.", "Matignon"),
        ("es", ES + "Una acusación desmentida por la dirección.", "dirección"),
        ("es", ES + "La dirección rechaza de plano las acusaciones.", "dirección"),
        ("es", ES + "La dirección tachó la noticia de «pura especulación».", "dirección"),
        ("en", EN + "That claim was rejected on Tuesday by the minister, Claire Dunmore.", "Claire Dunmore"),
        ("en", EN + "The ministry called Hill's remarks baseless.", "ministry"),
    ],
)
def test_what_was_just_said_is_denied(fill: Fill, language: str, text: str, who: str) -> None:
    """Whoever the clause names denies the claim of the sentence before."""
    filled = fill(text, language)

    denial = filled.denial(2)
    assert denial.kind == "denies"
    assert [source.name for source in filled.sources(denial)] == [who]
    assert filled.answered(2) == [1]


def test_an_article_before_who_denies_is_no_object(fill: Fill) -> None:
    """ "Le" of "le maire dément la rumeur" is not what is denied."""
    filled = fill("Le maire dément la rumeur selon laquelle il aurait démissionné.", "fr")

    assert filled.answered(1) == [1]
