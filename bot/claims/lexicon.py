"""What a language calls things: the data files of `languages/`, made ready for the checks."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from bot.claims.german import german_numbers
from bot.claims.stems import stem_of
from bot.claims.verbatim import fold

LANGUAGES = ("en", "de", "fr", "es")
_NONE: frozenset[int] = frozenset()
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, eq=False)
class Lexicon:
    """One language. Words are folded; `calendar` counts months and weekdays; `openers` begin the phrases of `operators`; `operators`, `approximators` and `units` map a phrase's words to its class."""

    language: str
    known: bool
    function: frozenset[str]
    pronouns: frozenset[str]
    determiners: frozenset[str]
    auxiliaries: frozenset[str]
    generic: frozenset[str]
    broad: frozenset[str]
    strong: frozenset[str]
    prepositions: frozenset[str]
    neutral: frozenset[str]
    groups: Mapping[str, frozenset[int]]
    verbs: frozenset[str]
    past: frozenset[str]
    passive: frozenset[str]
    by: frozenset[str]
    links: frozenset[str]
    dates: frozenset[str]
    calendar: Mapping[str, int]
    times: frozenset[str]
    reporting: frozenset[str]
    joint: frozenset[str]
    keepers: frozenset[str]
    operators: Mapping[tuple[str, ...], str]
    openers: frozenset[str]
    approximators: Mapping[tuple[str, ...], str]
    units: Mapping[tuple[str, ...], str]
    deixis: Mapping[str, str]
    numbers: Mapping[str, float]
    ordinals: Mapping[str, int]
    fractions: Mapping[str, int]
    irregular: Mapping[str, str]
    negated: Mapping[str, str]
    nouns: frozenset[str]
    by_stem: Mapping[str, str]
    rising: frozenset[str]
    falling: frozenset[str]
    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]

    def synonyms(self, low: str, stem: str) -> frozenset[int]:
        """The groups that the word or its stem belongs to."""
        return self.groups.get(low, _NONE) | self.groups.get(stem, _NONE)

    def lemma(self, low: str) -> str:
        """The plain form that phrases are written in."""
        return self.irregular.get(low) or self.stem(low)

    def stem(self, word: str) -> str:
        return stem_of(self.language, word)


@lru_cache(maxsize=256)
def lexicon(language: str | None) -> Lexicon:
    """By a language code; one without words, `known` False, for a language that has no data file."""
    return _load((language or "").split("-")[0].split("_")[0].lower())


@cache
def _load(language: str) -> Lexicon:
    data = _data(language)
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(data.get("synonyms", "").strip().splitlines()):
        for word in _words(line):
            groups.setdefault(word, set()).add(number)
            groups.setdefault(stem_of(language, word), set()).add(number)
    numbers = {fold(word): float(value) for word, value in data.get("numbers", {}).items()}
    turning = _phrases(data.get("operators", {}), plain=language != "de")
    irregular = {form: line.split()[0] for line in data.get("irregular", "").splitlines() for form in _words(line)}
    return Lexicon(
        language=language,
        known=language in LANGUAGES,
        function=_set(data, "function"),
        pronouns=_set(data, "pronouns"),
        determiners=_set(data, "determiners"),
        auxiliaries=_set(data, "auxiliaries"),
        generic=_set(data, "generic"),
        broad=_set(data, "broad"),
        strong=_stems(language, data.get("strong", {}).get("words", "")),
        prepositions=_set(data, "prepositions"),
        neutral=_set(data, "neutral"),
        groups={word: frozenset(ids) for word, ids in groups.items()},
        verbs=_set(data, "verbs") | _set(data, "past"),
        past=_set(data, "past"),
        passive=_set(data, "passive"),
        by=_set(data, "by"),
        links=_set(data, "links"),
        dates=_set(data, "months") | _set(data, "weekdays"),
        calendar={w: n for n, w in enumerate(_words(data.get("months", "") + " " + data.get("weekdays", "")))},
        times=_set(data, "times"),
        reporting=_set(data, "reporting"),
        joint=_set(data, "joint"),
        keepers=frozenset(_words(data.get("keepers", {}).get("words", ""))),
        operators=turning,
        openers=frozenset(phrase[0] for phrase in turning),
        approximators=_phrases(data.get("approximators", {})),
        units=_phrases(data.get("units", {})),
        deixis={fold(w): name for name, ws in data.get("deixis", {}).items() for w in ws},
        numbers=numbers | (german_numbers() if language == "de" else {}),
        fractions={fold(word): value for word, value in data.get("fractions", {}).items()},
        ordinals={fold(word): value for word, value in data.get("ordinals", {}).items()},
        irregular=irregular,
        negated=data.get("negated", {}),
        nouns=frozenset(_words(data.get("nouns", {}).get("words", ""))),
        by_stem=_by_stem(language, data.get("operators", {})) | _by_group(language, data.get("operators", {}), groups),
        rising=_stems(language, data.get("moves", {}).get("rising", "")),
        falling=_stems(language, data.get("moves", {}).get("falling", "")),
        phrases=_by_first_word(language, data.get("phrases", {}), irregular),
    )


def _by_stem(language: str, table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """English verbs that turn meaning, in forms that the table does not spell out: "bans", "blocking"."""
    if language != "en":
        known = [(fold(word), name) for name in ("intent", "demand", "accuse") for word in table.get(name, ())]
        return {stem_of(language, word): name for word, name in known if len(word) > 5 and " " not in word}
    names = ("deny", "stop", "accuse", "blame", "intent", "demand", "predicted")
    words = [(fold(word), name) for name in names for word in table.get(name, ()) if " " not in word]
    return {stem_of(language, word): name for word, name in words if len(word) > 3 or word == "ban"}


def _by_group(language: str, table: Mapping[str, Iterable[str]], groups: Mapping[str, Iterable[int]]) -> dict[str, str]:
    """Other forms of the verbs of accusing and demanding in French, Spanish and German: those of their synonyms."""
    if language not in ("fr", "es", "de"):
        return {}
    named = {
        g: name for name in ("accuse", "demand") for word in table.get(name, ()) for g in groups.get(fold(word), ())
    }
    return {
        stem_of(language, word): named[g] for word, ids in groups.items() for g in ids if g in named and len(word) > 4
    }


def _stems(language: str, words: str) -> frozenset[str]:
    return frozenset(stem_of(language, word) for word in _words(words)) | frozenset(_words(words))


def _by_first_word(
    language: str, table: Mapping[str, Iterable[str]], irregular: Mapping[str, str]
) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Each phrase as the plain forms of its words, longest first, with the word that it means."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for meant, phrases in table.items():
        for phrase in phrases:
            words = tuple(irregular.get(word) or stem_of(language, word) for word in _words(phrase))  # "#" is a number
            found.setdefault(words[0], []).append((words, fold(meant)))
    return {first: sorted(entries, key=lambda entry: -len(entry[0])) for first, entries in found.items()}


def _data(language: str) -> dict[str, Any]:
    if language in LANGUAGES:
        return tomllib.loads(files("bot.claims").joinpath(f"languages/{language}.toml").read_text("utf-8"))
    others = tomllib.loads(files("bot.claims").joinpath("languages/others.toml").read_text("utf-8"))
    return {"operators": {"not": others["not"].get(language, [])}, "units": others["units"]}


def _words(text: str) -> list[str]:
    return [fold(word) for word in text.split()]


def _set(data: Mapping[str, Any], key: str) -> frozenset[str]:
    return frozenset(_words(data.get(key, "")))


def _phrases(table: Mapping[str, Iterable[str]], *, plain: bool = True) -> dict[tuple[str, ...], str]:
    """With their diacritics unless `plain`: German "wurde" is past, "würde" is not."""
    make = fold if plain else str.casefold
    return {tuple(make(phrase).split()): name for name, phrases in table.items() for phrase in phrases}


@lru_cache(maxsize=4096)
def guess(text: str) -> str | None:
    """The known language with most of its commonest words in `text`, or None when they are few."""
    words = [fold(word) for word in _WORD.findall(text)]
    scores = {language: sum(word in _commonest(language) for word in words) for language in LANGUAGES}
    best = max(LANGUAGES, key=lambda language: scores[language])
    runner_up = max(scores[language] for language in LANGUAGES if language != best)
    return best if scores[best] >= max(2, len(words) * 0.15) and scores[best] >= runner_up + 2 else None


@cache
def _commonest(language: str) -> frozenset[str]:
    return frozenset(_words(_data(language)["guess"]))


def spoken_numbers(text: str, language: str | None) -> set[int]:
    """Whole numbers that a text says, in digits or words."""
    from bot.claims.words import tokens

    return {int(v) for token in tokens(text, lexicon(language)) for v in token.values if v.is_integer()}
