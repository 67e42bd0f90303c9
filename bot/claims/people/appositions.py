"""Appositions: what an article says somebody is, right beside the name: "Ana Ruiz, the club's chair"."""

import re
from collections.abc import Iterator, Sequence

from bot.claims.grammar.kinds import sorts
from bot.claims.grammar.titles import titles
from bot.claims.language.lexicon import Lexicon, lexicon
from bot.claims.language.smallwords import AND, OF, POSSESSIVES
from bot.claims.language.verbatim import fold
from bot.claims.people.namings import WORD, name_words, named_spans, owned, unowned

_OF = OF | {"at", "for", "from", "with", "bei"}
_TELLING = re.compile(r"\b(?:according to|laut|selon|d['’]après|según)\b[^,;:.]*$", re.IGNORECASE)
_OWN = POSSESSIVES | {"her"}


def appositions(before: str, behind: str, language: str) -> Iterator[str]:
    """What stands right before a name without a comma; between commas before it; between commas behind it."""
    tail = re.search(r"(?:[^\W_]+(?:-[^\W_]+)* ){1,4}$", before)
    if tail:
        yield _phrase(tail[0], language)
    if before.endswith(", "):
        yield _phrase(re.split(r"[,;:.\"“„«»—–()]", before[:-2])[-1], language, far=True)
    if behind.startswith((", ", " (")) and not _begun(before, behind):
        yield _opened(re.split(r"[,;:.\"”»—–()]", behind[2:])[0], language)


def _begun(before: str, behind: str) -> bool:
    """ "According to the Mail, the council considered it": the comma ends who says so, and no other follows."""
    return bool(_TELLING.search(before)) and re.match(r", [^,;:.]*,", behind) is None


def _phrase(segment: str, language: str, *, far: bool = False) -> str:
    """From the last verb or small word that opens no noun phrase on."""
    words = lexicon(language)
    parts = segment.split()
    start = 0
    for i, word in enumerate(parts):
        low = fold(word)
        ties = low in _OF or low in words.determiners - {"that"} or low == "l" or (far and low in AND)
        verb = low in words.reporting or low in words.passive or low in words.auxiliaries or low in words.past
        stops = verb or (low in words.function and not ties) or (low in words.prepositions and not (far and ties))
        if stops or (not far and low in _OF):
            start = i + 1
    return " ".join(parts[start:])


def _opened(segment: str, language: str) -> str:
    """ "a neurologist at Westhaven Hospital", "general secretary of the Union": no clause with a verb."""
    words = lexicon(language)
    parts = segment.split()
    lows = [fold(part) for part in parts]
    if lows and (lows[0] in words.links or lows[0] in words.turning or lows[0] in ("and", "or", "but", "with")):
        return ""
    if language == "en" and lows and (lows[0].endswith("ing") or lows[0] in words.past or _takes(lows, words)):
        return ""
    verbal = words.auxiliaries | words.passive | words.reporting
    end = next((i for i, low in enumerate(lows) if low in verbal), len(parts))
    return " ".join(parts[:end]) if end > 1 else ""


def _takes(lows: Sequence[str], words: Lexicon) -> bool:
    """ "called the deal": a verb with what it takes."""
    return lows[0].endswith("ed") and len(lows) > 1 and lows[1] in words.determiners


def role(segment: str, language: str) -> tuple[set[str], tuple[str, ...], bool]:
    """(nouns it is called by, the name of the body it belongs to, whether "its" owns it)."""
    if not segment:
        return set(), (), False
    words = lexicon(language)
    nouns: set[str] = set()
    body: tuple[str, ...] = ()
    tied = False
    parts = WORD.findall(segment)
    its = bool(parts) and fold(parts[0]) in _OWN
    for part in parts:
        low = fold(unowned(part))
        if owned(part) and part[0].islower():
            nouns.clear()
        elif low in _OF or low in words.prepositions:
            tied = True
        elif not tied and (part[0].islower() or language == "de" or sorts(language, low)) and low not in words.function:
            told = low in words.past or low in words.reporting or low in words.dates
            nouns |= set() if told or (low in titles() and not sorts(language, low)) else {low}
    for at, to in named_spans(segment, language):
        found = name_words(segment[at:to])
        kept = tuple(w for w in found if w not in words.function or w in ("of", "de", "for"))
        if (
            kept
            and kept[0] not in titles()
            and not (language == "de" and len(kept) == 1 and sorts("de", kept[0]))
            and "person" not in sorts(language, kept[-1])
        ):
            body = kept
    return nouns, body, its
