"""Whom an office, a document or a verb without a subject stands for in German, French and Spanish."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("code", "text", "who"),
    [
        ("de", "Für sie sprach ihr Verteidiger Ulf Rabe. Die Akte sei leer, erklärte der Anwalt.", "Ulf Rabe"),
        ("de", "Als Zeugin wurde Tanja Wiese gehört. Sie habe nichts gesehen, sagte die 38-Jährige.", "Tanja Wiese"),
        ("de", "Verkehrsminister Thilo Anders schwieg. „Heute trauern wir“, sagte der Minister und ging.", "Thilo Anders"),
        ("de", "Laut einem Vermerk der Stadt fehlt das Gutachten. Das Papier nennt die Akte „dünn“.", "Vermerk der Stadt"),
        ("de", "Es regnet. Den Schaden bezifferte Olaf Brink auf zwei Millionen.", "Olaf Brink"),
        ("fr", "Il pleut. Son auteure, l'ancienne directrice Maud Perrin, affirme que la note est sérieuse.", "Maud Perrin"),
        ("fr", "Il pleut. Un ancien coéquipier, Willem Straten, raconte que le docteur proposait des aides.", "Willem Straten"),
        ("fr", "Il pleut. Son conseil, Me Octave Lemur, fait valoir que rien n'est prouvé.", "Octave Lemur"),
        ("fr", "Le médecin, Paul Lacaze, se tait. Tout est faux, souligne le praticien.", "Paul Lacaze"),
        ("fr", "Il pleut. « Tout le monde savait », a lancé la cheffe de file, Inès Bou, jeudi soir.", "Inès Bou"),
        ("es", "Juzgan al exgerente, Ramiro Anso. El exgerente se levantó. Las tuberías existen, dijo.", "Ramiro Anso"),
        ("es", "La portavoz Ana Ruiz dijo que el pacto existe. A su juicio, el informe llegó tarde.", "Ana Ruiz"),
    ],
)  # fmt: skip
def test_it_is_the_one_just_introduced(fill: Fill, code: str, text: str, who: str) -> None:
    """By another word for the office, by an age, by a name between commas, or by no word at all."""
    filled = fill(text, code)

    last = filled.article.sentences[-1].n
    assert filled.names(filled.of(last)) == [who]


@pytest.mark.parametrize(
    ("code", "text", "who"),
    [
        ("de", "Für sie sprach ihr Verteidiger Ulf Rabe. Die Akte sei leer, erklärte die Richterin.", None),
        ("de", "Im Zug saßen Tanja Wiese und Rita Moll. Sie habe nichts gesehen, sagte die 38-Jährige.", None),
        ("fr", "Le médecin, Paul Lacaze, se tait. Tout est faux, souligne le gardien.", None),
        ("es", "Juzgan al exgerente, Ramiro Anso. El fiscal se levantó. Las tuberías existen, dijo.", None),
    ],
)
def test_another_office_is_somebody_else(fill: Fill, code: str, text: str, who: str | None) -> None:
    """Nor is an age anybody's where two are named."""
    filled = fill(text, code)

    last = filled.article.sentences[-1].n
    assert filled.names(filled.of(last)) == [who]
