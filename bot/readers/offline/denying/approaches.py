"""Approaches: who was asked for comment, where the article tells no more of it."""

from collections.abc import Sequence

from bot.readers.offline.denying import matters
from bot.readers.offline.denying.denied import Denied
from bot.readers.offline.sourcing import speakers
from bot.readers.offline.syntax import cues, phrases, phrasing, rightward
from bot.readers.offline.syntax.sentence import Attribution, Place, Sentence
from bot.readers.offline.text.passage import Line, Passage

_ASKED = 12  # words of "approached the two former heads of the school for comment"


def unanswered(
    passage: Passage, found: Sequence[Sequence[Attribution]], denied: Sequence[Denied | None]
) -> list[Denied | None]:
    """The denials of all sentences, and the silence of those who were asked, if nobody speaks there or they right behind."""
    done = list(denied)
    for line in passage.lines:
        alone = not done[line.n - 1] and not found[line.n - 1]
        here = (_in_line(line, passage) or _walked(line, passage)) if alone else None
        behind = found[line.n] if line.n < len(found) else ()
        if here is not None and not _replied(here, behind, passage):
            done[line.n - 1] = here
    return done


def _in_line(line: Line, passage: Passage) -> Denied | None:
    """ "Acme has been approached for comment", "The Herald has contacted Acme for comment"."""
    tokens, language = line.tokens, passage.language
    for at, token in enumerate(tokens[1:], start=1):
        if token.low not in language["denials.approaching"]:
            continue
        ahead = range(at + 1, min(at + 1 + _ASKED, len(tokens)))
        end = next((i for i in ahead if phrasing.phrase(tokens, i, "denials.for_comment", language)), None)
        place = _asked(line, passage, at, end) if end else None
        sources = speakers.read(Sentence(line, passage), place) if place else ()
        if sources:
            return Denied(line.n, "no_response", sources, None, silence=(token.start, tokens[-1].end))
    return None


def _walked(line: Line, passage: Passage) -> Denied | None:
    """ "Asked whether it was safe, he left the room": what somebody does who is asked, and says nothing."""
    tokens, language = line.tokens, passage.language
    if not tokens or tokens[0].low not in language["denials.asked"]:
        return None
    comma = next((i for i in range(len(tokens) - 1, 0, -1) if tokens[i].text == ","), 0)
    behind = range(comma + 1, len(tokens)) if comma else ()
    walks = next((i for i in behind if phrasing.phrase(tokens, i, "denials.walking", language)), None)
    verb = next((i for i in behind[1:] if language.is_finite(tokens[i].low)), None)
    sources = speakers.read(Sentence(line, passage), (comma + 1, verb)) if walks and verb else ()
    asked = matters.asked(line, passage, comma)
    return Denied(line.n, "declines_comment", sources, asked) if sources else None


def _replied(here: Denied, behind: Sequence[Attribution], passage: Passage) -> bool:
    """Whoever was approached `here` speaks in the sentence `behind`."""
    asked = {passage.text[who.start : who.end].split()[-1] for who in here.sources}
    speaking = [who for one in behind for who in one.sources]
    return any(who.pronoun or passage.text[who.start : who.end].split()[-1] in asked for who in speaking)


def _asked(line: Line, passage: Passage, at: int, end: int) -> Place | None:
    """Before the verb where it is passive, else between it and "for comment"."""
    tokens, language = line.tokens, passage.language
    if cues.is_passive(tokens, at, language):
        return phrases.left(tokens, at, language) if end == at + 1 else None
    start, stop = rightward.phrase(tokens, at + 1, language)
    return (start, min(stop, end)) if start < min(stop, end) else None
