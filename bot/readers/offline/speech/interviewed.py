"""The interviewed: whom an interview without names at its answers is with."""

from collections import Counter
from collections.abc import Iterator, Sequence

from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.syntax import phrasing
from bot.readers.offline.syntax.sentence import Attribution
from bot.readers.offline.text import names
from bot.readers.offline.text.passage import Line, Passage

_INTRODUCTION = 12  # sentences before the first question
_WORD = 20  # characters of the word before a name


def who(passage: Passage, found: Sequence[Sequence[Attribution]], first: int, asked: Sequence[int]) -> Mention:
    """Whom a question addresses by name, else whom the introduction says to be interviewed, who speaks last before the first
    question in sentence `first`, the first person named, or somebody without a name. `asked` are the questions' sentences."""
    return (
        addressed(passage, asked)
        or _introduced(passage, first)
        or _speaking(found[: first - 1])
        or next((one for line in passage.lines for one in _people(passage, line)), None)
        or _nobody(passage.lines[first - 1])
    )


def addressed(passage: Passage, asked: Sequence[int]) -> Mention | None:
    """ "Herr Ehlers, seit wann …"."""
    for n in asked:
        line = passage.lines[n - 1]
        for one in _people(passage, line):
            behind = next((token for token in line.tokens if token.start >= one.end), None)
            words = [token for token in line.tokens if token.start < one.start and token.is_word]
            titled = all(token.low in passage.language["sources.titles"] for token in words)
            if behind is not None and behind.text == "," and titled:
                return one
    return None


def _introduced(passage: Passage, first: int) -> Mention | None:
    """Who is named beside "spoke to", "im Gespräch", "entretien": of several the one the article names most before the
    first question."""
    lines = passage.lines[max(0, first - 1 - _INTRODUCTION) : first - 1]
    named = [one for line in lines for one in _people(passage, line)]
    often = Counter(one.name for one in named)
    writing = {one.name for line in lines for one in _people(passage, line) if _asks(passage, line, one)}
    beside = [
        one for line in lines if _tells(passage, line) for one in _people(passage, line) if one.name not in writing
    ]
    met = any(_met(passage, line, one) for line in lines for one in _people(passage, line))
    beside = beside or [one for one in named if met and one.name not in writing]
    return max(beside, key=lambda one: (often[one.name], -one.start), default=None)


def _asks(passage: Passage, line: Line, one: Mention) -> bool:
    """ "By Nell Grady", "propos recueillis par Claire Dumas"; "she spoke to Ewan Price", where "she" is who answers."""
    before = passage.text[max(0, one.start - _WORD) : one.start].split()[-1:]
    return (bool(before) and before[0].lower() in passage.language["grammar.by"]) or _met(passage, line, one)


def _met(passage: Passage, line: Line, one: Mention) -> bool:
    """The one to whom a pronoun "spoke", which stands for who was told of before."""
    tokens, language = line.tokens, passage.language
    at = next((at for at, token in enumerate(tokens) if token.start == one.start), 0)
    spoken = next((place for place in phrasing.places(tokens, "interviews.words", language) if place[1] == at), None)
    pronouns = language["grammar.he"] | language["grammar.she"] | language["grammar.they"]
    return spoken is not None and any(token.low in pronouns for token in tokens[max(0, spoken[0] - 2) : spoken[0]])


def _tells(passage: Passage, line: Line) -> bool:
    return phrasing.holds(line.tokens, "interviews.words", passage.language)


def _speaking(found: Sequence[Sequence[Attribution]]) -> Mention | None:
    for one in (one for line in reversed(found) for one in reversed(line)):
        person = next((source for source in one.sources if source.kind == "person" and source.name), None)
        if person is not None:
            return person
    return None


def _people(passage: Passage, line: Line) -> Iterator[Mention]:
    """Those named, but for what stands behind "of"."""
    for run in names.runs(line.tokens, passage.language):
        core = line.tokens[run.core : run.last]
        if run.first and line.tokens[run.first - 1].low in passage.language["grammar.tight_links"]:
            continue
        name = passage.names.person(passage.text[core[0].start : core[-1].end])
        if name:
            yield Mention(core[0].start, core[-1].end, name, "person", described=name)


def _nobody(line: Line) -> Mention:
    return Mention(line.start, line.start, None, "unnamed_person", described="interviewee")
