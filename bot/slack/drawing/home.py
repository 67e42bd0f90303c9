"""The app's Home as Slack's view."""

from collections.abc import Iterable, Iterator
from typing import Any

from bot.reply.catalogue import Words, words
from bot.reply.home import ChannelLine, Home
from bot.reply.plain import shorten
from bot.slack.drawing import actions, limits
from bot.slack.drawing.notes import note_blocks
from bot.slack.drawing.rich import Block, Element, bullets, button, channel, context, plain, rich, section, text

View = dict[str, Any]


def home_view_of(home: Home) -> View:
    """The Home tab: how to use it, what was read lately, and what is done where."""
    said = words(home.language)
    blocks = [
        _header(said("home.title")),
        *_begin(home, said),
        *(rich(section([text(shorten(line, 1000))])) for line in home.how),
        rich(bullets([text(item.text, bold=True), text(said("join.dash") + item.detail)] for item in home.commands)),
        _header(said("home.recent")),
        *note_blocks(home.recent),
        _header(said("home.channels")),
        *_channels(home.channels, said),
    ]
    if home.more:
        blocks.append(context(said("section.more_entries", n=home.more)))
    return {"type": "home", "blocks": blocks[: limits.VIEW_BLOCKS]}


def _begin(home: Home, said: Words) -> Iterator[Block]:
    """The first steps, with the channels where the first is to be taken behind it."""
    if not home.begin:
        return
    first, *others = home.begin
    named: list[Element] = []
    for each in home.begin_in:
        named += [text(", " if named else " "), channel(each)]
    yield _header(said("home.begin"))
    yield rich(bullets([[text(first), *named], *([text(step)] for step in others)]))


def _channels(lines: Iterable[ChannelLine], said: Words) -> Iterator[Block]:
    """The name is Slack's own to show; the words are ours, but domains in them are not, so no mrkdwn for them."""
    shown = False
    for line in lines:
        shown = True
        block: Block = {
            "type": "section",
            "text": {"type": "mrkdwn", "text": f"<#{line.channel}>"},
            "fields": [plain(shorten(line.text, 1900))],
        }
        if line.yours:
            block["accessory"] = button(said("home.settings"), actions.SETTINGS, line.channel)
        yield block
    if not shown:
        yield context(said("home.no_channels"))


def _header(content: str) -> Block:
    return {"type": "header", "text": plain(shorten(content, 150))}
