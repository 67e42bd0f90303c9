"""What a language calls things: the data files of `languages/`, made ready for the checks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from bot.claims.language.german import german_numbers
from bot.claims.language.stems import stem_of
from bot.claims.language.verbatim import fold
from bot.claims.language.vocabulary import Vocabulary, vocabulary
from bot.claims.language.wordlists import (
    LANGUAGES,
    by_first,
    by_first_form,
    by_first_word,
    by_group,
    by_stem,
    conjugated,
    irregular_forms,
    lemmas,
    opposite_stems,
    opposite_words,
    past_phrases,
    phrase_table,
    stem_set,
    synonym_groups,
    word_data,
    word_list,
    word_set,
)

ACCENTED = frozenset({"de", "fr", "es"})  # "würde" is not "wurde", "estimé" not "estime", "enteró" not "entero"
_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, eq=False)
class Lexicon:
    """One language. Words are folded; `calendar` counts months and weekdays; `parted` has verbs with the particle that makes them turn
    meaning; `openers` begin the phrases of `operators`, `rounders` those of `approximators`; `turning` are the single words among the
    operators, folded but in German; `operators`, `approximators` and `units` map a phrase's words to its class."""

    language: str
    known: bool
    function: frozenset[str]
    pronouns: frozenset[str]
    determiners: frozenset[str]
    auxiliaries: frozenset[str]
    generic: frozenset[str]
    broad: frozenset[str]
    findings: frozenset[str]
    witnessed: frozenset[str]
    implying: frozenset[str]
    opening: frozenset[str]
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
    turning: Mapping[str, str]
    openers: frozenset[str]
    approximators: Mapping[tuple[str, ...], str]
    rounders: frozenset[str]
    units: Mapping[tuple[str, ...], str]
    deixis: Mapping[str, str]
    eras: Mapping[str, str]
    numbers: Mapping[str, float]
    ordinals: Mapping[str, int]
    fractions: Mapping[str, int]
    halves: frozenset[str]
    spans: Mapping[str, tuple[str, float]]
    irregular: Mapping[str, str]
    plain_forms: Mapping[str, str]
    negated: Mapping[str, str]
    parted: Mapping[str, str]
    nouns: frozenset[str]
    by_stem: Mapping[str, str]
    moods: Mapping[str, frozenset[str]]
    sharing: Mapping[str, frozenset[str]]
    degrees: Mapping[str, frozenset[str]]
    bounds: Mapping[str, Sequence[tuple[str, ...]]]
    several: Mapping[str, Sequence[tuple[str, ...]]]
    of_them: Mapping[str, Sequence[tuple[str, ...]]]
    dozens: frozenset[str]
    interchangeable: Sequence[frozenset[str]]
    timed: frozenset[str]
    measuring: frozenset[str]
    rising: frozenset[str]
    falling: frozenset[str]
    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    opposites: Mapping[str, frozenset[str]]
    antonyms: Mapping[str, frozenset[str]]
    contrary: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    restrictors: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    unreal: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    joining: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    contents: frozenset[str]
    voiced: frozenset[str]
    calling: Mapping[str, Sequence[tuple[str, ...]]]
    rejecting: Mapping[str, Sequence[tuple[str, ...]]]
    refuting: Mapping[str, Sequence[tuple[str, ...]]]
    upholding: Mapping[str, Sequence[tuple[str, ...]]]
    endings: Mapping[str, tuple[str, ...]]
    vocabulary: Vocabulary

    def synonyms(self, low: str, stem: str) -> frozenset[int]:
        """The groups that the word or its stem belongs to."""
        return self.groups.get(low, _NONE) | self.groups.get(stem, _NONE)

    def is_unit(self, low: str) -> bool:
        return (low,) in self.units or low in self.times

    def lemma(self, low: str) -> str:
        """The plain form that phrases are written in."""
        return self.plain_forms.get(low) or self.stem(low)

    def stem(self, word: str) -> str:
        return stem_of(self.language, word)


@lru_cache(maxsize=256)
def lexicon(language: str | None) -> Lexicon:
    """By a language code; one without words, `known` False, for a language that has no data file."""
    return _load((language or "").split("-")[0].split("_")[0].lower())


# Lists of words that stand in the data file under the name of the field.
_PLAIN = (
    "function", "pronouns", "determiners", "auxiliaries", "generic", "broad", "findings", "witnessed", "implying", "opening",
    "prepositions", "neutral", "past", "passive",
    "by", "links", "times", "reporting", "joint", "halves",
)  # fmt: skip


# Lists of phrases around numbers.
_PHRASES = ("bounds", "several", "of_them")


# Lists of phrases around the nouns that propositions hang on.
_EMBEDDING = ("calling", "rejecting", "refuting", "upholding")


@cache
def _load(language: str) -> Lexicon:
    data = word_data(language)
    plain: dict[str, Any] = {name: word_set(data.get(name, "")) for name in _PLAIN}
    kin = _kin(language, data)
    plain["past"] |= past_phrases(kin["phrases"], conjugated(language), plain["past"])
    return Lexicon(
        language=language,
        known=language in LANGUAGES,
        verbs=word_set(data.get("verbs", "")) | plain["past"],
        keepers=word_set(data.get("keepers", {}).get("words", "")),
        nouns=word_set(data.get("nouns", {}).get("words", "")),
        negated=data.get("negated", {}),
        parted={form: particle for particle, forms in data.get("parted", {}).items() for form in word_list(forms)},
        moods={name: frozenset(map(str.casefold, forms)) for name, forms in data.get("moods", {}).items()},
        sharing={name: word_set(words) for name, words in data.get("sharing", {}).items()},
        degrees={name: word_set(words) for name, words in data.get("degrees", {}).items()},
        interchangeable=tuple(map(word_set, data.get("interchangeable", "").strip().splitlines())),
        timed=word_set(data.get("timed", "")),
        measuring=word_set(data.get("measuring", "")),
        endings={name: tuple(ends.split()) for name, ends in data.get("endings", {}).items()},
        vocabulary=vocabulary(data.get("vocabulary", {})),
        **plain,
        **kin,
        **_turning(language, data),
        **_counting(language, data),
        **_dating(data),
    )


def _kin(language: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """Which words mean the same, more, or the opposite."""
    groups = synonym_groups(language)
    moves = data.get("moves", {})
    return {
        "groups": groups,
        "irregular": irregular_forms(data.get("irregular", "")),
        "plain_forms": lemmas(language),
        "phrases": by_first_word(language, data.get("phrases", {}), groups),
        "opposites": opposite_words(data.get("opposites", "")),
        "antonyms": opposite_stems(language, data.get("antonyms", "")),
        "contrary": by_first_form(data.get("contrary", {})),
        "strong": stem_set(language, data.get("strong", {}).get("words", "")),
        "rising": stem_set(language, moves.get("rising", "")),
        "falling": stem_set(language, moves.get("falling", "")),
    }


def _turning(language: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """The words that turn what others mean."""
    table = data.get("operators", {})
    phrases = phrase_table(table, plain=language not in ACCENTED)
    groups = synonym_groups(language)
    embedding = data.get("embedding", {})
    return {
        "operators": phrases,
        "turning": {p[0]: name for p, name in phrase_table(table, plain=language != "de").items() if len(p) == 1},
        "openers": frozenset(phrase[0] for phrase in phrases),
        "restrictors": by_first_form(data.get("restrictors", {})),
        "unreal": by_first_form(data.get("unreal", {})),
        "joining": by_first_form(data.get("joining", {})),
        "by_stem": by_stem(language, table) | by_group(language, table, groups),
        "contents": word_set(embedding.get("contents", "")),
        "voiced": word_set(embedding.get("voiced", "")),
        **{name: by_first(map(tuple, map(word_list, embedding.get(name, ())))) for name in _EMBEDDING},
    }


def _counting(language: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """Numbers in words, their units, how roughly they are told, and of how many of several."""
    numbers = {fold(word): float(value) for word, value in data.get("numbers", {}).items()}
    rough = phrase_table(data.get("approximators", {}))
    return {
        "numbers": numbers | (german_numbers() if language == "de" else {}),
        "fractions": {fold(word): value for word, value in data.get("fractions", {}).items()},
        "spans": {fold(word): (unit, float(n)) for word, (unit, n) in data.get("spans", {}).items()},
        "ordinals": {fold(word): value for word, value in data.get("ordinals", {}).items()},
        "approximators": rough,
        "rounders": frozenset(phrase[0] for phrase in rough),
        "units": phrase_table(data.get("units", {})),
        "dozens": word_set(data.get("dozens", "")),
        **{name: by_first(map(tuple, map(word_list, data.get(name, ())))) for name in _PHRASES},
    }


def _dating(data: Mapping[str, Any]) -> dict[str, Any]:
    """Months, weekdays, and words that tell a time from here or from an age."""
    months, weekdays = data.get("months", ""), data.get("weekdays", "")
    return {
        "dates": word_set(months) | word_set(weekdays),
        "calendar": {word: n for n, word in enumerate(word_list(f"{months} {weekdays}"))},
        "deixis": {fold(w): name for name, ws in data.get("deixis", {}).items() for w in ws},
        "eras": {fold(w): name for name, ws in data.get("eras", {}).items() for w in ws},
    }
