"""Verbs, told by form and place: enough to see who does what without parsing."""

import re
from functools import lru_cache

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.lexicon import Lexicon
from bot.claims.language.token import Token

_TURNING_VERBS = frozenset({"deny", "accuse", "blame", "intent", "demand"})
ACCORDING = frozenset({"according", "laut", "selon", "segun", "zufolge"})
POSTPOSED = frozenset({"zufolge"})  # behind whom it names
_MODAL = frozenset({"possible", "must", "should", "future", "supposed"})
_TURNING_ADVERBS = frozenset(
    ["not", "up", "down", "all", "most", "many", "few", "only", "partial", "possible", "probable", "unlikely"]
)
PARTICLES = frozenset(["up", "down", "off", "out", "away", "back"])
_ADJECTIVE = re.compile("^[a-z]{2,}ge[a-z]{3,}te[nrms]?$")


def is_verb(text: Analysed, index: int) -> bool:
    """Told once for each word of a text, and kept with it."""
    seen = text.verbs_seen
    if index not in seen:
        seen[index] = _is_verb(text, index)
    return seen[index]


def _is_verb(text: Analysed, index: int) -> bool:
    """By its form, or by the words around it."""
    if _never(text, index):
        return False
    words = text.words
    if words.language == "en" and _third_person(text, index):
        return True
    if words.language != "en" and index in text.content and _after_name(text, index):
        return True
    if _attributive(text, index) or (words.language == "en" and _before_auxiliary(text, index)):
        return False
    reach = _reach(text, index)
    if reach:
        return not _after_determiner(text, index, reach)
    return (
        _after_auxiliary(text, index)
        or _joined(text, index)
        or _gerund(text, index)
        or (words.language == "en" and _after_infinitive(text, index))
    )


def _never(text: Analysed, index: int) -> bool:
    """Marks, numbers, names, small words, what follows a preposition; "up" and "back" unless they take something."""
    token, words = text.tokens[index], text.words
    before = text.tokens[index - 1].low if index else ""
    if token.kind != "word" or (token.capital and not token.first) or token.low in words.function:
        return True
    if token.low in PARTICLES and not _before_determiner(text, index):
        return True
    if before in words.prepositions and before not in ("to", "a", "zu"):
        return True
    return words.language == "de" and _class(token, words) in _MODAL


def _after_auxiliary(text: Analysed, index: int) -> bool:
    """ "was seized", "did sign", "to sign"; an adverb or a word that only turns meaning is none."""
    token, words = text.tokens[index], text.words
    before = text.tokens[index - 1].low if index else ""
    if before in words.passive and index in text.content and not token.capital and participle(text, index, going=True):
        return True
    if before == "not" and not _auxiliary(text, index - 2):
        return False
    turns = _class(token, words) in _TURNING_ADVERBS or token.low in PARTICLES
    if index and text.tokens[index - 1].text.casefold() == "à":  # no "a"
        return False
    return before in words.auxiliaries and not turns and not token.low.endswith("ly")


def _joined(text: Analysed, index: int) -> bool:
    """French "a condamné A et acquitté B": a second participle, with what it takes right after it."""
    if text.words.language != "fr" or index not in text.content or not participle(text, index):
        return False
    joint = index > 0 and text.tokens[index - 1].low in text.words.vocabulary.joining
    following = text.tokens[index + 1] if index + 1 < len(text.tokens) else None
    takes = following is not None and (following.capital or following.low in text.words.determiners)
    return joint and takes and text.tokens[index].text.endswith(("é", "i", "u"))


def _gerund(text: Analysed, index: int) -> bool:
    """French ", devançant la Suissesse", Spanish ", dejando a": behind a comma or "en", with what it takes behind it."""
    if index not in text.content or not text.tokens[index].low.endswith(text.words.endings.get("gerund", ())):
        return False
    following = text.tokens[index + 1] if index + 1 < len(text.tokens) else None
    small = text.words.determiners | text.words.prepositions
    takes = following is not None and (following.capital or following.kind == "number" or following.low in small)
    return takes and index > 0 and text.tokens[index - 1].low in (",", "en")


def _after_infinitive(text: Analysed, index: int) -> bool:
    """ "to leave the county and join Thornshire": a second plain form, with what it takes right after it."""
    if not index or text.tokens[index - 1].low not in ("and", "or"):
        return False
    following = text.tokens[index + 1] if index + 1 < len(text.tokens) else None
    takes = following is not None and (following.capital or following.low in text.words.determiners - {"of"})
    return takes and index in text.content and any(t.low == "to" for t in text.tokens[max(0, index - 8) : index])


def _attributive(text: Analysed, index: int) -> bool:
    """ "no forced redundancies", "tiefgekühlte Himbeeren": what a noun is like."""
    low = text.tokens[index].low
    following = text.tokens[index + 1] if index + 1 < len(text.tokens) else None
    if following is None or index + 1 not in text.content:
        return False
    if text.words.language == "de":
        return following.capital and bool(_ADJECTIVE.match(low))
    before = text.tokens[index - 1].low if index else ""
    return (
        text.words.language == "en"
        and low.endswith("ed")
        and before in ("no", "any", "more", "many", "some", "several")
    )


def _auxiliary(text: Analysed, index: int) -> bool:
    low = text.tokens[index].low if 0 <= index < len(text.tokens) else ""
    return low in text.words.auxiliaries or low in text.words.passive


def _before_determiner(text: Analysed, index: int) -> bool:
    return index + 1 < len(text.tokens) and text.tokens[index + 1].low in text.words.determiners - {"of"}


def _reach(text: Analysed, index: int) -> int:
    """0 for a word whose form is no verb's; else how far back a determiner would make a noun of it."""
    token, words = text.tokens[index], text.words
    plain = words.language == "en" and not token.low.endswith("ed") and token.low not in words.past
    if (token.low in words.reporting and not plain) or token.low in words.past or _inflected(token, words):
        return 1
    if token.low in words.verbs or token.low in words.reporting:
        following = text.tokens[index + 1].low if index + 1 < len(text.tokens) else ""
        goes_on = following in ("to", "that") or following in words.determiners - {"of"}
        return 1 if goes_on or words.language != "en" else 2
    return 1 if _class(token, words) in _TURNING_VERBS else 0


def _third_person(text: Analysed, index: int) -> bool:
    """ "the firm that runs the harbour", "Zipp operates 400 scooters": by what stands on both sides of the word."""
    token = text.tokens[index]
    if not token.low.endswith("s") or index + 1 >= len(text.tokens) or index == 0 or index not in text.content:
        return False
    before, after = text.tokens[index - 1], text.tokens[index + 1]
    named = before.capital and not before.possessive and index - 1 in text.content
    subject = named or before.low in ("who", "which", "that", "he", "she", "it")
    takes = text.words.determiners - {"of"} | {"to", "that"}
    return subject and (after.low in takes or after.kind == "number")


def _class(token: Token, words: Lexicon) -> str | None:
    return words.turning.get(token.text.casefold() if words.language == "de" else token.low)


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


def _inflected(token: Token, words: Lexicon) -> bool:
    if words.language == "de" and token.low.startswith("ge") and token.low.endswith(("t", "en")) and len(token.low) > 5:
        return True
    first = token.text.split(" ")[0]  # "turned down"
    return len(token.low) > 4 and first.endswith(words.endings.get("finite", ()))


def _before_auxiliary(text: Analysed, index: int) -> bool:
    """ "the rejected pay offer would": a plain form, and the verb right behind it."""
    token, words = text.tokens[index], text.words
    known = token.low in words.verbs or token.low in words.reporting or _class(token, words) in _TURNING_VERBS
    plain = known and not token.low.endswith("ed") and token.low not in words.past
    return plain and _auxiliary(text, index + 1) and text.tokens[index + 1].low != "to"


def _after_determiner(text: Analysed, index: int, reach: int) -> bool:
    before = text.tokens[max(0, index - reach) : index]
    small = text.words.determiners | text.words.vocabulary.quantifiers
    return any(token.low in small or token.possessive for token in before)


@lru_cache(maxsize=8)
def auxiliary_forms(words: Lexicon) -> frozenset[str]:
    """Of whatever mood, with their accents."""
    return frozenset[str]().union(*words.moods.values())


def closing(text: Analysed, index: int) -> bool:
    """German "hat … verurteilt": a participle or infinitive that ends its clause, its auxiliary before it."""
    token = text.tokens[index]
    if text.words.language != "de" or index not in text.content or token.capital or not token.low.endswith(("t", "en")):
        return False
    following = text.tokens[index + 1] if index + 1 < len(text.tokens) else None
    ends = following is None or following.kind == "punct" or following.low in text.words.links | text.words.passive
    auxiliaries = auxiliary_forms(text.words)
    ahead = next((k for k in range(index - 1, -1, -1) if text.tokens[k].kind == "punct"), -1)
    return ends and any(t.text.casefold() in auxiliaries for t in text.tokens[ahead + 1 : index])


@lru_cache(maxsize=512)
def verbs(text: Analysed) -> tuple[int, ...]:
    return tuple(i for i, token in enumerate(text.tokens) if is_verb(text, i) or token.low in ACCORDING)


def participle(text: Analysed, index: int, *, going: bool = False) -> bool:
    """`going`: "had been drinking" counts as well."""
    token = text.tokens[index]
    if going and text.words.language == "en" and token.low.endswith("ing"):
        return True
    return token.low.endswith(text.words.endings.get("participle", ())) or token.low in text.words.past
