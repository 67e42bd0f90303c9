"""A note as Slack's blocks: a few sentences, and what is listed beneath them."""

from bot.article.characters import HALF_CHARACTER
from bot.reply.catalogue import Words, words
from bot.reply.plain import shorten
from bot.reply.reply import Note, NoteItem
from bot.slack.drawing import actions, limits
from bot.slack.drawing.budget import Budget, fit, left_out, text_size
from bot.slack.drawing.rich import Block, Element, bullets, button, channel, context, link, rich, section, text


def note_blocks(reply: Note) -> list[Block]:
    """At least one."""
    said = words(reply.language)
    head = [rich(section([text(shorten(line, 1000))])) for line in reply.text.split("\n")[:6] if line.strip()]
    tail = [try_again_block(said, reply.again)] if reply.retry and can_come_back(reply.again) else []
    if any(item.items for item in reply.items):
        return [*head, *_groups(reply, said, Budget().less(head, tail)), *tail]
    entries = [*(NoteItem(label, url) for label, url in reply.links), *reply.items]
    room = Budget(limits.LIST_ITEMS, limits.BLOCK_TEXT, limits.ALL_TEXT_AND_ADDRESSES // 2)
    left = left_out("more_entries", said)
    listed = fit(entries, lambda entry: rich(section(_entry(entry, said))), lambda n: left(n + reply.more), room)
    if reply.more and listed and listed[-1]["type"] == "rich_text":
        listed.append(left(reply.more))
    return [*head, *_one_list(listed), *tail] or [context("…")]


def _groups(reply: Note, said: Words, room: Budget) -> list[Block]:
    """Each heading with what stands under it, as far as there is room; what is left out is counted."""
    blocks: list[Block] = []
    left = reply.more + sum(len(item.items) for item in reply.items)
    for item in reply.items:
        shown = min(len(item.items), limits.LIST_ITEMS)
        while shown and not _fits(_group(item, shown, said), room):
            shown -= 1
        if shown:
            blocks.append(_group(item, shown, said))
            room.less(blocks[-1:])
            left -= shown
    return [*blocks, *([left_out("more_entries", said)(left)] if left else [])]


def _fits(block: Block, room: Budget) -> bool:
    return text_size(block) <= limits.BLOCK_TEXT and room.holds([block], spare=1)


def _group(heading: NoteItem, shown: int, said: Words) -> Block:
    return rich(
        section(_entry(heading, said, bold=True)), bullets(_entry(each, said) for each in heading.items[:shown])
    )


def _one_list(blocks: list[Block]) -> list[Block]:
    """Entries as the bullets of one block, and what follows them."""
    items = [block["elements"][0]["elements"] for block in blocks if block["type"] == "rich_text"]
    return [*([rich(bullets(items))] if items else []), *(block for block in blocks if block["type"] != "rich_text")]


def _entry(entry: NoteItem, said: Words, *, bold: bool = False) -> list[Element]:
    style = {"bold": True} if bold or not entry.url else {}
    elements = [link(shorten(entry.text, 200), entry.url, **style)]
    if entry.channel:
        elements += [text(said("join.dash")), channel(entry.channel)]
    if entry.detail:
        elements.append(text(said("join.dot" if entry.channel else "join.dash") + shorten(entry.detail, 300)))
    if entry.more:
        elements += [text(said("join.dot")), link(shorten(entry.more[0], 75), entry.more[1])]
    return elements


def try_again_block(said: Words, again: str = "") -> Block:
    return {"type": "actions", "elements": [try_again(said, again)]}


def try_again(said: Words, again: str = "") -> Element:
    """`again` is what a press of it asks for, where that is not found by the message."""
    return button(said("button.try_again"), actions.TRY_AGAIN, again)


def can_come_back(again: str) -> bool:
    """Whether a button can hold it; a pasted text may be too long, or have half a character, which cannot be sent."""
    return len(again) <= limits.BUTTON_VALUE and HALF_CHARACTER.search(again) is None
