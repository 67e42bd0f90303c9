"""The lists that single checks ask for stand in the data files by language."""

from dataclasses import fields

import pytest

from bot.claims.language.lexicon import lexicon
from bot.claims.language.vocabulary import Vocabulary
from bot.claims.language.wordlists import LANGUAGES, word_data

NAMES = {field.name for field in fields(Vocabulary)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_of_a_language_is_asked_for(language: str) -> None:
    """No list of a data file has a name that no check knows."""
    assert word_data(language)["vocabulary"].keys() <= NAMES


def test_every_list_has_words_in_some_language() -> None:
    """None is asked for in vain."""
    assert {name for language in LANGUAGES for name in word_data(language)["vocabulary"]} == NAMES


def test_words_are_folded() -> None:
    """ "später" is found however it is written."""
    assert "spater" in lexicon("de").vocabulary.later


def test_a_language_without_words_has_empty_lists() -> None:
    """Its checks find nothing, and do not fail."""
    assert lexicon("fi").vocabulary.telling == frozenset()
