"""Restatements in another language than the article's: what is checked, and what is refused."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

PAGE = article(
    "Dana Okafor said on Monday that the pool in Rossmere may not reopen before 2031.\n"
    '"We are out of money," she told the council of 14 members.\n'
    "The council denied that the pool was closed for 36 weeks."
)


@pytest.mark.parametrize(
    ("language", "text", "sentences"),
    [
        ("de", "Das Schwimmbad in Rossmere wird möglicherweise nicht vor 2031 wieder öffnen.", [1]),
        ("fr", "La piscine de Rossmere pourrait ne pas rouvrir avant 2031, dit Dana Okafor.", [1]),
        ("es", "La piscina de Rossmere podría no reabrir antes de 2031.", [1]),
        ("de", "Nach den Worten von Dana Okafor steht es so um die Stadt: “We are out of money”.", [2]),
        ("it", "Alla piscina di Rossmere non si nuota prima del 2031.", [1]),
        ("pl", "Basen Rossmere nie zostanie otwarty przed 2031.", [1]),
    ],
)
def test_what_agrees_with_its_sentences_stands(language: str, text: str, sentences: list[int]) -> None:
    """Numbers, names, quotations, "not" and "may" are those of the article."""
    assert problems(PAGE, text, sentences, language=language) == ()


@pytest.mark.parametrize(
    ("language", "text", "sentences"),
    [
        pytest.param("de", "Das Schwimmbad in Rossmere wird möglicherweise nicht vor 2035 öffnen.", [1], id="number"),
        pytest.param("fr", "La piscine de Rossmere pourrait ne pas rouvrir avant 2031, dit Paul Mercier.", [1], id="name"),
        pytest.param("de", "Das sagte Ministerin Petra Kolar, und das Bad wird nicht vor 2031 öffnen.", [1], id="German name"),
        pytest.param("de", "Das Schwimmbad in Rossmere wird möglicherweise vor 2031 wieder öffnen.", [1], id="negation"),
        pytest.param("es", "La piscina de Rossmere no va a reabrir antes de 2031.", [1], id="hedge"),
        pytest.param("fr", "Mardi, Dana Okafor a dit que la piscine pourrait ne pas rouvrir avant 2031.", [1], id="day"),
        pytest.param("fr", "Pour Dana Okafor, c’est « la fin de la piscine ».", [2], id="quotation"),
        pytest.param("pl", "Basen Rossmere zostanie otwarty przed 2031.", [1], id="negation of few words"),
        pytest.param("de", "Pool closed 36 weeks.", [1], id="article's own language, wrong number"),
    ],
)  # fmt: skip
def test_what_does_not_agree_is_refused(language: str, text: str, sentences: list[int]) -> None:
    """Each of these says something else."""
    assert problems(PAGE, text, sentences, language=language)


def test_what_is_denied_is_told_without_the_no() -> None:
    """A denial's sentence says no to what is restated."""
    text = "Das Schwimmbad war für 36 Wochen geschlossen."

    assert problems(PAGE, text, [3], denied=True, language="de") == ()
    assert problems(PAGE, text, [3], language="de")
