"""Denials that stand alone, or before a colon: "C'est faux, répond la mairie : …", "Une information que dément le club."."""

import pytest

from tests.readers.offline.conftest import Fill

ANSWERED = [
    ("fr", "Selon le syndicat, deux joueurs ont été vendus. Une information que dément le club.", "club"),
    ("es", "Según el sindicato, hubo tres despidos. Una versión que desmiente la empresa.", "empresa"),
    (
        "de",
        "Laut „Hohenauer Bote“ hatte der Arzt eine Abmahnung. Eine Behauptung, die der Verein bestreitet.",
        "Verein",
    ),
    ("en", "Hill said the road was closed in May. A claim the council denies.", "council"),
    ("fr", "Selon le syndicat, un courrier est arrivé. C’est faux, répond la mairie : rien n’est arrivé.", "mairie"),
    ("fr", "Selon le syndicat, un courrier est arrivé. « C’est inexact », tranche la mairie.", "mairie"),
    ("es", "Torres declaró que avisó a la terminal. No es cierto, respondió la compañía: nadie llamó.", "compañía"),
    ("es", "El sindicato dijo que avisó a la terminal. El capitán lo niega rotundamente.", None),
    (
        "es",
        "El sindicato dijo que Quijano viajó a Cancún. Ramón Quijano lo desmintió: “Estuve en Soria”.",
        "Ramón Quijano",
    ),
]


@pytest.mark.parametrize(("language", "text", "denies"), ANSWERED, ids=[text for _, text, _ in ANSWERED])
def test_the_sentence_before_is_denied(fill: Fill, language: str, text: str, denies: str | None) -> None:
    """What somebody has just said is denied by who is named for it."""
    filled = fill(text, language)

    [denial] = filled.draft.form.denials
    assert denial.claims == [filled.of(1).id]
    assert [source.name for source in filled.sources(denial)] == [denies]


def test_one_thing_alone_is_denied(fill: Fill) -> None:
    """ "Une information que dément …" leaves an older accusation alone."""
    filled = fill(
        "La Ligue reproche au club d’avoir caché des dettes. Le stade est vide. Selon « Le Relais », deux joueurs sont partis. "
        "Une information que dément le syndicat des joueurs.",
        "fr",
    )

    [denial] = filled.draft.form.denials
    assert denial.claims == [filled.of(3).id]


def test_an_outlet_is_named_in_marks_alone(fill: Fill) -> None:
    """ "Laut „Hohenauer Bote“" needs no word for a newspaper."""
    filled = fill("Laut „Hohenauer Bote“ hatte der Arzt bereits 2019 eine Abmahnung erhalten.", "de")

    assert filled.names(filled.of(1)) == ["Hohenauer Bote"]
