"""The data files of `languages/` as they stand, and the tables that are made of their lines."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache
from importlib.resources import files
from typing import Any

from bot.claims.language.conjugation import conjugations, forms, plain_forms_of
from bot.claims.language.stems import stem_of
from bot.claims.language.verbatim import fold

LANGUAGES = ("en", "de", "fr", "es")


@cache
def word_data(language: str) -> dict[str, Any]:
    """Of a language without a file of its own, its negations and the units of all."""
    if language in LANGUAGES:
        return _file(language)
    others = _file("others")
    return {"operators": {"not": others["not"].get(language, [])}, "units": others["units"]}


def _file(name: str) -> dict[str, Any]:
    return tomllib.loads(files("bot.claims.language").joinpath(f"languages/{name}.toml").read_text("utf-8"))


def word_list(text: str) -> list[str]:
    """Folded, in order."""
    return fold(text).split()


def word_set(text: str) -> frozenset[str]:
    return frozenset(word_list(text))


def stem_set(language: str, text: str) -> frozenset[str]:
    """The words and their stems."""
    return word_set(text) | {stem_of(language, word) for word in word_list(text)}


def irregular_forms(lines: str) -> dict[str, str]:
    """Each form to the first of its line."""
    return {form: line.split()[0] for line in lines.splitlines() for form in word_list(line)}


@cache
def conjugated(language: str) -> Mapping[str, Sequence[str]]:
    """The plain form of each verb that no stemmer knows, or its ending, to its other forms."""
    return conjugations(word_data(language).get("conjugated", ""))


@cache
def lemmas(language: str) -> Mapping[str, str]:
    """Forms that no stemmer leads back to their plain form, each with that."""
    data = word_data(language)
    return irregular_forms(data.get("irregular", "")) | plain_forms_of(data.get("conjugated", ""))


def opposite_words(lines: str) -> dict[str, frozenset[str]]:
    """Each word to those on the other side of "/" in its line."""
    found: dict[str, frozenset[str]] = {}
    for line in lines.strip().splitlines():
        one, other = (word_set(side) for side in line.split("/"))
        found |= {word: found.get(word, frozenset()) | other for word in one}
        found |= {word: found.get(word, frozenset()) | one for word in other}
    return found


def opposite_stems(language: str, lines: str) -> dict[str, frozenset[str]]:
    """The stem of each word to those of the words on the other side of "/" in its line."""
    found: dict[str, frozenset[str]] = {}
    for word, others in opposite_words(lines).items():
        stem = stem_of(language, word)
        found[stem] = found.get(stem, frozenset()) | {stem_of(language, other) for other in others}
    return found


@cache
def synonym_groups(language: str) -> dict[str, frozenset[int]]:
    """The numbers of the lines that a word or a stem stands in, and of those that a form of the word is listed in by its
    plain form; lines that begin with "#" are headings. A phrase ("turn_down") is in the lines of `alike` one word."""
    data, table = word_data(language), conjugated(language)
    verbs = [[line.split()[0]] for line in _lines(data.get("conjugated", "")) if not line.startswith("-")]
    listed, plain = (_folded(_lines(data.get(name, ""))) for name in ("synonyms", "alike"))
    lines, to_conjugate = (listed, plain) if language == "en" else ([], [*listed, *plain])  # English lists every form
    known: dict[str, list[str]] = {}
    for line in (*to_conjugate, *verbs):
        known |= {word: sorted(forms(language, word, table)) for word in line if word not in known}
        lines.append([form for word in line for form in known[word]])
    return _by_word_and_stem(language, lines)


def _by_word_and_stem(language: str, lines: Iterable[Iterable[str]]) -> dict[str, frozenset[int]]:
    numbers: dict[str, set[int]] = {}
    for number, line in enumerate(lines):
        for word in line:
            numbers.setdefault(word, set()).add(number)
    groups = {word: frozenset(ids) for word, ids in numbers.items()}
    for word, ids in numbers.items():
        stem = "_".join(plain_words(language, word.split("_"))) if "_" in word else stem_of(language, word)
        if stem != word:
            groups[stem] = groups.get(stem, frozenset()) | ids
    return groups


def _folded(lines: Iterable[str]) -> list[list[str]]:
    """The words of each line; all are folded at once."""
    return [line.split() for line in fold(" / ".join(lines)).split(" / ")]


def plain_words(language: str, words: Iterable[str]) -> tuple[str, ...]:
    known = lemmas(language)
    return tuple(known.get(word) or stem_of(language, word) for word in words)


def _lines(text: str) -> list[str]:
    return [line for line in text.strip().splitlines() if not line.startswith("#")]


def by_stem(language: str, table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """English verbs that turn meaning, in forms that the table does not spell out: "bans", "blocking"."""
    if language != "en":
        known = [
            (fold(word), name)
            for name in ("intent", "demand", "accuse", "stop", "deny")
            for word in table.get(name, ())
        ]
        return {stem_of(language, word): name for word, name in known if len(word) > 5 and " " not in word}
    names = ("deny", "stop", "accuse", "blame", "intent", "demand", "predicted")
    words = [(fold(word), name) for name in names for word in table.get(name, ()) if " " not in word]
    return {stem_of(language, word): name for word, name in words if len(word) > 3 or word == "ban"}


def by_group(language: str, table: Mapping[str, Iterable[str]], groups: Mapping[str, Iterable[int]]) -> dict[str, str]:
    """Other forms of the verbs of accusing and demanding in French, Spanish and German: those of their synonyms."""
    if language not in ("fr", "es", "de"):
        return {}
    named = {
        g: name for name in ("accuse", "demand") for word in table.get(name, ()) for g in groups.get(fold(word), ())
    }
    return {
        stem_of(language, word): named[g] for word, ids in groups.items() for g in ids if g in named and len(word) > 4
    }


def by_first_word(
    language: str, table: Mapping[str, Iterable[str]], groups: Iterable[str]
) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Each phrase as the plain forms of its words, longest first, with the word that it means; "#" is a number.

    One that stands only among the synonyms ("turn_down") means what stands beside it.
    """
    meant = {plain_words(language, word.split("_")): word for word in groups if "_" in word}
    for word, phrases in table.items():
        meant |= {plain_words(language, word_list(phrase)): fold(word) for phrase in phrases}
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, word in meant.items():
        found.setdefault(phrase[0], []).append((phrase, word))
    return {first: sorted(entries, key=lambda entry: -len(entry[0])) for first, entries in found.items()}


def past_phrases(
    phrases: Mapping[str, Iterable[tuple[tuple[str, ...], str]]], forms: Mapping[str, Iterable[str]], past: Set[str]
) -> set[str]:
    """What phrases that begin in a `past` form are called: "over_took" for "took over"."""
    return {
        "_".join((*phrase[1:], form))
        for first, entries in phrases.items()
        for form in past & {*forms.get(first, ())}
        for phrase, _ in entries
    }


def by_first_form(table: Mapping[str, Iterable[str]]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Each phrase as it stands, longest first, with its class."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, name in phrase_table(table).items():
        found.setdefault(phrase[0], []).append((phrase, name))
    return {first: sorted(entries, key=lambda entry: -len(entry[0])) for first, entries in found.items()}


def phrase_table(table: Mapping[str, Iterable[str]], *, plain: bool = True) -> dict[tuple[str, ...], str]:
    """With their diacritics unless `plain`: German "wurde" is past, "würde" is not."""
    make = fold if plain else str.casefold
    return {tuple(make(phrase).split()): name for name, phrases in table.items() for phrase in phrases}


def by_first(phrases: Iterable[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    """Phrases by their first word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return found
