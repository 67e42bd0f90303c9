"""Turns: who speaks in each sentence of an interview, and which question it belongs to."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.syntax.sentence import Place
from bot.readers.offline.text.passage import Line, Passage

_LABEL = re.compile(r"([^\W\d_]+)\s?[:.]\s+(?=\S)")

Group = tuple[Line, ...]
"""The sentences of one paragraph."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A sentence that is asked or answers: its words begin at `start`, and the question that it belongs to in sentence `asked`,
    None where nobody asks. A label at `label` may tell `who` speaks."""

    start: int
    asked: int | None
    answers: bool
    who: Mention | None = None
    label: Place | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of one voice, whose words begin at `start`."""

    lines: Group
    start: int
    asks: bool
    who: Mention | None = None
    label: Place | None = None


def groups(passage: Passage) -> list[Group]:
    """The paragraphs in order."""
    return [tuple(lines) for _, lines in groupby(passage.lines, key=lambda line: line.paragraph)]


def laid_out(parts: Iterable[Part]) -> Mapping[int, Turn]:
    """A turn for each sentence; who answers somebody else's answer answers no question."""
    turns: dict[int, Turn] = {}
    asked: int | None = None
    before: Part | None = None
    for part in parts:
        if part.asks:
            asked = part.lines[0].n
        elif before is not None and not before.asks and before.who != part.who:
            asked = None
        for line in part.lines:
            opens = line is part.lines[0]
            label = part.label if opens else None
            turns[line.n] = Turn(part.start if opens else line.start, asked, not part.asks, part.who, label)
        before = part
    return turns


def by_letters(passage: Passage) -> Mapping[int, Turn]:
    """ "Q:" and "A:", "Frage:" and "Antwort:": an answer goes on over the paragraphs without a label up to the next question."""
    found = [(group, _letter(passage, group[0])) for group in groups(passage)]
    asked = [at for at, (_, label) in enumerate(found) if label and label[0]]
    answered = [at for at, (_, label) in enumerate(found) if label and not label[0]]
    if not asked or not answered or asked[0] > answered[0]:
        return {}
    return laid_out(_continued(found[asked[0] : answered[-1] + 1]))


def _continued(found: Sequence[tuple[Group, tuple[bool, int] | None]]) -> Iterable[Part]:
    asks = True
    for group, label in found:
        asks = label[0] if label else asks
        yield Part(group, label[1] if label else group[0].start, asks)


def _letter(passage: Passage, line: Line) -> tuple[bool, int] | None:
    """Whether the paragraph is a question, and where its words begin; None where it is neither question nor answer."""
    match = _LABEL.match(passage.text, line.start, line.end)
    for name in ("questions", "answers"):
        if match and match[1].casefold() in passage.language[f"sources.{name}"]:
            return name == "questions", match.end()
    return None


def ends_asking(passage: Passage, line: Line) -> bool:
    return passage.text[line.start : line.end].rstrip("”\"'’»«“ \u00a0\u202f").endswith("?")
