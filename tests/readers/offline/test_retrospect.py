"""Retrospect: a sentence that tells who says the one before."""

import pytest

from tests.readers.offline.conftest import Fill

TOLD = [
    ("de", "Der Rhein ist seit Montag gesperrt. Das teilte die Polizei mit.", "Polizei"),
    ("de", "Der Zug fuhr viel zu schnell. Das sagte Ministerin Carola Reiß am Montag.", "Carola Reiß"),
    ("de", "Die Zahl der Diebstähle sinkt. Das geht aus einem Bericht des Amts hervor.", "Bericht des Amts"),
    ("de", "Die Zahl der Diebe sinkt wieder. Dies bestätigte ein Sprecher der Polizei.", "Polizei"),
    ("fr", "L’usine va fermer en mai. C’est ce qu’a annoncé la préfecture.", "préfecture"),
    ("fr", "La route est coupée. C’est ce qu’affirme Me Paul Lemoine, l’avocat de la famille.", "Paul Lemoine"),
    ("es", "La fábrica cerrará en mayo. Así lo ha anunciado la policía.", "policía"),
    ("es", "La fábrica cerrará en mayo. Así lo informó el alcalde, Jaime Olmos.", "Jaime Olmos"),
    ("en", "The factory will close in May. That is according to the mayor, Ann Reed.", "Ann Reed"),
    ("en", "Two people were hurt in the blast. That’s according to police.", "police"),
]


@pytest.mark.parametrize(("language", "text", "name"), TOLD, ids=[text for _, text, _ in TOLD])
def test_what_a_sentence_tells_is_whose_the_next_says(fill: Fill, language: str, text: str, name: str) -> None:
    """One claim over both, whose content is the first."""
    filled = fill(text, language)

    [claim] = filled.claims
    assert (claim.sentences, filled.names(claim)) == ([1, 2], [name])
    assert filled.content(claim) == text.partition(". ")[0] or claim.cue


def test_a_relay_is_told_in_retrospect_too(fill: Fill) -> None:
    """The magazine passes on what two people say."""
    filled = fill(
        "Die Molkerei soll jahrelang Milch gestreckt haben. Das berichtet das Magazin „Umschau“ unter Berufung auf zwei "
        "frühere Mitarbeiter.",
        "de",
    )

    [claim] = filled.claims
    assert [source.count for source in filled.sources(claim)] == [2]
    assert [source.name for source in filled.relays(claim)] == ["Umschau"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Ann Roth sagte, der Rhein sei gesperrt. Das bestätigte die Polizei."),
        ("de", "Ist der Rhein gesperrt? Das sagte die Polizei nicht."),
        ("fr", "L’usine va fermer en mai. C’est ce que les ouvriers redoutaient."),
    ],
)
def test_nothing_is_attributed_twice(fill: Fill, language: str, text: str) -> None:
    """What somebody else says already, a question, and what nobody says by it stay as they are."""
    claims = fill(text, language).claims

    assert [claim.sentences for claim in claims if claim.sentences == [1, 2]] == []


SPOKEN_FOR = [
    ("The council had checked the hotel in May, its spokesman told the Herald.", "council"),
    (
        "Rosa Amado said the union had lied. The company learned of it from the newspapers, a spokeswoman said.",
        "company",
    ),
]


@pytest.mark.parametrize(("text", "name"), SPOKEN_FOR)
def test_a_spokesperson_is_the_body_that_the_sentence_begins_with(fill: Fill, text: str, name: str) -> None:
    """ "Its spokesman" and "a spokeswoman" speak for whom their own sentence is about."""
    filled = fill(text)

    assert filled.names(filled.claims[-1]) == [name]


SEATS = [
    ("fr", "Alain Roussel accuse la mairie d’avoir menti. Le maire répond que l’arrêté date du 10 mai."),
    ("es", "Marta Duro acusa al Ayuntamiento de mentir. El alcalde responde que el informe está en la web."),
]


@pytest.mark.parametrize(("language", "text"), SEATS)
def test_who_holds_an_office_answers_for_its_body(fill: Fill, language: str, text: str) -> None:
    """The mayor answers what the town hall is accused of."""
    filled = fill(text, language)

    [denial] = filled.draft.form.denials
    assert denial.claims == [filled.of(1).id]


def test_a_sentence_ends_in_the_french_word_sens(fill: Fill) -> None:
    """ "En ce sens." is no title of senators."""
    filled = fill("La hiérarchie dément tout ordre en ce sens. Contactée, la préfecture n’a pas donné suite.", "fr")

    assert [denial.kind for denial in filled.draft.form.denials] == ["denies", "no_response"]
