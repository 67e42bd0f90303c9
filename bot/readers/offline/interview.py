"""Interviews: paragraphs that begin with "Q:" and "A:", in which the person interviewed answers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.readers.offline import names
from bot.readers.offline.mentions import Mention
from bot.readers.offline.passage import Line, Passage
from bot.readers.offline.sentence import Attribution

_LABEL = re.compile(r"([^\W\d_]+)\s?[:.]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class _Turn:
    """A sentence that is asked or answers; its words begin at `start`, and the question that it belongs to in sentence `asked`."""

    start: int
    asked: int
    answers: bool


def read(passage: Passage, found: Sequence[Sequence[Attribution]]) -> Mapping[int, Sequence[Attribution]]:
    """What is said in each sentence between the first question and the last answer, nothing in the questions. Empty where
    there is no interview."""
    turns = _turns(passage)
    if not turns:
        return {}
    who = _interviewed(passage, found, next(iter(turns)))
    lines = passage.lines
    return {n: (_answer(lines[n - 1], who, turn.start),) if turn.answers else () for n, turn in turns.items()}


def questions(passage: Passage) -> Mapping[int, int]:
    """For each sentence of an answer, the first of the question that it answers."""
    return {n: turn.asked for n, turn in _turns(passage).items() if turn.answers}


def _turns(passage: Passage) -> Mapping[int, _Turn]:
    """An answer goes on over the paragraphs without a label up to the next question."""
    labelled = {line.n: _label(passage, line) for line in passage.lines if line.start == line.opening}
    asked = [n for n, label in labelled.items() if label and label[0] == "questions"]
    answered = [n for n, label in labelled.items() if label and label[0] == "answers"]
    if not asked or not answered or asked[0] > answered[0]:
        return {}
    last = passage.lines[answered[-1] - 1].paragraph
    turns: dict[int, _Turn] = {}
    question, answering = asked[0], False
    for line in passage.lines[asked[0] - 1 :]:
        label = labelled.get(line.n)
        if line.paragraph > last:
            break
        if label:
            answering = label[0] == "answers"
            question = question if answering else line.n
        turns[line.n] = _Turn(label[1] if label else line.start, question, answering)
    return turns


def _label(passage: Passage, line: Line) -> tuple[str, int] | None:
    """Whether the paragraph is a question or an answer, and where its words begin."""
    match = _LABEL.match(passage.text, line.start, line.end)
    for name in ("questions", "answers"):
        if match and match[1].casefold() in passage.language[f"sources.{name}"]:
            return name, match.end()
    return None


def _interviewed(passage: Passage, found: Sequence[Sequence[Attribution]], first: int) -> Mention:
    """Who speaks last before the first question, else the first person named, else somebody without a name."""
    for one in (one for line in reversed(found[: first - 1]) for one in reversed(line)):
        person = next((source for source in one.sources if source.kind == "person" and source.name), None)
        if person is not None:
            return person
    for line in passage.lines:
        for run in names.runs(line.tokens, passage.language):
            core = line.tokens[run.core : run.last]
            name = passage.names.person(passage.text[core[0].start : core[-1].end])
            if name:
                return Mention(core[0].start, core[-1].end, name, "person", described=name)
    line = passage.lines[first - 1]
    return Mention(line.start, line.start, None, "unnamed_person", described="interviewee")


def _answer(line: Line, who: Mention, start: int) -> Attribution:
    return Attribution(line.n, "quote", (who,), None, ((start, line.end),), (start, start), quotes=line.quotes)
