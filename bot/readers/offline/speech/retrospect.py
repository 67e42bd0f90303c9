"""Retrospect: "Das teilte die Polizei mit.", "C'est ce qu'a annoncé le maire.": who says what the sentence before tells."""

from collections.abc import Sequence
from dataclasses import replace

from bot.readers.offline.speech import attribution
from bot.readers.offline.syntax import cues, phrasing
from bot.readers.offline.syntax.sentence import Attribution, Place
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import Token

_LONGEST = 30  # words of such a sentence
_LEAST = 4  # words of what it is about
_FEW = 5  # words that are too few for something that is told


def complete(passage: Passage, found: Sequence[Sequence[Attribution]]) -> list[list[Attribution]]:
    """One list per sentence, as given, with what nobody says and the next sentence attributes."""
    done = [list(one) for one in found]
    for before, line in zip(passage.lines, passage.lines[1:], strict=False):
        if (
            _told(passage, done, before, 0)
            or _told(passage, done, line, _FEW)
            or before.lead != line.lead
            or before.heads
        ):
            continue
        one = _read(before, line, passage)
        if one is not None:
            done[before.n - 1].append(one)
            done[line.n - 1] = []
    return done


def _told(passage: Passage, done: Sequence[Sequence[Attribution]], line: Line, words: int) -> bool:
    """Somebody says something in it in more than so many words: "das" and "that is" are nothing."""
    spans = (span for one in done[line.n - 1] for span in one.content)
    return any(len(passage.text[slice(*span)].split()) > words for span in spans)


def _read(before: Line, line: Line, passage: Passage) -> Attribution | None:
    """Both as one sentence: "The road is closed, said the police"."""
    start = _opened(line, passage)
    told = [token for token in before.tokens if token.text not in ".!"]
    if start is None or len(told) < _LEAST or before.tokens[-1].text in "?:" or len(line.tokens) > _LONGEST:
        return None
    comma = Token(",", ",", before.end, before.end)
    whole = replace(
        before, end=line.end, tokens=(*told, comma, *line.tokens[start:]), quotes=(*before.quotes, *line.quotes)
    )
    for one in attribution.in_line(whole, passage):
        content = tuple(span for span in (_inside(span, before) for span in one.content) if span)
        says = one.frame in cues.SAYING or one.frame == "find"
        if says and content and not one.negated and one.group[0] >= line.start:
            return replace(one, content=content, quotes=before.quotes, parenthetical=False, told_next=True)
    return None


def _inside(span: Place, line: Line) -> Place | None:
    start, end = max(span[0], line.start), min(span[1], line.end)
    return (start, end) if start < end else None


def _opened(line: Line, passage: Passage) -> int | None:
    """Behind "das", "c'est ce que" and "así lo", where who speaks and the verb are all that follows."""
    language, tokens = passage.language, line.tokens
    end = phrasing.phrase(tokens, 0, "cues.retrospect", language) if tokens else 0
    follows = [cue for cue in cues.find(tokens[end:], language) if cue.first <= 1] if end else []
    clause = language["grammar.that"] | {":"}
    told = any(token.low in clause or token.text == ":" for token in tokens[end:])
    return end if follows and not told else None
