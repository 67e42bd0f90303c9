"""Brackets of speech: who says or denies something by a participle at the end of a verb-second clause."""

from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.sourcing import speakers
from bot.readers.offline.syntax import bracket, passives, phrasing, trimming
from bot.readers.offline.syntax.cues import Cue, Frame
from bot.readers.offline.syntax.sentence import Attribution, Place, Sentence

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


def perfect(sentence: Sentence, cue: Cue, sources: tuple[Mention, ...], subject: Place) -> Attribution | None:
    """ "Der Verband hatte im Mai vor Mängeln gewarnt", "Senff hat dies „absurd“ genannt": what is said stands between the two verbs."""
    tokens, language = sentence.tokens, sentence.language
    if not phrasing.phrase(tokens, cue.first, "cues.bracketed", language):
        return None
    helped = bracket.perfect(tokens, cue.first, language)
    frame = next((frame for frame in _FRAMES if frame in cue.frames), None)
    if helped is None or frame is None:
        return None
    said = trimming.trimmed(sentence, max(helped + 1, subject[1]), cue.first)
    if said is None:
        return None
    cued = trimming.extent(tokens[cue.first : cue.last])
    group = (tokens[cue.first].start, tokens[cue.last - 1].end)
    quotes = tuple(at for at in sentence.line.quotes if said[0] <= sentence.passage.quotes[at].start < said[1])
    return Attribution(sentence.line.n, frame, sources, cued, (said,), group, quotes=quotes)
