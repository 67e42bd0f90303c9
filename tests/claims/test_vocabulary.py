"""The lists that single checks ask for stand in the data files by language."""

from dataclasses import fields

import pytest

from bot.claims.language.lexicon import lexicon
from bot.claims.language.vocabulary import Vocabulary
from bot.claims.language.wordlists import LANGUAGES, word_data, word_set

NAMES = {field.name for field in fields(Vocabulary)}
# Of rules about what only one language has, or that know another by other lists.
NOT_IN_ALL = word_set(
    "telling planning declining denying opposing controlling facing penalties light failing particles objects homographs "
    "modals brackets achieved accusative adverbs siding changes shared_by most perfect imperfect quantifiers joining become coming used_to up_to accompanying clitics following subordinating helping subjective been pointing named_before contrasting neighbouring spanning becoming oblique nominative directed getting undirected had neither copulas did blamed_for however fronting to_have infinitive ahead averting letting objects_told ends no_superlatives hasty updown agone"
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_of_a_language_is_asked_for(language: str) -> None:
    """No list of a data file has a name that no check knows."""
    assert word_data(language)["vocabulary"].keys() <= NAMES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_list(language: str) -> None:
    """A rule is not left without words in one of the languages, but where it needs none there."""
    known = lexicon(language).vocabulary
    assert {name for name in NAMES if not getattr(known, name)} <= NOT_IN_ALL


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_phrases_around_numbers(language: str) -> None:
    """ "At least", "one of" and "of them" are told in each."""
    known = lexicon(language)

    assert all((known.bounds, known.several, known.of_them))


def test_every_list_has_words_in_some_language() -> None:
    """None is asked for in vain."""
    assert {name for language in LANGUAGES for name in word_data(language)["vocabulary"]} == NAMES


def test_words_are_folded() -> None:
    """ "später" is found however it is written."""
    assert "spater" in lexicon("de").vocabulary.later


def test_a_language_without_words_has_empty_lists() -> None:
    """Its checks find nothing, and do not fail."""
    assert lexicon("fi").vocabulary.telling == frozenset()
