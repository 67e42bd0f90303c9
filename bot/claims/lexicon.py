"""What a language calls things: the data files of `languages/`, made ready for the checks."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from bot.claims.verbatim import fold

LANGUAGES = ("en", "de", "fr", "es")
_WORD = re.compile(r"[^\W\d_]+")
# "zurückzunehmen" is "zurücknehmen".
_WITH_ZU = re.compile(
    "^(ab|an|auf|aus|bei|ein|fest|fort|her|hin|los|mit|nach|vor|weg|weiter|wieder|zuruck|zusammen|um|durch)zu(?=[a-z]{4})"
)
_SNOWBALL = {
    "en": "english", "de": "german", "fr": "french", "es": "spanish", "it": "italian", "pt": "portuguese", "nl": "dutch",
    "sv": "swedish", "da": "danish", "no": "norwegian", "nb": "norwegian", "fi": "finnish", "ru": "russian", "ro": "romanian",
    "hu": "hungarian", "tr": "turkish", "ar": "arabic", "el": "greek", "pl": "polish", "cs": "czech", "ca": "catalan",
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Lexicon:
    """One language. Words are folded; `calendar` counts months and weekdays; `operators`, `approximators` and `units` map a phrase's words to its class."""

    language: str
    known: bool
    function: frozenset[str]
    pronouns: frozenset[str]
    determiners: frozenset[str]
    auxiliaries: frozenset[str]
    generic: frozenset[str]
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
    approximators: Mapping[tuple[str, ...], str]
    units: Mapping[tuple[str, ...], str]
    deixis: Mapping[str, str]
    numbers: Mapping[str, float]
    ordinals: Mapping[str, int]
    fractions: Mapping[str, int]

    def stem(self, word: str) -> str:
        return _stem(self.language, word)


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
            groups.setdefault(_stem(language, word), set()).add(number)
    numbers = {fold(word): float(value) for word, value in data.get("numbers", {}).items()}
    return Lexicon(
        language=language,
        known=language in LANGUAGES,
        function=_set(data, "function"),
        pronouns=_set(data, "pronouns"),
        determiners=_set(data, "determiners"),
        auxiliaries=_set(data, "auxiliaries"),
        generic=_set(data, "generic"),
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
        operators=_phrases(data.get("operators", {}), plain=language != "de"),
        approximators=_phrases(data.get("approximators", {})),
        units=_phrases(data.get("units", {})),
        deixis={fold(w): name for name, ws in data.get("deixis", {}).items() for w in ws},
        numbers=numbers | (_german_numbers() if language == "de" else {}),
        fractions={fold(word): value for word, value in data.get("fractions", {}).items()},
        ordinals={fold(word): value for word, value in data.get("ordinals", {}).items()},
    )


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


@lru_cache(maxsize=65536)
def _stem(language: str, word: str) -> str:
    stemmer = _stemmer(language)
    if language == "de":
        word = _WITH_ZU.sub(r"\1", word)
    return word if stemmer is None else str(stemmer.stemWord(word))


@cache
def _stemmer(language: str) -> Any:
    import snowballstemmer

    name = _SNOWBALL.get(language)
    return snowballstemmer.stemmer(name) if name in snowballstemmer.algorithms() else None


def _german_numbers() -> dict[str, float]:
    """German writes numbers below a million as one word: "dreihundertfünfundvierzig"."""
    units = ["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
    teens = ["zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"]
    tens = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
    small = dict(zip(units, range(1, 10), strict=True)) | dict(zip(teens, range(10, 20), strict=True))
    for index, ten in enumerate(tens, start=2):
        small[ten] = index * 10
        small |= {f"{unit}und{ten}": index * 10 + n for n, unit in enumerate(units, start=1)}
    hundreds = {f"{unit}hundert": n * 100 for n, unit in enumerate(units, start=1)} | {"hundert": 100}
    large = {h + word: a + b for h, a in hundreds.items() for word, b in small.items()}
    below = small | hundreds | large
    thousands = {f"{word}tausend": value * 1000 for word, value in below.items()}
    return {fold(word): float(value) for word, value in (below | thousands).items()}


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
