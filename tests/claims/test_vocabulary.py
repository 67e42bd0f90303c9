"""Which words of German, French and Spanish may stand for each other, in the forms that news has them in."""

import tomllib
from pathlib import Path

import pytest

from bot.claims.language.lexicon import lexicon
from bot.claims.language.likeness import alike
from bot.claims.language.words import tokens
from bot.claims.rules.canonical import canonical

PAIRS = tomllib.loads((Path(__file__).parent / "vocabulary" / "pairs.toml").read_text("utf-8"))

SURFACES = {
    "de": [
        ("um 6.40 Uhr", "um 6:40 Uhr"),
        ("der 19-jährige Lehrling", "der 19 Jahre alte Lehrling"),
        ("ein Gutachten aus dem Jahr 2019", "ein Gutachten von 2019"),
        ("ein Urteil fällt nicht vor Oktober", "ein Urteil fällt frühestens im Oktober"),
        ("sie siegte drei Mal", "sie siegte dreimal"),
    ],
    "fr": [
        ("à 23h15", "à 23 h 15"),
        ("depuis la fin du mois d'août", "depuis la fin août"),
        ("à trois reprises", "trois fois"),
        ("entre 2017 et 2021", "de 2017 à 2021"),
    ],
    "es": [
        ("a las 6.40 horas", "a las 6:40"),
        ("en el mes de agosto", "en agosto"),
        ("en tres ocasiones", "tres veces"),
        ("en el año 2019", "en 2019"),
    ],
}


def judged(language: str, kind: str, *, expected: bool) -> list[str]:
    """The pairs of a list that are not judged as expected, as words in the middle of a sentence."""
    words = lexicon(language)
    pairs = PAIRS[language][kind].strip().splitlines()
    read = {pair: tokens(f", {pair}", words)[1:] for pair in pairs}
    return [pair for pair, found in read.items() if alike(found[0], found[-1]) != expected]


@pytest.mark.parametrize("language", PAIRS)
def test_words_with_one_meaning_are_alike(language: str) -> None:
    """In any form, also irregular ones."""
    assert judged(language, "alike", expected=True) == []


@pytest.mark.parametrize("language", PAIRS)
def test_near_words_with_another_meaning_are_not_alike(language: str) -> None:
    """Nor are those of another strength, or of the other side."""
    assert judged(language, "apart", expected=False) == []


@pytest.mark.parametrize("language", SURFACES)
def test_one_thing_written_in_two_ways_is_read_as_one(language: str) -> None:
    """Clock times, ages, years, months and how often: what a copy editor changes without a thought."""
    told = [canonical(text, language) for pair in SURFACES[language] for text in pair]

    assert told[::2] == told[1::2]
