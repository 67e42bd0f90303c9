"""Verbs that only their place tells: in "the hall rents cold stores" one word must be the verb, and one agrees with its noun."""

from collections.abc import Sequence

from bot.claims.frames.forms import in_s, plain, several
from bot.claims.frames.words import WORDS
from bot.claims.grammar.evidence import Analysed

_LONGEST = 4  # words that tell who is made to do something


def bare(text: Analysed, found: list[str]) -> list[int]:
    """ "The hall rents cold stores", "men rent stores": the first word that agrees with the noun before, in a clause without
    another verb."""
    verbs, begins = [], True  # a clause that opens the sentence, or stands behind what opens one
    clause: list[int] = []
    for i, part in enumerate([*found, "."]):
        if part not in ("N", "D", "q", "A", "P", "t"):
            verbs += _first_to_agree(text, found, clause) if begins and part in ".S" else []
            clause, begins = [], part in ".S" or part == "that"
        else:
            clause.append(i)
    return verbs


def made_to_do(text: Analysed, found: list[str]) -> list[int]:
    """ "Made them hide the rust", "had the captain sign it": a verb behind whoever is made to do it, before what it takes."""
    return [
        i
        for i in range(2, len(found) - 1)
        if found[i] == "N" and found[i + 1] in ("D", "O") and text.tokens[i + 1].low not in WORDS.nominative
        if plain(text, i) and _made(text, found, i - 1)
    ]


def _made(text: Analysed, found: Sequence[str], end: int) -> bool:
    """Whether "made" stands before the phrase that ends at `end`: whom it makes do something."""
    k = end
    while k > 0 and found[k] in ("N", "D", "O"):
        k -= 1
    causing = found[k] in ("V", "X", "G") and text.tokens[k].low in WORDS.causing
    return causing and 0 < end - k <= _LONGEST and found[end] != "D" and k > 0


def _first_to_agree(text: Analysed, found: list[str], clause: list[int]) -> list[int]:
    told = [i for i in clause[1:-1] if found[i] == "N" == found[i - 1] == found[i + 1] and i + 1 in text.content]
    return [i for i in told if _agrees(text, i)][:1]


def _agrees(text: Analysed, i: int) -> bool:
    token, subject = text.tokens[i], text.tokens[i - 1]
    thing = token.capital or subject.possessive or subject.kind == "number" or text.words.is_unit(token.low)
    return not thing and in_s(text, i) != several(text, i - 1)
