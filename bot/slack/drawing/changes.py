"""What changed in an article, as blocks: each change with the passage before and the passage now."""

from collections.abc import Sequence
from typing import Final

from bot.reply.catalogue import Words
from bot.reply.plain import shorten
from bot.reply.reply import ChangeItem, ChangesReply, Passage
from bot.slack.drawing.budget import full_size
from bot.slack.drawing.rich import Block, Element, link, quote, rich, section, text

_LARGEST: Final = 2800
_LONGEST: Final = (900, 500, 200, 60)
"""Of the texts of one change, until it fits into its block."""


def heading(reply: ChangesReply) -> Block:
    """Title, outlet and day, and since when there are changes."""
    title = [link(shorten(reply.heading, 300), reply.url, bold=True)]
    if reply.byline:
        title.append(text("\n" + shorten(reply.byline, 300)))
    return rich(section(title), section([text("\n" + shorten(reply.lead, 400))]))


def change_block(item: ChangeItem, words: Words) -> Block:
    """What changed, who says so, and both passages set off; shorter where it would grow too large."""
    block = _block(item, words, _LONGEST[0], linked=True)
    for longest in _LONGEST[1:]:
        if full_size(block) <= _LARGEST:
            break
        block = _block(item, words, longest, linked=longest > _LONGEST[-2])
    return block


def _block(item: ChangeItem, words: Words, longest: int, *, linked: bool) -> Block:
    lines = [text(shorten(item.text, longest), bold=True)]
    if item.facts:
        lines.append(text("\n" + shorten(item.facts, min(longest, 400))))
    return rich(
        section(lines),
        quote(_passage("was", item.was, words, longest, linked=False)),
        quote(_passage("now", item.now, words, longest, linked=linked)),
    )


def _passage(side: str, passages: Sequence[Passage], words: Words, longest: int, *, linked: bool) -> list[Element]:
    """The old version is no longer at its address, so that only sentences of the new one can be opened."""
    if not passages:
        return [text(words(f"change.{side}_nothing"))]
    said = shorten(" ".join(passage.text for passage in passages), longest)
    elements = [text(words(f"change.{side}", text=said))]
    if side == "now":
        first = passages[0]
        where = words("passage.sentence", n=1, numbers=str(first.n))
        elements += [text(words("join.dash")), link(where, first.url if linked else None)]
    return elements
