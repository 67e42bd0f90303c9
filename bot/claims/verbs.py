"""Verbs and their clauses, told by form and place: enough to see who does what without parsing."""

from collections.abc import Iterator

from bot.claims.evidence import Analysed
from bot.claims.lexicon import Lexicon
from bot.claims.words import Token

_STOPS = frozenset(".!?;:—–()…,")
_PARTICIPLES = {
    "en": ("ed", "en"),
    "fr": ("e", "es", "ee", "ees", "i", "u", "us"),
    "es": ("ado", "ada", "ados", "adas", "ido", "ida", "idos"),
}
_BETWEEN = frozenset({"almost", "also", "already", "still", "first", "later", "since", "pas", "deja", "no", '"', "n't"})
_TURNING_VERBS = frozenset({"deny", "accuse", "intent", "demand"})
ACCORDING = frozenset({"according", "laut", "selon", "segun"})
_DEMONSTRATIVES = frozenset(
    ["this", "that", "these", "those", "das", "dies", "dieses", "ce", "cela", "ca", "ceci", "esto", "eso", "ello"]
)
_ENDINGS = {
    "en": ("ed",),
    "de": ("te", "ten"),
    "fr": ("era", "eront", "erait", "eraient", "aient", "irait"),
    "es": ("aron", "ieron", "ará", "erá", "irá", "arán", "erán", "irán", "ó", "aban", "ían"),
}


def is_verb(text: Analysed, index: int) -> bool:
    """By its form, or by the auxiliary before it."""
    token = text.tokens[index]
    words = text.words
    before = text.tokens[index - 1].low if index else ""
    if token.kind != "word" or (token.capital and not token.first) or token.low in words.function:
        return False
    if before in words.prepositions and before not in ("to", "a", "zu"):
        return False
    if words.language != "en" and index in text.content and _after_name(text, index):
        return True
    reach = _reach(text, index)
    if reach:
        return not _after_determiner(text, index, reach)
    if before in words.passive and index in text.content and not token.capital and not token.low.endswith("ly"):
        return True
    return before in words.auxiliaries and _class(token, words) != "not" and not token.low.endswith("ly")


def _reach(text: Analysed, index: int) -> int:
    """0 for a word whose form is no verb's; else how far back a determiner would make a noun of it."""
    token, words = text.tokens[index], text.words
    if token.low in words.reporting or token.low in words.past or _inflected(token, words.language):
        return 1
    if token.low in words.verbs:
        following = text.tokens[index + 1].low if index + 1 < len(text.tokens) else ""
        goes_on = following == "to" or following in words.determiners - {"of"}
        return 1 if goes_on or words.language != "en" else 2
    return 1 if _class(token, words) in _TURNING_VERBS else 0


def _class(token: Token, words: Lexicon) -> str | None:
    return words.operators.get((token.text.casefold() if words.language == "de" else token.low,))


def _after_name(text: Analysed, index: int) -> bool:
    """ "Brandt hält", "Roussel interdit"; German nouns have capitals too, so there the ending must fit."""
    name = text.tokens[index - 1] if index else None
    if (
        name is None
        or index - 1 not in text.content
        or not name.capital
        or name.kind != "word"
        or text.tokens[index].capital
    ):
        return False
    return text.words.language != "de" or text.tokens[index].low.endswith(("t", "te", "ten"))


def _inflected(token: Token, language: str) -> bool:
    if language == "de" and token.low.startswith("ge") and token.low.endswith(("t", "en")) and len(token.low) > 5:
        return True
    return len(token.low) > 4 and token.text.endswith(_ENDINGS.get(language, ("\0",)))


def _after_determiner(text: Analysed, index: int, reach: int) -> bool:
    return any(token.low in text.words.determiners for token in text.tokens[max(0, index - reach) : index])


def verbs(text: Analysed) -> list[int]:
    return [i for i, token in enumerate(text.tokens) if is_verb(text, i) or token.low in ACCORDING]


def ends_clause(text: Analysed, index: int) -> bool:
    token = text.tokens[index]
    if token.low in _STOPS:
        return True
    return token.low in text.words.links and token.low not in ("of", "der", "die", "das", "dem", "den", "da")


def before(text: Analysed, index: int) -> Iterator[int]:
    """Indices before `index` in its clause, nearest first. "and" between two nouns does not end one."""
    for i in range(index - 1, -1, -1):
        if ends_clause(text, i) and not _joins_names(text, i) and not (_joint(text, i) and not _verb_near(text, i, -1)):
            return
        yield i


def after(text: Analysed, index: int) -> Iterator[int]:
    for i in range(index + 1, len(text.tokens)):
        if ends_clause(text, i) and not _joins_names(text, i) and not (_joint(text, i) and not _verb_near(text, i, 1)):
            return
        yield i


def _joint(text: Analysed, index: int) -> bool:
    return text.tokens[index].low in ("and", "or", "und", "oder", "et", "ou", "y", "o", "e")


def _verb_near(text: Analysed, index: int, step: int) -> bool:
    """Whether the words on that side of "and", up to the next mark, have a verb: then it joins clauses."""
    i = index + step
    while 0 <= i < len(text.tokens) and text.tokens[i].low not in _STOPS:
        if is_verb(text, i) or text.tokens[i].low in text.words.passive:
            return True
        i += step
    return False


def _joins_names(text: Analysed, index: int) -> bool:
    if text.tokens[index].low not in ("and", "und", "et", "y", "e", ",") or not 0 < index < len(text.tokens) - 1:
        return False
    following = next((t for t in text.tokens[index + 1 : index + 3] if t.low not in text.words.function), None)
    return text.tokens[index - 1].capital and following is not None and following.capital


def stands_alone(text: Analysed, index: int) -> bool:
    """ "this", "das", "cela", "esto" before no noun; "that" and "das" open no clause."""
    before = text.tokens[index - 1].low if index else ""
    following = text.tokens[index + 1].kind if index + 1 < len(text.tokens) else ""
    low = text.tokens[index].low
    if text.words.language == "de" and low in _DEMONSTRATIVES and index + 2 < len(text.tokens):
        return not any(token.capital for token in text.tokens[index + 1 : index + 3])
    if low not in _DEMONSTRATIVES or (index + 1 in text.content and not is_verb(text, index + 1)):
        return False
    return low not in ("that", "das") or (following == "word" and before != "," and index > 0) or following == "punct"


def passive(text: Analysed, index: int) -> bool:
    """ "was seized", "seized by", "wurde … verletzt"."""
    if text.words.language == "de":
        clause = (*before(text, index), *after(text, index))
        return any(text.tokens[i].low in text.words.passive for i in clause)
    be = _auxiliary_be(text, index)
    following = [
        text.tokens[i].low
        for i in after(text, index)
        if text.tokens[i + 1 : i + 2] and text.tokens[i + 1].kind != "number"
    ][:1]
    return (be and _participle(text, index)) or (bool(following) and following[0] in text.words.by)


def _auxiliary_be(text: Analysed, index: int) -> bool:
    """A form of "be" before the word, with nothing but adverbs, negations and quotation marks between."""
    for token in reversed(text.tokens[max(0, index - 6) : index]):
        if token.low in text.words.passive:
            return True
        adverb = token.low.endswith(("ly", "ment", "mente")) or token.low in _BETWEEN
        if not adverb and token.low not in text.words.auxiliaries:
            return False
    return False


def _participle(text: Analysed, index: int) -> bool:
    token = text.tokens[index]
    return token.low.endswith(_PARTICIPLES.get(text.words.language, ("\0",))) or token.low in text.words.past
