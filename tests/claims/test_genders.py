"""A pronoun means nobody whose first name says that it cannot."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("en", "Alan Birch came on Friday. She announced the sale.", "Alan Birch announced the sale."),
        ("de", "Maria Stein kam am Freitag. Er kündigte den Verkauf an.", "Maria Stein kündigte den Verkauf an."),
        ("fr", "Alain Boucher est venu vendredi. Elle a annoncé la vente.", "Alain Boucher a annoncé la vente."),
        ("es", "Pablo Rivas llegó el viernes. Ella anunció la venta.", "Pablo Rivas anunció la venta."),
    ],
)
def test_a_name_does_not_replace_the_pronoun_of_another_gender(language: str, told: str, restated: str) -> None:
    """ "she announced" tells nothing of an Alan."""
    assert problems(article(told, language), restated, [2])


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("en", "Alan Birch came on Friday. He announced the sale.", "Alan Birch announced the sale."),
        ("de", "Martin Stein kam am Freitag. Er kündigte den Verkauf an.", "Martin Stein kündigte den Verkauf an."),
        ("fr", "Marie Boucher est venue vendredi. Elle a annoncé la vente.", "Marie Boucher a annoncé la vente."),
        ("es", "Marta Rivas llegó el viernes. Ella anunció la venta.", "Marta Rivas anunció la venta."),
    ],
)
def test_a_name_replaces_the_pronoun_of_its_own_gender(language: str, told: str, restated: str) -> None:
    """ "he announced" may be told of the Alan whom the sentence before names."""
    assert problems(article(told, language), restated, [2]) == ()


def test_of_two_the_pronoun_means_the_one_it_can() -> None:
    """Where a man and a woman are named, "she" is the woman."""
    told = article("Alan Birch and Maria Stone met on Friday. She announced the sale.")

    assert problems(told, "Maria Stone announced the sale.", [2]) == ()
    assert problems(told, "Alan Birch announced the sale.", [2])
