"""Whom the words of a sentence mean, out of those whom the article names before it."""

import pytest

from bot.claims.people.pointing import pointers
from bot.claims.people.referents import Referents
from tests.claims.articles import article

FOODS = """
Kestrel Foods cut its forecast on Thursday.
The frozen-meals maker now expects a smaller profit.
Chief executive Annelise Brandt blamed energy costs.
"We are not considering any closures," Brandt told reporters.
She said the company would pay no dividend.
"""
COURT = """
Victor Amadi was convicted of fraud in May.
His lawyer, Dora Strand, said her client would appeal.
A company in Lyon had lent him money.
The company declined to comment.
"""
MAIRE = """
Le maire de Saint-Aubrac, Gérald Montfaucon, a été condamné vendredi.
L'élu n'envisage pas de démissionner.
"""
CLUB = """
El Hospital de Santa Quiteria cerrará 46 camas, confirmó su gerente, Rocío Albarracín.
«No es un recorte, es el ajuste que nosotros hacemos», añadió la responsable.
"""


def meant(text: str, language: str, n: int, words: str) -> str | None:
    """The name of whom `words` of sentence `n` mean."""
    read = article(text.strip(), language)
    referents = Referents(read, language)
    sentence = read.sentence(n)
    found = [p for p in pointers(sentence, language, referents.cast.entities) if sentence[p.start : p.end] == words]
    entity = referents.meant(n, found[0]) if found else None
    return " ".join(entity.words) if entity else None


@pytest.mark.parametrize(
    ("text", "language", "n", "words", "name"),
    [
        (FOODS, "en", 2, "The frozen-meals maker", "kestrel foods"),
        (FOODS, "en", 4, "We", "kestrel foods"),
        (FOODS, "en", 5, "She", "annelise brandt"),
        (FOODS, "en", 5, "the company", "kestrel foods"),
        (COURT, "en", 2, "her client", "victor amadi"),
        (MAIRE, "fr", 2, "L'élu", "gerald montfaucon"),
        (CLUB, "es", 2, "nosotros", "hospital de santa quiteria"),
        (CLUB, "es", 2, "la responsable", "rocio albarracin"),
    ],
)
def test_what_only_points_means_whom_the_article_spoke_of(
    text: str, language: str, n: int, words: str, name: str
) -> None:
    """A pronoun, a noun for the kind, "we" of a quotation and "her client" mean the one that fits and was spoken of."""
    assert meant(text, language, n, words) == name


def test_a_company_without_a_name_is_none_of_those_that_have_one() -> None:
    """ "A company in Lyon" and then "the company": the article does not name it."""
    assert meant(COURT, "en", 4, "The company") is None


def test_a_body_is_not_called_by_what_another_is() -> None:
    """ "The agency" may be a commission, "the court" is none."""
    text = """
The Water Commission fined Voltara on Monday.
The agency declined to comment.
The court dismissed an appeal.
"""

    assert meant(text, "en", 2, "The agency") == "water commission"
    assert meant(text, "en", 3, "The court") is None


def test_a_man_of_whom_nobody_knows_the_name_stands_between() -> None:
    """ "The driver" is spoken of, so that "he" is not the inspector who was named beside him."""
    text = """
A coach overturned near Brask, and the driver was arrested.
Police inspector Anneli Roos said there was no sign of drink.
The driver looked at his phone, passengers said.
Later he left the hospital.
"""

    assert meant(text, "en", 4, "he") is None
