"""The article in the data of a page that a script was to draw: an empty mount point beside a JSON of everything."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from bot.article.body import tidied
from bot.article.markup import Tree
from bot.article.prose import prose

_AT_MOST = 3_000_000
_NODES_AT_MOST = 50_000
_DEPTH_AT_MOST = 40
_ASSIGNED = re.compile(r"(?:\bglobalContent|\b__[A-Z_]+__)\s*=\s*(?=[{\[])")
# Under which names systems keep the text of a paragraph.
_TEXT = frozenset({"text", "html", "content", "value", "body", "children", "data", "model", "markup", "paragraph", "nodes", "copy"})  # fmt: skip
_TAGS = re.compile(r"<[^<>]{1,300}>")
_BLOCKS = re.compile(r"</?(?:p|br|div|h[1-6]|li|blockquote)\b[^<>]{0,300}>", re.IGNORECASE)


def paragraphs_in_data(tree: Tree) -> list[str]:
    """The paragraphs of the list, or of the piece of HTML, that holds the most prose; empty when none is an article."""
    best: list[str] = []
    most = 60
    for value in _values(tree):
        for told in _candidates(value):
            words = sum(prose(told))
            if words > most and len(told) >= 2:
                best, most = told, words
    return best


def without_markup(text: str) -> str:
    """HTML in a string as lines of text."""
    return html.unescape(_TAGS.sub("", _BLOCKS.sub("\n", text)))


def _values(tree: Tree) -> Iterator[Any]:
    for script in tree.iter("script"):
        text = str(script.text or "")
        if len(text) > _AT_MOST:
            continue
        if (script.get("type") or "").lower() == "application/json":
            yield from _decoded(text.strip())
        else:
            for assigned in list(_ASSIGNED.finditer(text))[:5]:
                yield from _decoded(text[assigned.end() :])


def _decoded(text: str) -> Iterator[Any]:
    try:
        yield json.JSONDecoder(strict=False).raw_decode(text)[0]
    except (ValueError, RecursionError):
        return


def _candidates(value: Any) -> Iterator[list[str]]:
    """What could be a body: lists of pieces of text, and pieces of HTML with several paragraphs."""
    left = _NODES_AT_MOST
    waiting: list[tuple[Any, int]] = [(value, 0)]
    while waiting and left:
        left -= 1
        item, depth = waiting.pop()
        inner = list(item.values()) if isinstance(item, dict) else item if isinstance(item, list) else []
        if isinstance(item, list) and 2 <= len(item) <= 2000:
            yield tidied("\n".join(_text(part, 0) for part in item))
        elif isinstance(item, str) and len(item) > 300 and "</p>" in item:
            yield tidied(without_markup(item))
        if depth < _DEPTH_AT_MOST:
            waiting += [(part, depth + 1) for part in inner if isinstance(part, dict | list | str)]


def _text(part: Any, depth: int) -> str:
    """The text of one piece, on one line."""
    if isinstance(part, str):
        return " ".join(without_markup(part).split()) if "://" not in part[:10] else ""
    if depth > 6:
        return ""
    if isinstance(part, list):
        return "".join(_text(inner, depth + 1) for inner in part[:200])
    if isinstance(part, dict):
        return "".join(_text(inner, depth + 1) for name, inner in part.items() if str(name).lower() in _TEXT)
    return ""
