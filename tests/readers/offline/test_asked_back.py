"""Answers that stand in another form than the question: by what a sentence points back to, a converse, or two words for one."""

import pytest

from tests.claims.articles import article_of_lines
from tests.readers.offline.asking import answered


@pytest.mark.parametrize(
    ("language", "text", "question", "expected"),
    [
        ("en", "The coach was suspended.\nThe club announced the step on Monday.", "When was the suspension announced?", [2]),
        ("fr", "La directrice réclame la fermeture du four.\nLe maire s'y oppose parce que le four emploie 40 personnes.", "Pourquoi le maire s'oppose à la fermeture ?", [2]),
        ("fr", "Le four emploie 40 personnes.", "Combien de personnes travaillent au four ?", [1]),
        ("fr", "On ouvrait la vanne deux fois par semaine.", "À quelle fréquence ouvrait-on la vanne ?", [1]),
        ("en", "Some 400 bottles of wine went missing.", "How many bottles are missing?", [1]),
        ("en", "The mill was sold to Norvald Lines in May.", "Who bought the mill?", [1]),
        ("en", "Villagers are suing the owner of a mill.", "Who bought the mill?", []),
        ("en", "The owner of the mill, Norvald Lines, is silent.", "Who owns the mill?", [1]),
        ("de", "Als Ursache des Brandes nennt das Amt ein Kabel.", "Was ist die Ursache des Brandes?", [1]),
        ("en", "Jan Roos accused the club of paying him.\nRovers chairman Victor Lund denied it.", "Did Rovers deny it?", [2]),
    ],
)  # fmt: skip
async def test_what_is_told_in_another_form_answers(
    language: str, text: str, question: str, expected: list[int]
) -> None:
    """ "The step", "y", who is employed and who works, what went missing, and to whom a thing was sold."""
    assert await answered(article_of_lines(text, language), question) == expected
