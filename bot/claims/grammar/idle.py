"""Words that turn meaning elsewhere, and here do not: "the block", "hasta 60 euros"."""

from collections.abc import Sequence

from bot.claims.language.lexicon import Lexicon
from bot.claims.language.token import TIMES, Token

_SUPPLIED = frozenset({"provided", "providing"})
_CLAUSE = 8  # words behind "provided" among which a clause has its verb
_MEASURING = (("total", "of"), ("against", "the"), ("against",))
_MEASURED_BY = frozenset(phrase[0] for phrase in _MEASURING)
_ANNOUNCING = frozenset({"kundigte", "kundigt", "gekundigt"})
_TO_COME = frozenset({"werde", "werden", "würde", "würden"})
_AGES = frozenset({"menor", "menores", "mayor", "mayores"})
_JUDGING = frozenset(
    ["court", "courts", "panel", "board", "committee", "judge", "judges", "tribunal", "process", "hearing"]
)


def turns_nothing(text: Sequence[Token], index: int, words: Lexicon) -> bool:
    """ "the block", "the decline", "every day", "50,000 more", "kündigte den Vertrag": here the word turns nothing."""
    token = text[index]
    before = [t.low for t in text[max(0, index - 2) : index]]
    following = text[index + 1].low if index + 1 < len(text) else ""
    counted = index > 0 and text[index - 1].kind == "number" and token.low.endswith("s")
    if token.low in words.nouns and (counted or any(low in words.determiners - {"of", "that"} for low in before)):
        return following not in ("that", "it", "he", "she", "they")
    if token.low == "some" and index + 1 < len(text) and text[index + 1].kind == "number":
        return True
    judging = token.low in ("appeal", "appeals") and following in _JUDGING
    if judging or _each_time(token, following, words) or _counts(text, index, words):
        return True
    fails_nobody = token.low in words.vocabulary.failing and "to" not in [t.low for t in text[index + 1 : index + 3]]
    if fails_nobody or (token.low in ("decline", "force") and set(before[-1:]) & words.determiners):
        return True
    if token.low == "lower" and (following in words.determiners - {"of"} or {"to", "will", "would"} & set(before[-1:])):
        return True
    if token.low == "more" and index and text[index - 1].kind == "number" and following != "than":
        return True
    return words.language == "de" and token.low in _ANNOUNCING and _only_tells(text, index)


def _counts(text: Sequence[Token], index: int, words: Lexicon) -> bool:
    """Whether it is a word of how much, how far or how old."""
    of_words = _supplies(text, index, words) or _bounds_sum(text, index, words) or _measured(text, index, words)
    return of_words or _measures(text, index) or _minors(text, index)


def _measured(text: Sequence[Token], index: int, words: Lexicon) -> bool:
    """ "three points ahead of Kelham": no order in time."""
    told = text[index].low == "ahead" and index > 1 and text[index - 2].kind == "number"
    return told and text[index - 2].unit not in TIMES and text[index - 1].low not in words.times


def _each_time(token: Token, following: str, words: Lexicon) -> bool:
    """ "every day", "each other"."""
    return token.low in ("every", "each") and (following in words.times or following == "other")


def _only_tells(text: Sequence[Token], index: int) -> bool:
    """ "kündigte den Vertrag", and "kündigte an, er werde zahlen", which says itself what is to come."""
    behind = [token.text.casefold() for token in text[index:]]
    return "an" not in behind or not _TO_COME.isdisjoint(behind[behind.index("an") :])


def _supplies(text: Sequence[Token], index: int, words: Lexicon) -> bool:
    """ "meals provided by clubs", "the city provided the software"; not "provided the court agrees"."""
    before = text[index - 1] if index else None
    following = text[index + 1] if index + 1 < len(text) else None
    if text[index].low not in _SUPPLIED:
        return False
    if before is None or before.low == "," or following is None or following.low == "that":
        return False
    if before.low in words.passive | words.auxiliaries or following.kind == "punct":
        return True
    goes_on = following.low in words.prepositions or following.kind == "number"
    ahead = text[index + 1 : index + _CLAUSE]
    ends = next((i for i, t in enumerate(ahead) if t.kind == "punct" or t.low in words.links), len(ahead))
    noun = 2 if following.low in words.determiners else 1
    return goes_on or not any(_finite(t, words) for t in ahead[noun:ends])


def _finite(token: Token, words: Lexicon) -> bool:
    inflected = token.low in words.past or (token.low.endswith(("ed", "s")) and not token.capital)
    return inflected or token.low in words.passive | words.auxiliaries | words.verbs


def _measures(text: Sequence[Token], index: int) -> bool:
    """ "a total of 48", "against the 7 percent": a number is told, nothing is turned."""
    if text[index].low not in _MEASURED_BY:
        return False
    for phrase in _MEASURING:
        behind = text[index + len(phrase) :][:1]
        told = bool(behind) and behind[0].kind == "number" and (phrase[0] != "against" or behind[0].unit is not None)
        if told and tuple(t.low for t in text[index : index + len(phrase)]) == phrase:
            return True
    return False


def _bounds_sum(text: Sequence[Token], index: int, words: Lexicon) -> bool:
    """ "hasta 60 euros": no time."""
    behind = text[index + 1] if index + 1 < len(text) else None
    unit = behind.unit if behind is not None and behind.kind == "number" else None
    return (text[index].low,) in words.approximators and unit is not None and unit not in TIMES


def _minors(text: Sequence[Token], index: int) -> bool:
    """Spanish "41 de ellas menores": nothing is compared."""
    following = [t.low for t in text[index + 1 : index + 3]]
    return text[index].low in _AGES and (following[:1] in ([], ["."], [","]) or following == ["de", "edad"])
