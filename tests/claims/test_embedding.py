"""Propositions that hang on a noun: what rejects the noun denies them."""

import pytest

from bot.claims.grammar.embedding import propositions
from bot.claims.language.lexicon import lexicon
from bot.claims.language.words import tokens
from bot.claims.restatement import problems
from tests.claims.articles import article

MYTH = article("It is a myth that the tower leans.")
POOL = article("The mayor dismissed reports that the pool was leaking.")


def test_a_myth_is_not_so() -> None:
    """ "it is a myth that" denies what follows."""
    assert problems(MYTH, "The tower leans.", [1])
    assert problems(MYTH, "The tower does not lean.", [1]) == ()


def test_dismissed_reports_are_denied() -> None:
    """Who dismisses reports denies what they say, and does not say it."""
    assert problems(POOL, "The pool was leaking, the mayor said.", [1])
    assert problems(POOL, "The mayor denied that the pool was leaking.", [1]) == ()


def test_confirmed_reports_are_so() -> None:
    """Who confirms reports says what they say."""
    told = article("The mayor confirmed reports that the pool was leaking.")

    assert problems(told, "The mayor said the pool was leaking.", [1]) == ()


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("fr", "La maire a rejeté l'accusation selon laquelle la piscine fuit.", "La piscine fuit."),
        ("es", "La alcaldesa rechazó la acusación de que la piscina pierde agua.", "La piscina pierde agua."),
    ],
)
def test_a_rejected_accusation_is_no_fact(language: str, told: str, restated: str) -> None:
    """In French and Spanish what somebody is accused of may not be told without the accusation."""
    assert problems(article(told, language), restated, [1])


def test_the_proposition_ends_with_its_clause() -> None:
    """It is found behind its noun, with what rejects that."""
    words = lexicon("en")
    text = tokens("The mayor dismissed reports that the pool was leaking, and left.", words)
    [found] = propositions(text, words)

    assert [text[i].low for i in found.places] == ["the", "pool", "was", "leaking"]
    assert found.by is not None
    assert [text[i].low for i in found.by] == ["dismissed"]
