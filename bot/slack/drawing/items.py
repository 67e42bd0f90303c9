"""One claim, one denial, one sentence of an answer, each as one block that fits on its own."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.reply.catalogue import Words
from bot.reply.passages import runs
from bot.reply.plain import shorten, shorten_at_sentence
from bot.reply.reply import AnswerLine, ClaimItem, DenialLine, Passage
from bot.slack.drawing.budget import full_size
from bot.slack.drawing.rich import Block, Element, link, quote, rich, section, text

_LONGEST_WHO: Final = 300
_LONGEST_FACTS: Final = 200
_LONGEST_DENIAL: Final = 350
_LONGEST_LONE_DENIAL: Final = 1200
_MOST_DENIALS: Final = 4
_MOST_PRECEDENTS: Final = 3
_MOST_ROWS: Final = 8
_LARGEST: Final = 4000
"""Characters of one block, addresses included."""


@dataclass(frozen=True, slots=True)
class _Room:
    """How many sentence numbers are links after each text, and how long a text may be."""

    links: int
    text: int


_ROOMS: Final = (_Room(_MOST_ROWS, 1500), _Room(3, 1500), _Room(1, 1500), _Room(0, 1500), _Room(0, 120))
"""From what is wanted to what always fits: links go before words do."""


def claim_block(item: ClaimItem, words: Words, *, own_words: bool = False) -> Block:
    """The claim in bold, then who, footing, firmness, sentences; denials set off beneath.

    `own_words` says of a quoted claim that it stands in the article's words.
    """
    dot = words("join.dot")
    said = [item.footing, item.firmness, words("firmness.own_words") if own_words and item.quoted else ""]
    facts = dot.join(part for part in said if part)

    def build(room: _Room) -> Block:
        lines = [
            text(shorten_at_sentence(item.text, room.text), bold=True),
            text("\n" + _speaker(item.who, facts, room, words)),
            *_where(item.passages, dot, words, room),
        ]
        return rich(section(lines), *_denials(item.denials, words, room), *_precedents(item, words, room))

    return _fitting(build)


def own_voice_block(item: ClaimItem, words: Words) -> Block:
    """What the outlet says itself: the text, where it stands, and who denies it."""
    dash = words("join.dash")

    def build(room: _Room) -> Block:
        said = text(shorten_at_sentence(item.text, room.text))
        where = _where(item.passages, dash, words, room)
        return rich(section([said, *where]), *_denials(item.denials, words, room), *_precedents(item, words, room))

    return _fitting(build)


def denial_block(line: DenialLine, words: Words) -> Block:
    """A denial that stands beside no claim."""
    return _fitting(lambda room: rich(section(_denial(line, words, room, _LONGEST_LONE_DENIAL))))


def answer_block(line: AnswerLine, words: Words) -> Block:
    """One sentence of an answer and where the article says so."""
    dash = words("join.dash")

    def build(room: _Room) -> Block:
        said = shorten_at_sentence(line.text, room.text)
        said = words("quote.text", text=said) if line.quoted else said
        return rich(section([text(said), *_where(line.passages, dash, words, room)]))

    return _fitting(build)


def _fitting(build: Callable[[_Room], Block]) -> Block:
    """The block as it is wanted, or with less where it would grow too large."""
    block = build(_ROOMS[0])
    for room in _ROOMS[1:]:
        if full_size(block) <= _LARGEST:
            break
        block = build(room)
    return block


def _speaker(who: str, facts: str, room: _Room, words: Words) -> str:
    who, facts = shorten(who, min(_LONGEST_WHO, room.text)), shorten(facts, min(_LONGEST_FACTS, room.text))
    return words("join.facts", who=who, facts=facts) if facts else who


def _denials(lines: Sequence[DenialLine], words: Words, room: _Room) -> list[Element]:
    shown = [quote(_denial(line, words, room, _LONGEST_DENIAL)) for line in lines[:_MOST_DENIALS]]
    left = len(lines) - len(shown)
    return [*shown, quote([text(words("section.more_denials", n=left))])] if left else shown


def _precedents(item: ClaimItem, words: Words, room: _Room) -> list[Element]:
    """Where else the claim was read; without links where denials leave no room for theirs."""
    longest = min(_LONGEST_FACTS, room.text)
    return [
        quote(
            [
                text(words("precedent.also")),
                link(shorten(each.title, longest), each.url if room.links > 1 else None),
                text(words("join.dash") + shorten(each.facts, longest)),
            ]
        )
        for each in item.precedents[:_MOST_PRECEDENTS]
    ]


def _denial(line: DenialLine, words: Words, room: _Room, longest: int) -> list[Element]:
    said = shorten(line.text, min(longest, room.text))
    where = _where(line.passages, words("join.dash"), words, room)
    return [text(said, bold=True) if line.denies else text(said), *where]


def _where(passages: Sequence[Passage], lead: str, words: Words, room: _Room) -> list[Element]:
    """ " · sentences 3–5, 9", each a link that opens the article there; rows of neighbours as one."""
    rows = runs(passages)
    if not rows:
        return []
    before, _, behind = words("passage.sentence", n=len(passages), numbers="\0").partition("\0")
    rest = " …" if len(rows) > _MOST_ROWS else ""
    return [text(lead), *_numbers(rows[:_MOST_ROWS], before, words, room.links), text(behind + rest)]


def _numbers(rows: Iterable[tuple[Passage, Passage]], before: str, words: Words, most: int) -> Iterable[Element]:
    for i, (first, last) in enumerate(rows):
        label = str(first.n) if first.n == last.n else words("passage.range", first=first.n, last=last.n)
        if i:
            yield text(", ")
        yield link(f"{'' if i else before}{label}", first.url if i < most else None)
