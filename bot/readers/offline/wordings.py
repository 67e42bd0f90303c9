"""Wordings: a question without what only carries its verb or its subject: "take effect", "can people see"."""

from bot.readers.offline import cues, tokens
from bot.readers.offline.language import Language
from bot.readers.offline.tokens import Token


def plain(question: str, language: Language) -> str:
    """ "When does the ban take effect?" asks when the ban does, "when can people see it" when anybody can."""
    found = tokens.cut(question, 0, len(question))
    left_out = {at for at in range(1, len(found)) if _anybody(found, at, language)} | _empty_verb(found, language)
    if len(found) - len(left_out) <= 2 or not left_out:
        return question
    parts, place = [], 0
    for at in sorted(left_out):
        parts.append(question[place : found[at].start])
        place = found[at].end
    return " ".join(" ".join([*parts, question[place:]]).split())


def _anybody(found: list[Token], at: int, language: Language) -> bool:
    """ "People" right behind a helping verb; a number of them is asked for otherwise."""
    return found[at].low in language["asks.people"] and found[at - 1].low in language["grammar.auxiliaries"]


def _empty_verb(found: list[Token], language: Language) -> set[int]:
    """The words at the end that tell no more than that something is: "take effect", "last"."""
    end = len(found)
    while end and not found[end - 1].is_word:
        end -= 1
    for at in range(2, end):
        if cues.phrase(found, at, "asks.occurring", language) == end:
            return set(range(at, end))
    return set()
