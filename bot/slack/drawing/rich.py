"""Elements of `rich_text`, and the few other blocks we use.

Why `rich_text` and not `section` with mrkdwn: in mrkdwn, `*`, `_`, `~`, `` ` ``, `:emoji:` and bare addresses of an
article become formatting, pictures and links, and there is no escape for them. A `rich_text` element says what it is;
its text is taken as it stands, so that what an article or a model wrote cannot mention, link or format anything.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from bot.reply.dates import in_utc, parted
from bot.reply.plain import shorten
from bot.slack.drawing import limits
from bot.slack.drawing.escape import literal

Element = dict[str, Any]
Block = dict[str, Any]


def text(content: str, **style: bool) -> Element:
    """A piece of text; `bold=True`, `italic=True`."""
    element: Element = {"type": "text", "text": literal(content)}
    return element | {"style": style} if style else element


def link(content: str, url: str | None, **style: bool) -> Element:
    """A link; plain text where there is no address, or one that Slack would not take."""
    if not url or len(url) > limits.ADDRESS:
        return text(content, **style)
    element: Element = {"type": "link", "url": url, "text": literal(in_utc(content))}
    return element | {"style": style} if style else element


def channel(channel_id: str) -> Element:
    """A channel by its name, which Slack shows to those who may see it."""
    return {"type": "channel", "channel_id": channel_id}


def section(elements: Iterable[Element]) -> Element:
    return {"type": "rich_text_section", "elements": _shown(elements)}


def quote(elements: Iterable[Element]) -> Element:
    """Set off by a bar at its left."""
    return {"type": "rich_text_quote", "elements": _shown(elements)}


def bullets(items: Iterable[Sequence[Element]]) -> Element:
    return {"type": "rich_text_list", "style": "bullet", "elements": [section(item) for item in items]}


def rich(*elements: Element) -> Block:
    return {"type": "rich_text", "elements": list(elements)}


def context(content: str) -> Block:
    """Small print, plain."""
    return {"type": "context", "elements": [plain(literal(shorten(in_utc(content), limits.BLOCK_TEXT - 10)))]}


def plain(content: str) -> Element:
    return {"type": "plain_text", "text": content, "emoji": False}


def button(content: str, action_id: str, value: str = "") -> Element:
    """A button; `value` comes back with the press."""
    element = {"type": "button", "action_id": action_id, "text": plain(shorten(content, limits.BUTTON_TEXT))}
    return element | ({"value": value} if value else {})


def option(label: str, value: str) -> Element:
    """One choice of a menu."""
    return {"text": plain(fitted(label, limits.OPTION_TEXT) or "…"), "value": value}


def menu(action_id: str, options: Sequence[Element], chosen: str) -> Element:
    """A menu of options, the one with the value `chosen` taken."""
    element: Element = {"type": "static_select", "action_id": action_id, "options": list(options)}
    first = [each for each in options if each["value"] == chosen]
    return element | ({"initial_option": first[0]} if first else {})


def overflow(action_id: str, options: Sequence[Element]) -> Element:
    """A menu behind three dots."""
    return {"type": "overflow", "action_id": action_id, "options": list(options)}


def fitted(content: str, most: int) -> str:
    """`literal` text of at most `most` characters."""
    room = most
    while len(said := literal(shorten(content, room))) > most:
        room -= len(said) - most
    return said


def _shown(elements: Iterable[Element]) -> list[Element]:
    """Without empty texts, which Slack refuses; never without any element."""
    told = (piece for element in elements for piece in _dated(element))
    return [element for element in told if element.get("text", "named")] or [{"type": "text", "text": " "}]


def _dated(element: Element) -> Iterator[Element]:
    """Points in time become elements of their own, which Slack shows in the reader's zone."""
    if element["type"] != "text":
        yield element
        return
    for piece in parted(element["text"]):
        yield element | {"text": piece} if isinstance(piece, str) else date(piece)


def date(at: datetime) -> Element:
    """A point in time, in UTC where a client cannot tell."""
    told = {"format": limits.DATE_FORMAT, "fallback": f"{at:%Y-%m-%d %H:%M} UTC"}
    return {"type": "date", "timestamp": int(at.timestamp())} | told
