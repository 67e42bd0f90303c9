"""Continuation: quotations that no reporting word introduces go on with the source beside them."""

from collections.abc import Sequence
from dataclasses import replace

from bot.readers.offline.attribution import Attribution
from bot.readers.offline.passage import Line, Passage

_LONGEST_LOOK_BACK = 3


def complete(passage: Passage, found: Sequence[Sequence[Attribution]]) -> list[list[Attribution]]:
    """One list per sentence, as given, with the attributions of quotations that stand alone added."""
    all_ = [list(one) for one in found]
    by_quote = {quote: one for line in found for one in line for quote in one.quotes}
    for at, line in enumerate(passage.lines):
        added = _within(passage, line, all_[at], by_quote)
        if added is None and not all_[at] and line.quotes:
            added = _alone(passage, at, all_)
        if added is not None:
            all_[at].append(added)
            for quote in added.quotes:
                by_quote.setdefault(quote, added)
    return all_


def _within(
    passage: Passage, line: Line, found: Sequence[Attribution], by_quote: dict[int, Attribution]
) -> Attribution | None:
    """A sentence inside a quotation that another sentence attributes."""
    if found:
        return None
    for quote in line.quotes:
        one = by_quote.get(quote)
        if one is not None and one.n != line.n:
            span = passage.quotes[quote]
            return _carried(one, line, (max(span.start, line.start), min(span.end, line.end)))
    return None


def _carried(one: Attribution, line: Line, span: tuple[int, int]) -> Attribution:
    return replace(
        one, n=line.n, cue=None, frame="quote", content=(span,), group=(span[0], span[0]), quotes=line.quotes, negated=False
    )


def _alone(passage: Passage, at: int, found: Sequence[Sequence[Attribution]]) -> Attribution | None:
    """A quotation with no words around it that tell who speaks."""
    line = passage.lines[at]
    if not _speaks(line):
        return None
    model = _before(passage, at, found) or _after(passage, at, found)
    if model is None or not model.sources:
        return None
    quoted = [token for token in line.tokens if token.is_quote]
    return _carried(model, line, (quoted[0].start, quoted[-1].end))


def _speaks(line: Line) -> bool:
    """Most of the sentence is quoted; a word in quotation marks is no speech."""
    return line.quoted > 0.6 * (line.end - line.start) and line.quoted > 12


def _before(passage: Passage, at: int, found: Sequence[Sequence[Attribution]]) -> Attribution | None:
    paragraph = passage.lines[at].paragraph
    for index in range(at - 1, -1, -1):
        gap = paragraph - passage.lines[index].paragraph
        if gap > 1:
            return None
        if found[index]:
            return found[index][-1]
        if gap and not _speaks(passage.lines[index]) and passage.lines[index].paragraph != paragraph and at - index > _LONGEST_LOOK_BACK:
            return None
    return None


def _after(passage: Passage, at: int, found: Sequence[Sequence[Attribution]]) -> Attribution | None:
    paragraph = passage.lines[at].paragraph
    for index in range(at + 1, len(passage.lines)):
        if passage.lines[index].paragraph != paragraph:
            return None
        if found[index]:
            return found[index][0]
    return None
