"""Namings: where a text names somebody, told by capitals and the small words between them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.claims.grammar.kinds import listed, listed_name, named_sorts, sorts
from bot.claims.grammar.titles import titles
from bot.claims.language.lexicon import Lexicon, lexicon
from bot.claims.language.verbatim import fold

WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][^\W_]*(?:[-’'.&][^\W\d_]+)*"
_BODY = "|".join(sorted(w.title() for kind in ("union", "institution", "authority") for w in listed("en", kind)))
_TIES = {
    "en": rf"(?: (?:of|of the|for|&) |(?<=s)[’'] (?=(?:{_BODY})\b)| )",
    "de": " ",
    "fr": r"(?: (?:de|de la|du|des|&) | d[’']| )",
    "es": r"(?: (?:de|de la|de las|de los|del|&) | )",
}
_NAMES = {language: re.compile(rf"{_CAPITAL}(?:{tie}{_CAPITAL})*") for language, tie in _TIES.items()}
_TYING = frozenset({"of", "the", "for", "de", "la", "las", "los", "du", "des", "del"})
_ELIDED = re.compile(r"^[LlDd][’'](?=.)")
_OWNED = re.compile(r"[’']s?$")
_TITLE_AND_NAME = 3  # words
_NOUN = 4  # letters of "chef"
_GERMAN_BEFORE = frozenset({"von", "bei", "nach", "und", "fur", "sagte", "dass", "pruft"})
_ABSTRACT = ("ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "tion", "tionen")  # ends of no German name
Part = tuple[int, int, str]


@dataclass(frozen=True)
class Mention:
    """A name at `start:end` of sentence `n`, without what makes it a possessive; `opening`: one word with which a sentence
    begins, so that its capital says nothing."""

    n: int
    start: int
    end: int
    words: tuple[str, ...]
    opening: bool = False


def unowned(word: str) -> str:
    """ "Kestrel" of "Kestrel's"."""
    return _OWNED.sub("", word)


def owned(word: str) -> bool:
    return bool(_OWNED.search(word))


def name_words(text: str) -> tuple[str, ...]:
    """Folded, possessive endings and titles off."""
    found = tuple(fold(unowned(word)) for word in WORD.findall(text))
    return tuple(w for w in found if w not in titles()) or found


def named_spans(text: str, language: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each run of capitalised words, as it stands."""
    for match in _NAMES.get(language, _NAMES["de"]).finditer(text):
        yield match.span()


def names(text: str, n: int, language: str) -> Iterator[Mention]:
    for at, to in named_spans(text, language):
        parts = [(at + w.start(), at + w.end(), w[0]) for w in WORD.finditer(text[at:to])]
        for run in _split(parts, language):
            mention = _named(text, run, n, language)
            if mention:
                yield mention


def _split(parts: list[Part], language: str) -> list[list[Part]]:
    """ "Ferrante of the Petrov Institute": a person's name and that of a body."""
    tie = next((i for i, (_, _, word) in enumerate(parts) if i and word in _TYING), None)
    if tie is None or named_sorts(language, tuple(fold(w) for _, _, w in parts[:tie])):
        return [parts]
    first = next((i for i in range(tie, len(parts)) if parts[i][2] not in _TYING), len(parts))
    owned = language == "en" and tie == 1 and parts[0][2].endswith("s")  # "Friends of Mill Lane"
    return [parts] if owned else [parts[:tie], *_split(parts[first:], language)]


def _named(text: str, parts: list[Part], n: int, language: str) -> Mention | None:
    words = lexicon(language)
    start = parts[0][0]
    opening = not re.search(r"[^\W_]", text[:start]) or text[:start].rstrip()[-1:] in '"“«„»:'
    begins = opening
    while parts and ((titled := _titled(parts, language)) or (opening and _begins(parts, words, language))):
        parts = parts[1:]
        opening, begins = False, begins and not titled  # behind a title a capital is no sentence's doing
    if not parts or parts[0][2][0].islower():
        return None
    start, end, last = parts[0][0], parts[-1][1], parts[-1][2]
    if _ELIDED.match(text[start:end]):
        start += 2
    end -= len(last) - len(unowned(last))
    own = name_words(text[start:end])
    low = own[-1]
    if (
        low in words.dates
        or any(w in words.numbers for part in own for w in part.split("-"))
        or (len(own) == 1 and (low in words.function or low in words.turning or low in words.numbers))
    ):
        return None
    if language == "de" and _common(text, start, own, words):
        return None
    return Mention(n, start, end, own, opening=begins and len(own) == 1)


def _titled(parts: Sequence[Part], language: str) -> bool:
    """ "Governor Celia Marquand", "Bürgermeisterin Ulrike Taschner"."""
    low = fold(parts[0][2])
    role = "person" in sorts(language, low) or (language == "de" and bool(sorts(language, low)))
    return (len(parts) > 1 and (low in titles() or role)) or (language == "de" and _german_title(parts))


def _german_title(parts: Sequence[Part]) -> bool:
    """ "Vorstandschef Rainer Dorn", "Kassenwartin Birgit Knaus": a noun before two names, by its end or by the first name behind it."""
    if len(parts) < _TITLE_AND_NAME:
        return False
    low, first = fold(parts[0][2]), fold(parts[1][2])
    role = any(low.endswith(noun) for noun in listed("de", "person") if len(noun) >= _NOUN)
    return role or (listed_name(first) and not listed_name(low))


def _begins(parts: Sequence[Part], words: Lexicon, language: str) -> bool:
    """Capitalised only because the sentence begins with it."""
    low = fold(_ELIDED.sub("", parts[0][2]))
    if low in words.function or low in words.prepositions or low in words.reporting or low in words.turning:
        return True
    known = low in words.groups or low in words.neutral or bool(sorts(language, low))
    return len(parts) == 1 and language != "de" and known


def _common(text: str, start: int, own: Sequence[str], words: Lexicon) -> bool:
    """German nouns have capitals: one that a small word stands before is no name, unless that is one of names."""
    low = own[-1]
    if (
        low.endswith(_ABSTRACT)
        or low in words.groups
        or sorts("de", low)
        or low in words.numbers
        or own[0] in words.numbers
    ):
        return True
    before = WORD.findall(text[:start])[-1:]
    if not before or len(own) > 1:
        return False
    return not before[0][0].isupper() and fold(before[0]) not in _GERMAN_BEFORE
