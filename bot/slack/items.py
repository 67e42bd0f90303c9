"""One claim, one denial, one sentence of an answer, each as one block that fits on its own."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from bot.reply.catalogue import Words
from bot.reply.passages import runs
from bot.reply.plain import shorten, shorten_at_sentence
from bot.reply.reply import AnswerLine, ClaimItem, DenialLine, Passage
from bot.slack.budget import full_size
from bot.slack.rich import Block, Element, link, quote, rich, section, text

_LONGEST_TEXT: Final = 1500
_LONGEST_WHO: Final = 300
_LONGEST_FACTS: Final = 200
_LONGEST_DENIAL: Final = 350
_LONGEST_LONE_DENIAL: Final = 1200
_MOST_DENIALS: Final = 4
_LARGEST: Final = 4000
"""Characters of one block, addresses included; beyond it, fewer numbers are links."""
_LINKS: Final = (8, 3, 1, 0)


def claim_block(item: ClaimItem, words: Words, *, own_words: bool = False) -> Block:
    """The claim in bold, then who, footing, firmness, sentences; denials set off beneath.

    `own_words` says of a quoted claim that it stands in the article's words.
    """
    dot = words("join.dot")
    said = [item.footing, item.firmness, words("firmness.own_words") if own_words and item.quoted else ""]
    facts = shorten(dot.join(part for part in said if part), _LONGEST_FACTS)
    who = shorten(item.who, _LONGEST_WHO)
    lines = [
        text(shorten_at_sentence(item.text, _LONGEST_TEXT), bold=True),
        text("\n" + (words("join.facts", who=who, facts=facts) if facts else who)),
    ]
    return _fitting(
        lambda most: rich(
            section([*lines, *_where(item.passages, dot, words, most)]), *_denials(item.denials, words, most)
        )
    )


def own_voice_block(item: ClaimItem, words: Words) -> Block:
    """What the outlet says itself: the text, where it stands, and who denies it."""
    said = text(shorten_at_sentence(item.text, _LONGEST_TEXT))
    return _fitting(
        lambda most: rich(
            section([said, *_where(item.passages, words("join.dash"), words, most)]),
            *_denials(item.denials, words, most),
        )
    )


def denial_block(line: DenialLine, words: Words) -> Block:
    """A denial that stands beside no claim."""
    return _fitting(lambda most: rich(section(_denial(line, words, most, _LONGEST_LONE_DENIAL))))


def answer_block(line: AnswerLine, words: Words) -> Block:
    """One sentence of an answer and where the article says so."""
    said = shorten_at_sentence(line.text, _LONGEST_TEXT)
    said = words("quote.text", text=said) if line.quoted else said
    return _fitting(lambda most: rich(section([text(said), *_where(line.passages, words("join.dash"), words, most)])))


def _fitting(build: Callable[[int], Block]) -> Block:
    """The block with as many of its sentence numbers linked as fit."""
    block = build(_LINKS[0])
    for most in _LINKS[1:]:
        if full_size(block) <= _LARGEST:
            break
        block = build(most)
    return block


def _denials(lines: Sequence[DenialLine], words: Words, most: int) -> list[Element]:
    shown = [quote(_denial(line, words, most, _LONGEST_DENIAL)) for line in lines[:_MOST_DENIALS]]
    left = len(lines) - len(shown)
    return [*shown, quote([text(words("section.more_denials", n=left))])] if left else shown


def _denial(line: DenialLine, words: Words, most: int, longest: int) -> list[Element]:
    said = shorten(line.text, longest)
    return [
        text(said, bold=True) if line.denies else text(said),
        *_where(line.passages, words("join.dash"), words, most),
    ]


def _where(passages: Sequence[Passage], lead: str, words: Words, most: int) -> list[Element]:
    """ " · sentences 3–5, 9", each a link that opens the article there; rows of neighbours as one."""
    rows = runs(passages)
    if not rows:
        return []
    before, _, behind = words("passage.sentence", n=len(passages), numbers="\0").partition("\0")
    rest = " …" if len(rows) > _LINKS[0] else ""
    return [text(lead), *_numbers(rows[: _LINKS[0]], before, words, most), text(behind + rest)]


def _numbers(rows: Iterable[tuple[Passage, Passage]], before: str, words: Words, most: int) -> Iterable[Element]:
    for i, (first, last) in enumerate(rows):
        label = str(first.n) if first.n == last.n else words("passage.range", first=first.n, last=last.n)
        if i:
            yield text(", ")
        yield link(f"{'' if i else before}{label}", first.url if i < most else None)
