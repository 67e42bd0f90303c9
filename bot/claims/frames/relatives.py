"""Relative clauses: which verb is theirs, and which the noun before them still lacks."""

from bot.claims.frames.closed import low_at
from bot.claims.frames.forms import in_s
from bot.claims.frames.words import WORDS
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.verbs import is_verb


def begins(text: Analysed, i: int) -> bool:
    """ "Fishermen who rent cold stores", but not "who residents say"."""
    following = low_at(text, i + 1)
    return i in text.content and not (
        following in WORDS.auxiliaries or (i + 1 in text.content and is_verb(text, i + 1))
    )


def of_object(found: list[str], i: int) -> bool:
    """ "which the council approved by a majority": a subject of its own stands behind "which"."""
    k = i - 1
    while k > 0 and found[k] in ("N", "q"):
        k -= 1
    return k > 1 and k < i - 1 and found[k] == "D" and found[k - 1] == "R"


def past(text: Analysed, found: list[str], i: int) -> bool:
    """ "Fishermen who rent stores in the hall say they": the verb that the noun before a relative clause still lacks."""
    clause = next((k for k in range(i - 1, -1, -1) if found[k] in (".", "S", "C")), -1) + 1
    who = next((k for k in range(clause, i) if found[k] == "R"), None)
    if who is None or low_at(text, i + 1) not in WORDS.nominative | {"it", "that"}:
        return False
    had = set(found[who:i]) & {"V", "X"} and not set(found[clause:who]) & {"V", "X"}
    return bool(had) and "," not in found[who:i] and text.tokens[i].low in text.words.reporting


def ends(text: Analysed, found: list[str], i: int) -> bool:
    """ ", which the company denies.": the verb that a clause without any other must have."""
    who = next((k for k in range(i - 1, -1, -1) if found[k] not in "NDq"), -1)
    opens = who > 0 and text.tokens[who].low == "which" and found[who - 1] == ","
    return opens and who < i - 1 and low_at(text, i + 1) in (".", ",", "") and in_s(text, i)
