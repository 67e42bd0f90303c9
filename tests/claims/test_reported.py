"""Reported speech said plainly: what somebody accuses, denies or asks is told as its content, of who says it."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

SAME = [
    ("en", "Residents complained that sirens did not sound until the river rose.", "Sirens sounded only when the river rose."),
    ("en", "Maria Holt denied that the line had been cancelled.", "The line had not been cancelled."),
    ("en", "Rescuers had not been able to reach the village.", "Rescuers have been unable to reach the village."),
    ("en", "Maria Holt promised that the base would be kept.", "The base will be kept."),
    ("en", "Maria Holt rejected a newspaper report that the alarm had been switched off.", "The alarm had not been switched off."),
    ("en", "If convicted, Robert Vale faces up to six years in prison.", "Robert Vale could go to prison for as long as six years if convicted."),
    ("en", "The slide buried a barn, forcing 30 people to leave their homes.", "The slide buried a barn, and 30 people had to leave their homes."),
    ("en", "Eleven of the dead were on the ferry.", "Of the dead, eleven were on the ferry."),
    ("en", "Maria Holt rang the owner twice before she closed the kitchen.", "Maria Holt closed the kitchen after she had rung the owner twice."),
    ("en", "Waiting times fell from 212 minutes in January to 148 in May.", "Waiting times were 148 minutes in May, down from 212 in January."),
    ("de", "Die Sanierung könne im Oktober beginnen, sagte Taschner.", "Die Sanierung kann im Oktober beginnen."),
    ("es", "Iturralde negó conocer las transferencias.", "Iturralde no conocía las transferencias."),
    ("de", "Jörn Adamek weist zurück, dass die Firma Fördergeld verloren habe.", "Die Firma hat kein Fördergeld verloren."),
    ("de", "Taschner widersprach der Behauptung, er habe den Vertrag unterschrieben.", "Taschner hat den Vertrag nicht unterschrieben."),
    ("fr", "Le maire rejette l'accusation selon laquelle il aurait menti.", "Le maire n'a pas menti."),
    ("es", "Iturralde rechaza la acusación de que engañó a la empresa.", "Iturralde no engañó a la empresa."),
    ("de", "Das Gerücht, dass die Fabrik schließt, hält sich.", "Gerüchten zufolge schließt die Fabrik."),
    ("fr", "Il paraît que la mairie cherche un acheteur.", "La mairie chercherait un acheteur."),
    ("es", "Circula el rumor de que la fábrica cerrará en junio.", "Según un rumor, la fábrica cerrará en junio."),
]  # fmt: skip
ACCUSED = [
    ("en", "Maria Holt", "Maria Holt accused the council of hiding the report.", "The council hid the report."),
    ("de", "Jörn Adamek", "Jörn Adamek wirft der Verwaltung vor, ein Gutachten ignoriert zu haben.", "Die Verwaltung hat ein Gutachten ignoriert."),
    ("fr", "Samir Belkacem", "Samir Belkacem accuse la mairie d'avoir caché un rapport.", "La mairie a caché un rapport."),
]  # fmt: skip
OTHERS = [
    ("en", "The council was accused of hiding the report.", "The council hid the report."),
    ("en", "Maria Holt accused the council of hiding the report.", "Maria Holt hid the report."),
    ("en", "Maria Holt denied that the line had been cancelled.", "The line had been cancelled."),
    ("en", "Residents complained that sirens did not sound until the river rose.", "Sirens did not sound."),
    ("en", "Maria Holt rejected a newspaper report that the alarm had been switched off.", "The alarm had been switched off."),
    ("en", "If convicted, Robert Vale faces a fine of $900.", "If convicted, Robert Vale will be fined $900."),
    ("en", "The slide killed four people and forced 30 others to leave.", "The slide forced four people to leave and killed 30 others."),
    ("en", "Maria Holt rang the owner twice before she closed the kitchen.", "Maria Holt rang the owner twice after she had closed the kitchen."),
    ("en", "Waiting times fell from 212 minutes in January to 148 in May.", "Waiting times were 212 minutes in May, down from 148 in January."),
    ("en", "Maria Holt said she had advised Robert Vale to close the kitchen.", "Robert Vale had told Maria Holt that she should close the kitchen."),
    ("en", "Robert Vale said she had closed the kitchen.", "Robert Vale closed the kitchen."),
    ("en", "Rumour has it that the plant will close in June.", "The plant will close in June."),
    ("de", "Taschner widersprach der Behauptung, er habe den Vertrag unterschrieben.", "Taschner hat den Vertrag unterschrieben."),
    ("de", "Das Gerücht, dass die Fabrik schließt, hält sich.", "Die Fabrik schließt."),
    ("de", "Es heißt, die Firma habe gestern zwei Häuser verkauft.", "Die Firma hat gestern zwei Häuser verkauft."),
    ("fr", "Selon une rumeur, l'usine fermera en juin.", "L'usine fermera en juin."),
    ("fr", "La mairie chercherait un acheteur.", "La mairie cherche un acheteur."),
    ("fr", "S'il obtient un prêt, Luc Morin construira une grange.", "Luc Morin construira une grange."),
    ("es", "Presuntamente, el gerente Juan Pardo cobró dos sueldos.", "El gerente Juan Pardo cobró dos sueldos."),
    ("es", "El hotel tendría deudas de 600.000 euros.", "El hotel tiene deudas de 600.000 euros."),
    ("de", "Der Verwaltung wurde vorgeworfen, ein Gutachten ignoriert zu haben.", "Die Verwaltung hat ein Gutachten ignoriert."),
    ("es", "Iturralde negó conocer las transferencias.", "Iturralde conocía las transferencias."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "said"), SAME)
def test_its_content_stands(language: str, sentence: str, said: str) -> None:
    """Who says it is shown beside the claim, which may leave out that it is a denial or a promise."""
    assert problems(article(sentence, language), said, [1]) == ()


@pytest.mark.parametrize(("language", "accuser", "sentence", "said"), ACCUSED)
def test_an_accusation_is_a_fact_only_beside_its_accuser(language: str, accuser: str, sentence: str, said: str) -> None:
    """Without a source a claim reads as what the article says itself."""
    assert problems(article(sentence, language), said, [1], [accuser]) == ()
    assert problems(article(sentence, language), said, [1])


@pytest.mark.parametrize(("language", "sentence", "said"), OTHERS)
def test_nothing_else_does(language: str, sentence: str, said: str) -> None:
    """Nobody speaks in "is accused of", who accuses has not done it, and what is denied is not so."""
    assert problems(article(sentence, language), said, [1])
