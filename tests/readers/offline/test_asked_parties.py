"""What a sentence tells of others does not answer a question about somebody, nor another of a sort about one of it."""

import pytest

from tests.claims.articles import article_of_lines
from tests.readers.offline.asking import answered

OF_OTHERS = [
    ("en", "Forty households are suing the owner of a quarry.\nThe county measured the blasts.", "How many households are suing the county?"),
    ("fr", "Deux salariés accusent une usine.\nLe maire est absent.", "Combien de salariés accusent le maire ?"),
    ("de", "Jan Roos spricht von einem Bruch.\nEr forderte den Rücktritt von Lena Falk.", "Wer fordert den Rücktritt von Roos?"),
    ("en", "The union said on Monday that Acme knew of the fault.", "When did the union report Acme to the police?"),
    ("en", "Jan Roos said Acme had replaced the doors.", "What does Roos say about the lawsuit?"),
    ("en", "The owner has cracked the wall.", "Has the previous owner cracked the wall?"),
    ("de", "Der Direktor wurde am Montag verhaftet.", "Wann wurde der zweite Direktor verhaftet?"),
    ("fr", "Le directeur a été arrêté lundi.", "Quand l'ancien directeur a-t-il été arrêté ?"),
    ("en", "The clinic treated eleven patients in July.", "How many patients does the clinic treat a year?"),
    ("en", "Two hundred bottles of wine are missing.", "What is the wine worth?"),
    ("en", "Its office in Lenz was closed, a Meridian reporter found.", "Who founded Meridian?"),
    ("en", "Petrak said on oath that Marsh had been promised an earlier release.", "When was Marsh released?"),
    ("en", "Cobalt Works said nothing.\nWork was to begin in April, and 2,000 families would have to move.", "How many people work for Cobalt Works?"),
    ("en", "Ostra has filed a complaint with the board.\nThe board's chairman, Felix Amadi, said it was late.", "What does Ostra's chairman say?"),
    ("en", "Two guards at the prison knew of a plan.", "How many guards work at the prison?"),
    ("en", "A report by the Justice Ministry called the walls weak.", "What does the judge say?"),
    ("es", "Ferrosur respondió que retirará los trenes.\nLa jueza Carmen Luján abrió una investigación.", "¿Qué pide la jueza a Ferrosur?"),
    ("en", "Samuel Oduya said he would wait.\nElias Tann denies any wrongdoing.", "Did Oduya dismiss Tann?"),
]  # fmt: skip
OF_THEM = [
    ("en", "Forty households are suing the county.", "How many households are suing the county?"),
    ("de", "Lena Falk forderte den Rücktritt von Jan Roos.", "Wer fordert den Rücktritt von Roos?"),
    ("en", "The previous owner has cracked the wall.", "Has the previous owner cracked the wall?"),
    ("fr", "L'ancien directeur a été arrêté lundi.", "Quand l'ancien directeur a-t-il été arrêté ?"),
    ("en", "The clinic treats 900 patients every year.", "How many patients does the clinic treat a year?"),
    ("en", "Lena Falk founded Meridian in 1990.", "Who founded Meridian?"),
    ("es", "Se acusa a Ferrosur de fallos en 18 trenes.", "¿Cuántos trenes tienen fallos?"),
    ("en", "About 40 guards work at the prison.", "How many guards work at the prison?"),
    ("en", "The missing wine is worth 9,000 dollars.", "What is the wine worth?"),
]


@pytest.mark.parametrize(("language", "text", "question"), OF_OTHERS)
async def test_what_befalls_others_does_not_answer(language: str, text: str, question: str) -> None:
    """Another party, another of the same sort, another span, or nothing that the article knows."""
    assert await answered(article_of_lines(text, language), question) == []


@pytest.mark.parametrize(("language", "text", "question"), OF_THEM)
async def test_what_befalls_them_answers(language: str, text: str, question: str) -> None:
    """The very same are answered where the article tells of them."""
    assert await answered(article_of_lines(text, language), question) == [1]
