"""Interviews: the person interviewed answers, and who asks claims nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.speech import attribution, dialogue, interviewed, turns, unlabelled
from bot.readers.offline.speech.turns import Turn
from bot.readers.offline.syntax.sentence import Attribution
from bot.readers.offline.text.passage import Line, Passage


def read(passage: Passage, found: Sequence[Sequence[Attribution]]) -> Mapping[int, Sequence[Attribution]]:
    """What is said in each sentence of the turns; in a question only what it reports of others. Empty where there is no
    interview."""
    taken = _turns(passage)
    if not taken:
        return {}
    first = next(iter(taken))
    asked = [n for n, turn in taken.items() if not turn.answers]
    unnamed = any(turn.answers and turn.who is None for turn in taken.values())
    alone = interviewed.who(passage, found, first, asked) if unnamed else None
    mute = {n for n in taken if asked and turns.ends_asking(passage, passage.lines[n - 1])}
    said = {
        n: () if n in mute else _said(passage, passage.lines[n - 1], turn, turn.who or alone)
        for n, turn in taken.items()
    }
    said |= _going_on({n: said[n] for n in asked})
    return {**(_headed(passage, found, first, alone) if alone else {}), **said}


def questions(passage: Passage) -> Mapping[int, int]:
    """For each sentence of an answer, the first of the question that it answers."""
    return {n: turn.asked for n, turn in _turns(passage).items() if turn.answers and turn.asked is not None}


def _turns(passage: Passage) -> Mapping[int, Turn]:
    return turns.by_letters(passage) or dialogue.of(passage) or unlabelled.of(passage)


def _said(passage: Passage, line: Line, turn: Turn, who: Mention | None) -> Sequence[Attribution]:
    if turn.start >= line.end or who is None:
        return ()
    if turn.answers:
        group = (who.start, turn.label[1]) if turn.label else (turn.start, turn.start)
        content = ((turn.start, line.end),)
        return (Attribution(line.n, "quote", (who,), turn.label, content, group, quotes=line.quotes),)
    words = tuple(token for token in line.tokens if token.start >= turn.start)
    if not words:
        return ()
    reported = attribution.in_line(replace(line, start=turn.start, tokens=words), passage)
    return [one for one in reported if one.cue]


def _going_on(asked: Mapping[int, Sequence[Attribution]]) -> Mapping[int, Sequence[Attribution]]:
    """What the questions report: "He also says …" in one of them is said by whom the one before it names."""
    found: dict[int, Sequence[Attribution]] = {}
    last: tuple[Mention, ...] = ()
    for n, reported in asked.items():
        kept = []
        for one in reported:
            by_pronoun = any(source.pronoun for source in one.sources)
            last = last if by_pronoun else one.sources
            if last and not (by_pronoun and len(one.sources) > 1):
                kept.append(replace(one, sources=last))
        found[n] = kept
        last = last if kept else ()
    return found


def _headed(
    passage: Passage, found: Sequence[Sequence[Attribution]], first: int, who: Mention
) -> Mapping[int, Sequence[Attribution]]:
    """ "“We were late”: the woman who rebuilt the buses": a quotation that opens a headline and is nobody else's."""
    lines = [line for line in passage.lines[: first - 1] if not found[line.n - 1] and line.tokens]
    headed = [line for line in lines if (line.lead or line.n == 1) and line.tokens[0].is_quote]
    return {
        line.n: (Attribution(line.n, "quote", (who,), None, (_first(line),), _first(line), quotes=line.quotes),)
        for line in headed
        if len(line.tokens) == 1 or line.tokens[1].text in (":", ",")
    }


def _first(line: Line) -> tuple[int, int]:
    return line.tokens[0].start, line.tokens[0].end
