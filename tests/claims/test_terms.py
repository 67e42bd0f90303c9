"""The words under which statements are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.claims.grammar.terms import asked, asked_name, likely, names_of, terms_of, words_of


def found(words: str, text: str, language: str = "en") -> bool:
    wanted = asked(words)
    return bool(wanted) and all(group & terms_of(text, language) for group in wanted)


@pytest.mark.parametrize(
    ("words", "text", "language"),
    [
        ("denies", "Lodestar denied it.", "en"),
        ("Brücken", "Die Brücke ist gesperrt.", "de"),
        ("brucke", "Die Brücke ist gesperrt.", "de"),
        ("l’avion", "Un avion s’est posé.", "fr"),
        ("ÉVACUATION", "L'évacuation a commencé.", "fr"),
        ("36 marks", "It costs 36 million marks.", "en"),
        ("橋", "橋は閉鎖される。", "ja"),
        ("the bridge of Westhaven", "Westhaven bridge is closed.", "en"),
    ],
)
def test_words_are_found_in_any_form(words: str, text: str, language: str) -> None:
    """Case, accents, endings and articles do not matter."""
    assert found(words, text, language)


def test_every_word_must_be_there() -> None:
    """One that is missing is enough for no."""
    assert not found("bridge zebra", "The bridge is closed.")


def test_a_speaker_is_told_from_somebody_spoken_of() -> None:
    """By a mark before each word of the name."""
    assert asked_name("Ilse Brandvik") == tuple(frozenset({term}) for term in ("§ilse", "§brandvik"))
    assert names_of(["Ilse Brandvik"]) == {"§ilse", "§brandvik"}


@given(st.text(), st.sampled_from(["en", "de", "fr", "es", "ja", ""]))
def test_no_term_has_a_sign_that_an_engine_might_read(text: str, language: str) -> None:
    """Letters and digits only, none of them long, whatever was typed."""
    terms = {*words_of(text), *terms_of(text, language)}
    terms |= {each for group in (*asked(text), *likely(text, language)) for each in group}

    assert all(term.isalnum() and len(term) <= 60 for term in terms)
