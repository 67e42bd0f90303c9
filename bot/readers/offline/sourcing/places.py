"""Places: where an article names people and bodies outside quotations."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile

from bot.readers.offline.text import names
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import Token

Places = list[tuple[int, int, str]]
"""Place, sentence and full name, in order."""


def before(places: Places, place: int, first: int) -> Iterator[tuple[int, int, str]]:
    """Those named before `place`, in sentence `first` or later, the last of them first."""
    at = bisect_left(places, place, key=lambda one: one[0])
    return takewhile(lambda one: one[1] >= first, (places[index] for index in range(at - 1, -1, -1)))


def named(passage: Passage) -> tuple[Places, Places]:
    """(place, sentence, full name) of every person and of every body named outside quotations, in order."""
    people: Places = []
    bodies: Places = []
    located = {name for line in passage.lines for name in _located(passage, line)}
    for line in passage.lines:
        for run in names.runs(line.tokens, passage.language):
            core = line.tokens[run.core : run.last]
            name = passage.text[core[0].start : core[-1].end]
            full = passage.names.person(name)
            if full:
                people.append((core[0].start, line.n, full))
            elif name not in located and not line.lead and not _stands_for_none(line.tokens, run, passage.language):
                bodies.append((core[0].start, line.n, passage.names.body(name) or name))
    return people, bodies


def _located(passage: Passage, line: Line) -> Iterator[str]:
    """ "Hallin" of "the island of Hallin": no body, wherever it stands."""
    language = passage.language
    for run in names.runs(line.tokens, language):
        before = [token.low for token in line.tokens[max(0, run.first - 2) : run.first]]
        if (
            len(before) > 1
            and before[0] in language["asks.located_in"]
            and before[1] in language["grammar.tight_links"]
        ):
            yield passage.text[line.tokens[run.core].start : line.tokens[run.last - 1].end]


def _stands_for_none(tokens: Sequence[Token], run: names.Run, language: Language) -> bool:
    """No body that "the company" may be: "Oslo", "MP", the Askeside of "MP for Askeside", the Record of "told the Record"."""
    letters = language["sources.letters"]
    if all(token.low in language["sources.places"] | letters for token in tokens[run.core : run.last]):
        return True
    if (
        language.capital_nouns
        and {token.low for token in tokens[run.first - 1 : run.first]} & language["grammar.indefinite"]
    ):
        return True  # "bei einer Begehung Schimmel gefunden"
    before = [token.low for token in tokens[: run.first] if token.low not in language["grammar.articles"]][-2:]
    seat = len(before) > 1 and before[0] in letters and before[1] in language["grammar.prepositions"]
    return seat or (bool(before) and before[-1] in language["cues.tell"])
