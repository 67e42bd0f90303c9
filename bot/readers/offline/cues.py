"""Reporting words: where a sentence says that somebody says something."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.readers.offline.language import Language
from bot.readers.offline.tokens import CONTRACTED, Token

Frame = Literal[
    "say",
    "tell",
    "quote",
    "think",
    "find",
    "accuse",
    "call",
    "urge",
    "demand",
    "promise",
    "judge",
    "deny",
    "quotes",
    "according",
]
# The first list that holds a word decides, so the stronger reading of a verb stands first.
_FRAMES: tuple[Frame, ...] = (
    "tell",
    "say",
    "accuse",
    "think",
    "find",
    "call",
    "urge",
    "promise",
    "demand",
    "judge",
    "quote",
)


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens `first:last` (half open) are the reporting words; `frames` are the ways they may report."""

    first: int
    last: int
    frames: frozenset[Frame]


def find(tokens: Sequence[Token], language: Language) -> list[Cue]:
    """Every candidate in order; those inside quotations belong to somebody else's words."""
    found: list[Cue] = []
    at = 0
    while at < len(tokens):
        cue = None if not tokens[at].is_word else _at(tokens, at, language)
        if cue is None:
            at += 1
        else:
            found.append(cue)
            at = cue.last
    return found


def phrase(tokens: Sequence[Token], at: int, name: str, language: Language) -> int:
    """The end of the longest entry of the list `name` that begins at `at`; 0 when there is none."""
    entries = language[name]
    for length in range(min(language.reach(name), len(tokens) - at), 0, -1):
        if " ".join(token.low for token in tokens[at : at + length]) in entries:
            return at + length
    return 0


def _at(tokens: Sequence[Token], at: int, language: Language) -> Cue | None:
    end = phrase(tokens, at, "cues.according", language)
    if end:
        return Cue(at, end, frozenset({"according"}))
    ends = {frame: phrase(tokens, at, f"cues.{frame}", language) for frame in _FRAMES}
    ends["quotes"] = phrase(tokens, at, "cues.quotes", language)
    ends["deny"] = max(phrase(tokens, at, f"denials.{name}", language) for name in ("denies", "rejects", "counters"))
    longest = max(ends.values())
    if not longest or not _is_verb(tokens, at, longest, language):
        return None
    return Cue(at, longest, frozenset(frame for frame, end in ends.items() if end == longest))


def _is_verb(tokens: Sequence[Token], at: int, end: int, language: Language) -> bool:
    """Not "the report", "his claims", "to say", "was told"."""
    token = tokens[at]
    if token.is_capital and at > 0 and (tokens[at - 1].is_word or tokens[at - 1].low == "'s"):
        return False
    if at == 0:
        return not (end < len(tokens) and tokens[end].low in ("by", "in", "on")) or token.low.endswith("ing")
    before = tokens[at - 1].low
    if before == "'s":
        return token.low.endswith("ing") or at > 1 and tokens[at - 2].low in CONTRACTED
    if before in language["grammar.before_nouns"]:
        return before in language["grammar.before_gerunds"] and token.low.endswith("ing")
    word = token.low
    if word.endswith("ing") or word not in language["cues.nounlike"]:
        return True
    return _agrees(tokens, at, end, language)


def _agrees(tokens: Sequence[Token], at: int, end: int, language: Language) -> bool:
    """A form that may be a noun too ("reports", "plan") is a verb only where its subject asks for one."""
    word = tokens[end - 1].low if end - at == 1 else tokens[at].low
    ahead = tokens[end] if end < len(tokens) else None
    if ahead is not None and ahead.is_word and end - at == 1:
        if (
            ahead.low in language["grammar.auxiliaries"]
            or ahead.low in ("of", "said", "say", "says", "who", "told", "tell", "which")
            or ahead.low in language["cues.say"]
            and not ahead.low.endswith("ing")
        ):
            return False
        if ahead.low.endswith("ed") and ahead.low not in language["grammar.prepositions"]:
            return False
    before = at - 1
    while before > 0 and (tokens[before].low in language["grammar.adverbs"] or tokens[before].low.endswith("ly")):
        before -= 1
    subject = tokens[before]
    if subject.low == "'s":
        return False
    if not subject.is_word and subject.text != ")":
        return True
    plural = (
        subject.low in language["grammar.they"] | language["grammar.plain_subjects"]
        or subject.low in language["sources.plural_people"]
        or subject.low.endswith("s")
        and not subject.low.endswith("ss")
    )
    if subject.low in language["grammar.auxiliaries"] or subject.low in language["grammar.relative"]:
        return True
    if word.endswith("s") and not word.endswith("ss"):
        singular = subject.low in language["grammar.he"] | language["grammar.she"] | language["grammar.it"]
        return singular or subject.is_capital or not plural
    return plural or any(token.low in language["grammar.coordinators"] for token in tokens[max(0, before - 4) : before])


def is_passive(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """ "was told", "has been accused"; not "is saying"."""
    if tokens[at].low.endswith("ing"):
        return False
    while at > 0 and (tokens[at - 1].low in language["grammar.adverbs"] or tokens[at - 1].low.endswith("ly")):
        at -= 1
    return at > 0 and tokens[at - 1].low in language["grammar.passive"]
