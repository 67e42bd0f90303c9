"""What the accused tell right behind an accusation, without a "not": in German, French and Spanish it answers that."""

import pytest

from tests.readers.offline.conftest import Fill, Filled

VORWURF = "Die Opposition warf Bürgermeisterin Ines Falk vor, die Frist versäumt zu haben. "
REPROCHE = "L'opposante Anne Brel reproche au maire, Paul Roy, d'avoir vendu le terrain à un ami. "
ACUSACION = "La concejala Ana Ruiz acusó al alcalde, Luis Peña, de haber vendido el solar a un amigo. "


def _denials(filled: Filled) -> list[tuple[str, str | None, list[int]]]:
    """Of each denial its kind, who denies, and the sentences of what it answers."""
    claims = {claim.id: claim.sentences for claim in filled.claims}
    return [
        (one.kind, filled.sources(one)[0].name, [n for id_ in one.claims for n in claims[id_]])
        for one in filled.draft.form.denials
    ]


@pytest.mark.parametrize(
    ("code", "text", "who"),
    [
        ("de", VORWURF + "Der Antrag sei zwei Tage vorher eingegangen, sagte Falk.", "Ines Falk"),
        ("de", VORWURF + "Es regnete. Falk erklärte, der Antrag liege vor.", "Ines Falk"),
        ("de", "Die CDU beschuldigt die Infrago Ost, Geld zu schulden. Alles sei bezahlt, teilte das Unternehmen mit.", "Infrago Ost"),
        ("de", "Die Klage wirft Ulrich Behm Untreue vor. Sein Mandant habe nur Rechnungen beglichen, sagte Kai Rode.", "Kai Rode"),
        ("de", "Rita Moll sagte, es fehlten 3000 Euro. Die Kasse stimme, konterte Schatzmeister Olaf Brink.", "Olaf Brink"),
        ("fr", REPROCHE + "Le terrain a été mis aux enchères, a expliqué M. Roy.", "Paul Roy"),
        ("fr", REPROCHE + "Le terrain a été mis aux enchères, fait valoir son avocat, Me Jean Sorel.", "Jean Sorel"),
        ("fr", "La CGT affirme que l'usine perd de l'argent. « Elle en gagne », rétorque la directrice, Anne Roy.", "Anne Roy"),
        ("fr", "Anne Roy affirme que le maire, Paul Rey, a vendu le pré. M. Rey a répondu que le pré est à louer.", "Paul Rey"),
        ("es", ACUSACION + "El solar se subastó en marzo, explicó Peña.", "Luis Peña"),
        ("es", ACUSACION + "Peña respondió que el solar se subastó en marzo.", "Luis Peña"),
        ("es", ACUSACION + "«Mi cliente firmó lo que le pasaban», explicó su abogado, Pedro Gil.", "Pedro Gil"),
        ("es", "La CGT afirma que la fábrica pierde dinero. El balance, replicó la directora, Ana Ruiz, es bueno.", "Ana Ruiz"),
    ],
)  # fmt: skip
def test_the_accused_answer_by_telling_how_it_was(fill: Fill, code: str, text: str, who: str) -> None:
    """They themselves, or whoever speaks for them."""
    assert _denials(fill(text, code)) == [("counters", who, [1])]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", VORWURF + "Man werde den Fall prüfen, sagte Falk."),
        ("de", VORWURF + "Der Landrat Ulf Rohde sagte, der Kreis habe den Antrag gesehen."),
        ("de", "Ines Falk sagte, die Brücke sei gesperrt. Es habe geregnet, sagte Falk."),
        ("fr", REPROCHE + "Le maire a répondu aux questions des habitants."),
        ("fr", "Selon la maire, Anne Brel, le pont est fermé. Le chantier a commencé, a expliqué Paul Roy."),
        ("fr", "Anne Roy aime la mer. « Le temps est beau », a répliqué son voisin, Paul Mer."),
        ("es", ACUSACION + "El concejal Juan Soto explicó que la biblioteca abrió en marzo."),
        ("es", ACUSACION + "Peña pidió que la sesión acabara pronto."),
        ("es", "La concejala Ana Ruiz dijo que faltaban plazas. Peña respondió que hay veinte en el mercado."),
    ],
)
def test_what_others_tell_answers_nothing(fill: Fill, code: str, text: str) -> None:
    """Nor do plans and wishes, nor what is said where nobody is accused."""
    assert _denials(fill(text, code)) == []


@pytest.mark.parametrize(
    ("code", "text", "who"),
    [
        ("en", "The mayor accused the minister of lying, which he denies.", "minister"),
        ("en", "The mayor accused the firm of fraud, an accusation it rejects.", "firm"),
        ("en", "Two women accused the singer of assault, which he denies.", "singer"),
        ("en", "Ina Holm accused the former minister Jon Pell of lying, which he denies.", "Jon Pell"),
        ("en", "The bank accused its former chief, Ida Holt, of theft, which she denies.", "Ida Holt"),
        ("fr", "L'opposition accuse le ministre d'avoir menti, ce qu'il conteste.", "ministre"),
        ("es", "La oposición acusa al ministro de mentir, algo que él niega.", "ministro"),
    ],
)
def test_who_is_accused_denies_it_in_the_same_sentence(fill: Fill, code: str, text: str, who: str) -> None:
    """ "He" is who the accusation is of, and not who accuses."""
    filled = fill(text, code)

    assert [source.name or source.role for source in filled.sources(filled.denial(1))] == [who]
    assert filled.answered(1) == [1]
    assert len(filled.claims) == 1


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The mayor said the minister had lied, which he denies.", "minister"),
        ("Police said Tom Ansel had fled, which he denies.", "Tom Ansel"),
        ("Ina Holm said the minister, Jon Pell, had lied, which he denies.", "Jon Pell"),
        ("Tom Ansel said he had paid, which the mayor denies.", "mayor"),
    ],
)
def test_who_is_spoken_of_denies_it_in_the_same_sentence(fill: Fill, text: str, who: str) -> None:
    """Nobody denies what they say themselves."""
    filled = fill(text)

    assert [source.name or source.role for source in filled.sources(filled.denial(1))] == [who]
    assert len(filled.claims) == 1


@pytest.mark.parametrize(
    "told",
    [
        "Her former boss has accused her of lying, a charge she rejects.",
        "Maria Lund accused her of lying, which she denies.",
    ],
)
def test_whoever_accuses_her_is_not_she(fill: Fill, told: str) -> None:
    """A pronoun behind the accusation is the one before it again."""
    filled = fill(f"Mary Hill left the board in May. {told}")

    assert [source.name for source in filled.sources(filled.denial(2))] == ["Mary Hill"]


def test_what_is_ruled_out_was_told_just_before(fill: Fill) -> None:
    """ "Ruled that out" denies what somebody held possible."""
    filled = fill("The city may sell the port, Ann Hill said. The mayor ruled that out.")

    assert (filled.denial(2).kind, filled.answered(2)) == ("denies", [1])


def test_who_does_not_buy_it_denies(fill: Fill) -> None:
    """ "Doesn't buy it" points back, as "does not accept that" does."""
    filled = fill("The union is angry. The boat failed an inspection, Hamish Orde said. Morag Tulloch doesn't buy it.")

    assert (filled.denial(3).kind, filled.names(filled.of(2))) == ("denies", ["Hamish Orde"])
