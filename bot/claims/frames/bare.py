"""Verbs that only their place tells: in "the hall rents cold stores" one word must be the verb, and one agrees with its noun."""

from bot.claims.frames.forms import in_s, several
from bot.claims.grammar.evidence import Analysed


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


def _first_to_agree(text: Analysed, found: list[str], clause: list[int]) -> list[int]:
    told = [i for i in clause[1:-1] if found[i] == "N" == found[i - 1] == found[i + 1] and i + 1 in text.content]
    return [i for i in told if _agrees(text, i)][:1]


def _agrees(text: Analysed, i: int) -> bool:
    token, subject = text.tokens[i], text.tokens[i - 1]
    thing = token.capital or subject.possessive or subject.kind == "number" or text.words.is_unit(token.low)
    return not thing and in_s(text, i) != several(text, i - 1)
