"""Interviews: paragraphs that begin with "Q:" and "A:", in which the person interviewed answers."""

import re
from collections.abc import Mapping, Sequence

from bot.readers.offline import names
from bot.readers.offline.mentions import Mention
from bot.readers.offline.passage import Line, Passage
from bot.readers.offline.sentence import Attribution

_LABEL = re.compile(r"([^\W\d_]+)[:.]\s+(?=\S)")


def read(passage: Passage, found: Sequence[Sequence[Attribution]]) -> Mapping[int, Sequence[Attribution]]:
    """What is said in each sentence between the first question and the last answer, nothing in the questions.

    An answer goes on over the paragraphs without a label up to the next question. Empty where there is no interview.
    """
    labelled = {line.n: _label(passage, line) for line in passage.lines if line.start == line.opening}
    asked = [n for n, label in labelled.items() if label and label[0] == "questions"]
    answered = [n for n, label in labelled.items() if label and label[0] == "answers"]
    if not asked or not answered or asked[0] > answered[0]:
        return {}
    who = _interviewed(passage, found, asked[0])
    last = passage.lines[answered[-1] - 1].paragraph
    turns: dict[int, Sequence[Attribution]] = {}
    answering = False
    for line in passage.lines[asked[0] - 1 :]:
        label = labelled.get(line.n)
        answering = label[0] == "answers" if label else answering
        if line.paragraph > last:
            break
        turns[line.n] = (_answer(line, who, label[1] if label else line.start),) if answering else ()
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
