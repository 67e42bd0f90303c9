"""Denials that are no reporting words: "pleaded not guilty", "issued a denial", "does not accept that", "ruled out any link"."""

from collections.abc import Sequence

from bot.readers.offline.denying import matters
from bot.readers.offline.denying.denied import Denied
from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.sourcing import speakers
from bot.readers.offline.syntax import phrasing
from bot.readers.offline.syntax.sentence import Attribution, Place, Sentence
from bot.readers.offline.text.passage import Line, Passage

_OWNING = frozenset({"'s", "’s", "'", "’"})
_NEAR = 5  # words before "denial" among which its verb stands


def in_line(line: Line, passage: Passage, found: Sequence[Attribution]) -> Denied | None:
    """The first of one sentence; `found` are its attributions."""
    return (
        _innocent(line, passage)
        or _issued(line, passage)
        or _owned(line, passage)
        or _not_accepted(line, passage)
        or _ruled_out(line, passage, found)
        or _not_called(line, passage)
    )


def _innocent(line: Line, passage: Passage) -> Denied | None:
    """ "pleaded not guilty", "maintains her innocence"."""
    for at, _ in phrasing.places(line.tokens, "denials.innocence", passage.language):
        sources = speakers.subject(Sentence(line, passage), at)
        if sources:
            return Denied(line.n, "denies", sources, _behind(line, at))
    return None


def _issued(line: Line, passage: Passage) -> Denied | None:
    """ "issued a flat denial": the noun behind its verb."""
    found, language = line.tokens, passage.language
    for at in range(1, len(found)):
        if found[at].low not in language["denials.denial_nouns"]:
            continue
        verb = next(
            (i for i in range(at - 1, max(-1, at - _NEAR), -1) if found[i].low in language["denials.issuing"]), None
        )
        sources = speakers.subject(Sentence(line, passage), verb) if verb else ()
        if sources:
            about = (
                at + 1 < len(found) and found[at + 1].low in language["grammar.accused_of"] | language["grammar.that"]
            )
            return Denied(line.n, "denies", sources, _behind(line, at) if about else None)
    return None


def _owned(line: Line, passage: Passage) -> Denied | None:
    """ "The minister's denial that she knew drew laughter", "her denial of the charge": whose it is stands before it."""
    found, language = line.tokens, passage.language
    for at in range(1, len(found) - 1):
        about = found[at + 1].low in language["grammar.accused_of"] | language["grammar.that"]
        if not about or found[at].low not in language["denials.denial_nouns"]:
            continue
        sources: tuple[Mention, ...] = ()
        if found[at - 1].low in language["grammar.possessives"]:
            sources = speakers.read(Sentence(line, passage), (at - 1, at))
        elif found[at - 1].low in _OWNING and at > 1:
            sources = speakers.subject(Sentence(line, passage), at - 1)
        if sources:
            return Denied(line.n, "denies", sources, _behind(line, at))
    return None


def _not_accepted(line: Line, passage: Passage) -> Denied | None:
    """ "does not accept that its lamps are to blame"."""
    found, language = line.tokens, passage.language
    for at, token in enumerate(found[1:], start=1):
        if token.low not in language["denials.accepting"]:
            continue
        pointer = at > 1 and found[at - 1].low in language["denials.pointers"]  # "no lo admite"
        if found[at - 1 - pointer].low in language["grammar.negations"]:
            behind = {word.low for word in found[at + 1 : at + 4]}
            ends = not any(word.is_word for word in found[at + 2 : at + 3])
            it = any(word.low in language["denials.pointers"] for word in found[at + 1 : at + 2])
            pointer = pointer or (ends and it)  # "doesn't buy it"
            claim = language["grammar.that"] | language["denials.of_matters"]
            sources = speakers.subject(Sentence(line, passage), at) if pointer or behind & claim else ()
            if sources:
                matter = None if pointer else _behind(line, at)
                hearsay = matters.hearsay(passage, matter)
                told = hearsay.place if hearsay else matter
                return Denied(line.n, "denies", sources, told, hearsay=hearsay, implied=told)
    return None


def _ruled_out(line: Line, passage: Passage, found: Sequence[Attribution]) -> Denied | None:
    """ "Has ruled out any link between the gift and the result", "ruled that out"; not "could not rule out a link"."""
    words, language = line.tokens, passage.language
    pointed = tuple(phrasing.places(words, "denials.excluded", language, 1))
    for at, end in (*pointed, *phrasing.places(words, "denials.excluding", language, 1)):
        link = (at, end) in pointed or any(
            token.low in language["denials.connections"] for token in words[end : end + _NEAR]
        )
        if not link or any(token.low in language["grammar.negations"] for token in words[max(0, at - _NEAR) : at]):
            continue
        place = words[at].start
        said = next((one for one in found if any(start <= place < stop for start, stop in one.content)), None)
        sources = said.sources if said else speakers.subject(Sentence(line, passage), at)
        if sources:
            return Denied(line.n, "denies", sources, None if (at, end) in pointed else matters.rest(line, end))
    return None


def _not_called(line: Line, passage: Passage) -> Denied | None:
    """ "Would not call it a cut"."""
    for at, end in phrasing.places(line.tokens, "denials.not_calling", passage.language, 1):
        sources = speakers.subject(Sentence(line, passage), at)
        if sources:
            return Denied(line.n, "rejects_wording", sources, matters.rest(line, end))
    return None


def _behind(line: Line, at: int) -> Place | None:
    return matters.rest(line, at + 1)
