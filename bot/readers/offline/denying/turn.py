"""A turn: what a party may tell to answer the other side."""

from collections.abc import Sequence

from bot.readers.offline.denying import contradictions
from bot.readers.offline.syntax import cues, phrasing
from bot.readers.offline.syntax.sentence import Attribution, Place
from bot.readers.offline.text import tokens
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import Token


def taken(one: Attribution, line: Line, span: Place, passage: Passage) -> bool:
    """Somebody tells, in the article's words, what stands at `span`, and the sentence is about that: no quotation, no "also said", not
    ", which the union says leaks" nor "was told by his coach"."""
    language, at = passage.language, one.cue_among(line.tokens)
    if one.quotes or at is None or line.tokens[at].low not in language["denials.turning_verbs"]:
        return False
    if any(who.kind in ("document", "anonymous") or who.media != "none" for who in one.sources):
        return False
    if contradictions.declines(passage, one) or _qualified(one, line, at, span, passage):
        return False
    before = {token.low for token in line.tokens if token.end <= one.group[0]}
    relative = language["grammar.relative"] - language["grammar.that"]
    return not (before & relative or cues.is_passive(line.tokens, at, language))


def _qualified(one: Attribution, line: Line, at: int, span: Place, passage: Passage) -> bool:
    """ "Also said", "said it regretted that": beside the verb stands how it is meant."""
    behind = tokens.cut(passage.text, one.cue[1], span[0]) if one.cue and one.cue[1] < span[0] else []
    near: Sequence[Token] = [*line.tokens[max(0, at - 1) : at], *behind]
    return phrasing.holds([word for word in near if word.is_word], "denials.no_rejoinder", passage.language)
