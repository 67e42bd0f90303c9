"""Characters that nobody sees have no place in an article: they split words and hide orders to a model."""

import html
import re

# Zero-width and bidirectional marks, soft hyphens, fillers, byte order marks, interlinear and variation marks that are no
# part of an emoji, Unicode tag characters, surrogates and all control characters but tab and line feed.
# ZWNJ and ZWJ stay between letters or emoji: Persian, Hindi and family emoji are written with them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
HALF_CHARACTER = re.compile("[\ud800-\udfff]")
"""A lone surrogate, which cannot be encoded and so is neither kept nor sent."""

_JOINERS = re.compile(
    "(?<![^\x00-\u02ff])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\u02ff])|(?<=[\u200c\u200d])[\u200c\u200d]+"
)
_BREAKS = re.compile("\r\n?|[\x0c\x85\u2028\u2029]")
_TAGS = re.compile(r"</?(?:[bisu]|em|strong|span|br|p|sup|sub|mark)\b[^<>]{0,200}>", re.IGNORECASE)
_SPACES = re.compile(r"[^\S\n]+")


def visible(text: str) -> str:
    """`text` without invisible characters, its line breaks all `\\n`."""
    if text.isascii() and text.isprintable():
        return text
    return _JOINERS.sub("", _INVISIBLE.sub("", _BREAKS.sub("\n", text)))


def one_line(text: str) -> str:
    """`text` without invisible characters, on one line, with single spaces."""
    return " ".join(visible(text).split())


def tidy(text: str) -> str:
    """`text` without invisible characters, with single spaces within each line."""
    return "\n".join(_SPACES.sub(" ", line).strip() for line in visible(text).split("\n"))


def stated(text: str | None) -> str | None:
    """What a page states, on one line, entities and tags undone; None for nothing."""
    return next(iter(stated_all(text)), None)


def stated_all(*texts: str | None) -> tuple[str, ...]:
    """Each text once, on one line, entities undone; empty ones left out."""
    tidied = (one_line(_TAGS.sub("", html.unescape(text))) for text in texts if text)
    return tuple(dict.fromkeys(text for text in tidied if text))
