"""Text for places that Slack parses: the `text` of a message, and markdown."""

import re
from typing import Final

from bot.reply.plain import show

_JOINER: Final = "\u2060"
_ENTITIES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_SHOUT: Final = re.compile(r"@(?=channel|here|everyone|group)", re.IGNORECASE)
_OPENING: Final = re.compile(r"<(?=[!@#]|https?:|mailto:|tel:)", re.IGNORECASE)
_MARKERS: Final = re.compile(r"([\\`*_~\[\]#|])")


def escape(text: str) -> str:
    """Slack's three entities, nothing invisible, and no `@channel` for modes that would link it."""
    return _SHOUT.sub(f"@{_JOINER}", show(text).translate(_ENTITIES))


def literal(text: str) -> str:
    """For `rich_text`, which nothing parses: as it is, but for what any parser would take for a mention or a link.

    A word joiner, which nobody sees, stands between `<` and what would follow it, so that the text stays harmless
    where a client, an export or another app reads our message as mrkdwn.
    """
    return _SHOUT.sub(f"@{_JOINER}", _OPENING.sub(f"<{_JOINER}", show(text)))


def markdown(text: str) -> str:
    """For `markdown` blocks and streams: escaped, with the markers of Markdown taken literally."""
    return _MARKERS.sub(r"\\\1", escape(text))
