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
        ("fr", FR + "Des affirmations rejetées par la direction.", "direction"),
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


@pytest.mark.parametrize(
    ("language", "text", "content"),
    [
        ("en", "According to the mayor, Paul Dean, the pool was dear.", "the pool was dear"),
        ("fr", "Selon le maire, Didier Lorcy, la piscine a coûté cher.", "la piscine a coûté cher"),
        ("de", "Laut dem Leiter des Bauamts, Peter Lang, war das Bad teuer.", "war das Bad teuer"),
    ],
)
def test_a_name_behind_an_office_is_no_part_of_what_is_said(fill: Fill, language: str, text: str, content: str) -> None:
    """ "According to the mayor, Paul Dean, …"."""
    filled = fill(text, language)

    assert [filled.content(claim) for claim in filled.claims] == [content]


def test_who_was_reached_denies_what_was_said_before(fill: Fill) -> None:
    """ "Jointe par téléphone" is no claim that anybody denies."""
    filled = fill(FR + "Jointe par notre journal lundi soir, la direction réfute ces propos.", "fr")

    assert filled.answered(2) == [1]


def test_a_german_report_without_its_dass_is_denied_itself(fill: Fill) -> None:
    """ "Wies Berichte zurück, er habe davon gewusst" denies that, whatever was said before."""
    told = "Die Kasse wirft der Klinik falsche Abrechnungen vor. Peter Vogt wies Berichte zurück, er habe von den Abrechnungen gewusst."
    filled = fill(told, "de")

    assert filled.answered(2) == [2]


def test_who_denies_twice_denies_two_things(fill: Fill) -> None:
    """What the second sentence tells itself is denied there, and not once more what the first was about."""
    told = "Antón acusó a Pilar Soto de mentir. Soto lo niega. Antón sostiene que Soto vendió el solar, lo que ella rechaza."
    filled = fill(told, "es")

    assert filled.answered(3) == [3]
