"""Retorts: "that is not true", somebody countered, and what else they give back in so many words."""

from collections.abc import Sequence
from dataclasses import replace

from bot.readers.offline.denying import contradictions, denialverbs, outright
from bot.readers.offline.denying.denied import Denied
from bot.readers.offline.syntax.sentence import Attribution
from bot.readers.offline.text import tokens
from bot.readers.offline.text.passage import Line, Passage


def points_back(passage: Passage, one: Attribution) -> bool:
    """ "“That is not true,” she countered": what is called untrue is only pointed at."""
    if one.frame not in ("say", "quote") or not one.content:
        return False
    words = tokens.cut(passage.text, *one.content[0])
    return outright.calls(words, passage.language) and outright.matter(words, passage.language) is None


def flat(line: Line, passage: Passage, one: Attribution, found: Sequence[Attribution]) -> Denied | None:
    """ "«Pas un sou», a rétorqué la ministre": where what is said contradicts by its own words, no other story is told."""
    behind = [token for token in line.tokens if one.cue and token.start >= one.cue[1]]
    if not behind or not denialverbs.follows(one, behind, passage.language):
        return None
    said = contradictions.in_line(line, passage, found)
    if said is not None and points_back(passage, one):
        return replace(said, matter=None, basis="pointing", also="rival", replies=False)
    return replace(said, also=said.also or "pointing") if said else None
