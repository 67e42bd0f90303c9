"""Bracketed passives: who says or denies something by a participle at the end of a verb-second clause."""

from bot.readers.offline.sourcing import speakers
from bot.readers.offline.syntax import passives, trimming
from bot.readers.offline.syntax.cues import Cue, Frame
from bot.readers.offline.syntax.sentence import Attribution, Sentence

_FRAMES: tuple[Frame, ...] = ("deny", "accuse", "call", "find", "say")


def passive(sentence: Sentence, cue: Cue) -> Attribution | None:
    """ "Der Vorwurf wurde von der Stadt zurückgewiesen"."""
    tokens = sentence.tokens
    place = passives.agent(sentence, cue.first) if not cue.frames.isdisjoint(_FRAMES) else None
    said = passives.told(sentence, cue.first) if place else None
    sources = speakers.read(sentence, place) if place else ()
    if place is None or not sources or said is None:
        return None
    group = (tokens[place[0] - 1].start, tokens[cue.last - 1].end)
    frame = next(frame for frame in _FRAMES if frame in cue.frames)
    cued = trimming.extent(tokens[cue.first : cue.last])
    return Attribution(sentence.line.n, frame, sources, cued, (said,), group, quotes=sentence.line.quotes)
