"""What somebody denies is said by whom the same sentence names behind it, and "neither … nor" are two."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("code", "text", "denier", "teller"),
    [
        ("fr", "Le ministre a démenti mardi avoir prévenu la direction, comme l'affirme le syndicat.", "ministre", "syndicat"),
        ("fr", "La maire a nié avoir vendu le terrain, comme le prétend l'opposition.", "maire", "opposition"),
        ("fr", "La société dément que l'eau soit polluée, comme l'a affirmé la préfecture.", "société", "préfecture"),
        ("es", "El alcalde negó haber vendido el terreno, como afirma la oposición.", "alcalde", "oposición"),
        ("es", "La empresa desmintió que haya despidos, tal y como sostiene el sindicato.", "empresa", "sindicato"),
        ("de", "Die Ministerin bestritt, davon gewusst zu haben, wie die Gewerkschaft behauptet.", "Ministerin", "Gewerkschaft"),
        ("de", "Die Firma bestreitet, Müll vergraben zu haben, wie der Verband behauptet.", "Firma", "Verband"),
    ],
)  # fmt: skip
def test_who_tells_what_is_denied_does_not_tell_of_the_denial(
    fill: Fill, code: str, text: str, denier: str, teller: str
) -> None:
    """ "As the union says" is of what the minister denies, so that the denial answers the union."""
    filled = fill(text, code)

    [claim], [denial] = filled.claims, filled.draft.form.denials
    assert [source.name or source.role for source in filled.sources(claim)] == [teller]
    assert [source.name or source.role for source in filled.sources(denial)] == [denier]
    assert denial.claims == [claim.id]
    assert not filled.content(claim).startswith(text[:4])


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Le prix a doublé, comme l'affirme le syndicat."),
        ("es", "El precio se dobló, como afirma el sindicato."),
        ("de", "Der Preis hat sich verdoppelt, wie die Gewerkschaft mitteilt."),
    ],
)
def test_a_plain_clause_is_told_whole(fill: Fill, code: str, text: str) -> None:
    """Where nothing is denied, all of the clause before is what is said."""
    filled = fill(text, code)

    assert filled.content(filled.of(1)) == text.split(",", maxsplit=1)[0]
    assert filled.draft.form.denials == []


@pytest.mark.parametrize(
    ("code", "text", "silent"),
    [
        ("fr", "Ni la mairie ni la préfecture n'ont répondu à nos questions.", ["mairie", "préfecture"]),
        ("fr", "Ni le ministre ni son cabinet n'ont souhaité commenter.", ["ministre", "son cabinet"]),
        ("es", "Ni el Ministerio ni la Delegación respondieron a las preguntas de este diario.", ["Ministerio", "Delegación"]),
        ("es", "Ni el Gobierno ni la oposición quisieron hacer comentarios.", ["Gobierno", "oposición"]),
        ("de", "Weder die Stadt noch der Konzern wollten sich äußern.", ["Stadt", "Konzern"]),
    ],
)  # fmt: skip
def test_neither_of_two_answers(fill: Fill, code: str, text: str, silent: list[str]) -> None:
    """Both are silent, not the nearer one alone."""
    filled = fill(text, code)

    [denial] = filled.draft.form.denials
    assert [source.name or source.role for source in filled.sources(denial)] == silent


def test_a_clitic_is_the_body_just_told_of(fill: Fill) -> None:
    """ "Indique-t-elle" is the management that has just denied, not the woman who spoke before."""
    filled = fill(
        "La directrice Fabienne Claes affirme que 140 emplois sont menacés. La direction de Renaud conteste ce chiffre. "
        "Il n'est pas question de licenciements, indique-t-elle dans un communiqué.",
        "fr",
    )

    assert filled.names(filled.of(3)) == ["direction de Renaud"]
