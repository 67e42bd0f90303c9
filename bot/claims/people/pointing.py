"""Words that only point at somebody: pronouns, "the company", "we", "her client"."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.claims.grammar.kinds import listed, sorts
from bot.claims.grammar.unsaid import unsaid
from bot.claims.language.lexicon import lexicon
from bot.claims.language.smallwords import DEFINITE, INDEFINITE
from bot.claims.language.verbatim import fold
from bot.claims.people.cases import Case
from bot.claims.people.entities import Entity
from bot.claims.people.pronouns import pronouns

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_AGED = re.compile(
    r"\b(?:[Tt]he \d{1,3}-year-old|(?:[Dd]er|[Dd]ie|[Dd]em|[Dd]en) \d{1,3}-Jährigen?)\b(?! [^\W\d_a-zß-öø-ÿ]| (?:man|woman|boy|girl|player|student|former|from))"
)
_SHORT = 5  # letters of a German noun that ends many others
_LONGEST = 4  # words of a description behind its article


@dataclass(frozen=True, slots=True)
class Pointer:
    """At `start:end` of a sentence; `kind` tells what it can mean, `head` is the noun of a description, folded."""

    start: int
    end: int
    kind: str
    case: Case = "subject"
    head: str = ""
    aged: bool = False
    plural: bool = False


def pointers(text: str, language: str, known: Iterable[Entity]) -> Iterator[Pointer]:
    """In the order of the sentence, none overlapping another."""
    nouns = {noun for entity in known for noun in entity.nouns}
    words = [(m.start(), m.end(), m[0]) for m in _WORD.finditer(text)]
    table = pronouns(language)
    end = verb = 0
    for i, (start, _, word) in enumerate(words):
        if start < end:
            continue
        if language == "es" and (zero := unsaid(text, words, i)) is not None and zero[1] >= verb:
            verb = zero[1] + 1
            yield Pointer(start, start, "any" if zero[0] == "any" else "first", plural=zero[0] == "we")
        found = (
            _aged(text, start)
            or _other(text, words, i, language)
            or _client(words, i, language)
            or _description(text, words, i, language, nouns)
        )
        if found is None and word.casefold() in table:
            found = _pronoun(text, words, i, table, language)
        if found is not None:
            end = found.end
            yield found


def owning(word: str, language: str) -> str | None:
    """What a possessive pronoun can mean, as a pointer's `kind` has it, "we" and "i" apart; None for other words."""
    kind, case = pronouns(language).get(word.casefold(), ("", "subject"))
    return kind if case == "owner" else None


def _aged(text: str, start: int) -> Pointer | None:
    match = _AGED.match(text, start)
    return Pointer(match.start(), match.end(), "noun", aged=True) if match else None


def _other(text: str, words: list[tuple[int, int, str]], i: int, language: str) -> Pointer | None:
    """ "a neighbour", "another company": somebody new; "his deputy": somebody tied to whom a pronoun means."""
    low = words[i][2].casefold()
    owner = pronouns(language).get(low, ("", "subject"))[1] == "owner" or low in ("ihr", "her")
    if fold(low) not in INDEFINITE and not owner:
        return None
    known = lexicon(language)
    for j in range(i + 1, min(i + 1 + _LONGEST, len(words))):
        noun = fold(words[j][2])
        if noun in known.function or noun in known.prepositions or (words[j][2][0].isupper() and language != "de"):
            return None
        if sorts(language, noun):
            named = re.match(r",? (?:[^\W\d_a-zß-öø-ÿ]\w*)", text[words[j][1] :])
            if named or (owner and noun in listed(language, "client")):
                return None
            return Pointer(words[i][0], words[j][1], "kin" if owner else "new", head=noun)
    return None


def _client(words: list[tuple[int, int, str]], i: int, language: str) -> Pointer | None:
    following = words[i + 1] if i + 1 < len(words) else None
    owner = pronouns(language).get(words[i][2].casefold())
    if not following or not owner or owner[1] == "subject" or fold(following[2]) not in listed(language, "client"):
        return None
    return Pointer(words[i][0], following[1], "client")


def _pronoun(
    text: str, words: list[tuple[int, int, str]], i: int, table: Mapping[str, tuple[str, Case]], language: str
) -> Pointer | None:
    start, end, word = words[i]
    kind, case = table[word.casefold()]
    if word.isupper() and len(word) > 1 and not text.isupper():
        return None
    if language == "es" and word.casefold() == "el" and word not in ("él", "Él"):
        return None
    if language == "de" and word == "Ihr":
        return None
    if language in ("de", "en") and word.casefold() in ("ihr", "her"):
        following = text[end : end + 2]
        noun = i + 1 < len(words) and (
            words[i + 1][2][0].isupper() if language == "de" else _goes_on(words, i, language)
        )
        case = "owner" if noun and following[:1] == " " else "object"
    first = kind in ("we", "i")
    return Pointer(start, end, "first" if first else kind, case, plural=kind == "we")


def _goes_on(words: list[tuple[int, int, str]], i: int, language: str) -> bool:
    low = fold(words[i + 1][2])
    known = lexicon(language)
    return low not in known.function and low not in known.prepositions


def _description(
    text: str, words: list[tuple[int, int, str]], i: int, language: str, nouns: set[str]
) -> Pointer | None:
    """An article and a noun that is said of people or bodies, with what stands between."""
    if fold(words[i][2]) not in DEFINITE or (i and fold(words[i - 1][2]) in ("of", "all") and words[i][2] == "les"):
        return None
    known = lexicon(language)
    apart = listed(language, "apart")
    head = None
    for j in range(i + 1, min(i + 1 + _LONGEST, len(words))):
        word = words[j][2]
        low = fold(word)
        if text[words[j - 1][1] : words[j][0]] not in (" ", "'", "’") or low in apart:
            break
        if low in known.function or low in known.prepositions or low in known.reporting or low in known.past:
            break
        if language != "de" and word[0].isupper():
            return None
        if _said_of(low, language, nouns):
            head = j
            if language in ("fr", "es"):
                break
        elif (head is not None and (language != "de" or word[0].isupper())) or language in ("fr", "es"):
            break
    if head is None or _named_behind(text, words, head, language):
        return None
    return Pointer(words[i][0], words[head][1], "noun", head=fold(words[head][2]))


def _said_of(low: str, language: str, nouns: set[str]) -> bool:
    if language == "en" and low.endswith("s") and low not in nouns:
        return False
    compound = language == "de" and len(low) > _SHORT and any(noun.endswith(low) for noun in nouns)
    return bool(low in nouns or compound or sorts(language, low))


def _named_behind(text: str, words: list[tuple[int, int, str]], head: int, language: str) -> bool:
    """ "the minister Anna Holt", "the company's chief", "the council of Larne": no bare description."""
    behind = text[words[head][1] :]
    if re.match(r"[’']s?\b", behind) and language == "en":
        return False
    following = words[head + 1] if head + 1 < len(words) and text[words[head][1] : words[head + 1][0]] == " " else None
    if following is None:
        return bool(re.match(r", [^\W\d_a-zß-öø-ÿ]", behind)) and language != "de"
    low = fold(following[2])
    capital = following[2][0].isupper() and following[2] != "I"
    ties = ("of", "der", "des", "von", "de", "du", "del", "d")
    return (capital and language != "de") or low in ties or (language == "de" and capital and len(following[2]) > 3)
