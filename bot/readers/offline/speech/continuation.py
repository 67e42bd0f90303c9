"""Continuation: what no reporting word introduces goes on with the source beside it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.readers.offline.denying import outright, silences
from bot.readers.offline.speech import corrections, interview, introduced, mood, retrospect
from bot.readers.offline.syntax import phrasing
from bot.readers.offline.syntax.sentence import Attribution
from bot.readers.offline.text import tokens
from bot.readers.offline.text.passage import Line, Passage


def complete(passage: Passage, found: Sequence[Sequence[Attribution]]) -> list[list[Attribution]]:
    """One list per sentence, as given, with the attributions of what stands alone added."""
    done = retrospect.complete(passage, found)
    by_quote = {quote: one for line in done for one in line for quote in one.quotes if one.content}
    asked = interview.read(passage, found)
    for at, line in enumerate(passage.lines):
        if line.n in asked:
            done[at] = list(asked[line.n])
        elif not any(one.content for one in done[at]):
            added = (
                _of_quotation(passage, line, by_quote)
                or _listed(passage, at, done)
                or _alone(passage, at, done)
                or _reported(passage, at, done)
                or _indirect(passage, at, done)
                or _pursued(passage, at, done)
            )
            if added is not None:
                done[at].append(added)
                for quote in added.quotes:
                    by_quote.setdefault(quote, added)
    return done


def _of_quotation(passage: Passage, line: Line, by_quote: dict[int, Attribution]) -> Attribution | None:
    """A sentence inside a quotation that another sentence attributes."""
    for quote in line.quotes:
        one = by_quote.get(quote)
        if one is not None and one.n != line.n:
            span = passage.quotes[quote]
            return _carried(one, line, (max(span.start, line.start), min(span.end, line.end)))
    return None


def _carried(one: Attribution, line: Line, span: tuple[int, int]) -> Attribution:
    return replace(
        one,
        n=line.n,
        cue=None,
        frame="quote",
        content=(span,),
        group=(span[0], span[0]),
        quotes=line.quotes,
        negated=False,
    )


def _listed(passage: Passage, at: int, done: Sequence[Sequence[Attribution]]) -> Attribution | None:
    """An item of a list that a sentence with a colon opens: "The report found:", "- Rents have doubled."."""
    line = passage.lines[at]
    if not _is_item(passage, line):
        return None
    for index in range(at - 1, max(-1, at - 40), -1):
        before = passage.lines[index]
        if _is_item(passage, before):
            continue
        if passage.text[before.end - 1] != ":":
            return None
        model = _last(done, index, reach=2)
        return _carried(model, line, (line.start, line.end)) if model else None
    return None


def _is_item(passage: Passage, line: Line) -> bool:
    """It belongs to a paragraph that begins with a bullet."""
    return passage.text[line.opening] in passage.language["sources.bullets"]


def _last(done: Sequence[Sequence[Attribution]], at: int, *, reach: int) -> Attribution | None:
    for index in range(at, max(-1, at - reach), -1):
        if done[index]:
            return done[index][-1]
    return None


def _alone(passage: Passage, at: int, done: Sequence[Sequence[Attribution]]) -> Attribution | None:
    """A quotation with no words around it that tell who speaks."""
    line = passage.lines[at]
    if not line.quotes or not _speaks(line):
        return None
    quoted = [token for token in line.tokens if token.is_quote]
    span = (quoted[0].start, quoted[-1].end)
    who = None if at == 0 or done[at - 1] else introduced.speaker(passage, at)
    if who is not None:
        return introduced.attribution(line, who, span)
    model = _before(passage, at, done) or _after(passage, at, done)
    return _carried(model, line, span) if model is not None and model.sources else None


def _reported(passage: Passage, at: int, done: Sequence[Sequence[Attribution]]) -> Attribution | None:
    """ "Three were also allegedly injured", "Den Angaben zufolge …": the report of the sentence before goes on."""
    line = passage.lines[at]
    goes_on = phrasing.holds(line.tokens, "cues.goes_on", passage.language)
    if goes_on and not corrections.in_line(line, passage):
        model = _before(passage, at, done)
        return _carried(model, line, (line.start, line.end)) if model and model.sources else None
    if at == 0 or not done[at - 1] or passage.lines[at - 1].paragraph != line.paragraph:
        return None
    told = any(token.low in passage.language["hedges.reported"] for token in line.tokens)
    if not told and not mood.hearsay(line, passage.lines[at - 1], passage.language):
        return None
    return _carried(done[at - 1][-1], line, (line.start, line.end))


def _indirect(passage: Passage, at: int, done: Sequence[Sequence[Attribution]]) -> Attribution | None:
    """ "Die Anlage sei sicher": whoever spoke, or kept silent, in the sentence before goes on."""
    line = passage.lines[at]
    if at == 0 or not mood.indirect(line, passage.language):
        return None
    before = passage.lines[at - 1]
    silence = None if done[at - 1] else silences.in_line(before, passage, ())
    if silence is not None:
        group = (line.start, line.start)
        return Attribution(line.n, "quote", silence.sources, None, ((line.start, line.end),), group, quotes=line.quotes)
    who = None if done[at - 1] else introduced.speaker(passage, at)
    if who is not None:
        return introduced.attribution(line, who, (line.start, line.end))
    model = _before(passage, at, done)
    return _carried(model, line, (line.start, line.end)) if model and model.sources else None


def _pursued(passage: Passage, at: int, done: Sequence[Sequence[Attribution]]) -> Attribution | None:
    """ "He had been at home that night" right behind a denial: told in the tense of what somebody said, of who was just named."""
    line, language = passage.lines[at], passage.language
    before = passage.lines[at - 1]
    if not at or line.quotes or line.paragraph != before.paragraph or line.lead != before.lead:
        return None
    person = language.pronouns | language["grammar.they"] | language["grammar.it"]
    verb = 1 if line.tokens[0].low in person else 0
    pluperfect = line.tokens[verb : verb + 1] and line.tokens[verb].low in language["denials.before_that"]
    if not pluperfect or not (verb or language["endings.pro_drop"]):
        return None
    last = done[at - 1][-1] if done[at - 1] else None
    denies = last is not None and (last.frame == "deny" or _untrue(last, passage)) and not last.negated
    return _carried(last, line, (line.start, line.end)) if last and denies and last.sources else None


def _untrue(one: Attribution, passage: Passage) -> bool:
    """What is said calls something untrue."""
    said = [word for span in one.content for word in tokens.cut(passage.text, *span)]
    return outright.calls(said, passage.language) or phrasing.holds(said, "denials.dismissive", passage.language)


def _speaks(line: Line) -> bool:
    """Most of the sentence is quoted; a word in quotation marks is no speech, nor is a heading."""
    quoted = [token for token in line.tokens if token.is_quote]
    if not quoted or line.quoted <= max(8, 0.6 * (line.end - line.start)):
        return False
    words = [word for word in quoted[0].text.split() if len(word) > 3]
    return (
        len(words) > 8
        or not words
        or sum(word.strip("'\"“‘")[:1].isupper() for word in words) < 0.7 * len(words)
        or quoted[0].text[-2:-1] in ".!?,"
    )


def _before(passage: Passage, at: int, done: Sequence[Sequence[Attribution]]) -> Attribution | None:
    """The last attribution of this paragraph or the one before."""
    paragraph = passage.lines[at].paragraph
    for index in range(at - 1, -1, -1):
        if paragraph - passage.lines[index].paragraph > 1 or passage.lines[index].entry != passage.lines[at].entry:
            return None
        if done[index]:
            return done[index][-1]
    return None


def _after(passage: Passage, at: int, done: Sequence[Sequence[Attribution]]) -> Attribution | None:
    for index in range(at + 1, len(passage.lines)):
        if passage.lines[index].paragraph != passage.lines[at].paragraph:
            return None
        if done[index]:
            return done[index][0]
    return None
