"""What Slack makes of the Markdown that a stream brings: rich_text, with styles, links, lists and quotes.

https://docs.slack.dev/reference/methods/chat.appendStream
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from bot.playground.composer import elements
from bot.playground.mrkdwn import unescaped

Element = dict[str, Any]

INLINE = re.compile(
    r"\\(?P<escape>[\\`*_{}\[\]()#+.!~|<>-])"
    r"|`(?P<code>[^`\n]+)`"
    r"|\[(?P<label>(?:\\.|[^\]\\])*)\]\((?P<url>https?://[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)"
    r"|\*\*(?P<bold>(?=\S).+?(?<=\S))\*\*"
    r"|(?<![\w*])\*(?P<italic>(?=\S)[^*\n]+?(?<=\S))\*(?![\w*])"
    r"|(?<!\w)_(?P<slanted>(?=\S)[^_\n]+?(?<=\S))_(?!\w)"
    r"|~~(?P<strike>(?=\S).+?(?<=\S))~~"
)
LINE = re.compile(r"(?P<quote>(?:&gt;|>) ?)|(?P<bullet>[-*+] +)|(?P<ordered>\d+[.)] +)")
STYLES = {"bold": "bold", "italic": "italic", "slanted": "italic", "strike": "strike"}


def rich_text_of(markdown: str) -> list[Element]:
    """One rich_text block of text with Slack's escapes; none of nothing."""
    parts = [
        part for number, piece in enumerate(markdown.split("```")) for part in _pieces(piece, fenced=number % 2 > 0)
    ]
    return [{"type": "rich_text", "elements": parts}] if parts else []


def _pieces(text: str, *, fenced: bool) -> Iterator[Element]:
    if fenced:
        code = unescaped(text.partition("\n")[2].strip("\n") or text.strip("\n"))
        if code:
            yield {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": code}]}
        return
    for kind, lines in groupby(text.split("\n"), _kind):
        yield from _part(kind, [LINE.sub("", line, count=1) if kind else line for line in lines])


def _kind(line: str) -> str:
    found = LINE.match(line)
    return str(found.lastgroup) if found else ""


def _part(kind: str, lines: list[str]) -> Iterator[Element]:
    if kind in ("bullet", "ordered"):
        items = [{"type": "rich_text_section", "elements": _inline(line, {})} for line in lines]
        yield {"type": "rich_text_list", "style": kind, "elements": items}
    elif content := _inline("\n".join(lines).strip("\n"), {}):
        yield {"type": "rich_text_quote" if kind else "rich_text_section", "elements": content}


def _inline(text: str, style: dict[str, bool]) -> list[Element]:
    found: list[Element] = []
    at = 0
    for match in INLINE.finditer(text):
        found += _styled(elements(text[at : match.start()]), style)
        found += _marked(match, style)
        at = match.end()
    found += _styled(elements(text[at:]), style)
    return _joined(found)


def _marked(match: re.Match[str], style: dict[str, bool]) -> list[Element]:
    kind = str(match.lastgroup)
    if kind == "escape":
        return list(_styled([{"type": "text", "text": match["escape"]}], style))
    if kind == "code":
        return list(_styled([{"type": "text", "text": unescaped(match["code"])}], style | {"code": True}))
    if kind == "url":
        label = unescaped(re.sub(r"\\(.)", r"\1", match["label"]))
        link = {"type": "link", "url": unescaped(match["url"])} | ({"text": label} if label else {})
        return list(_styled([link], style))
    return _inline(match[kind], style | {STYLES[kind]: True})


def _styled(parts: Any, style: dict[str, bool]) -> Iterator[Element]:
    for part in parts:
        held = style | part.get("style", {})
        yield part | {"style": held} if held else part


def _joined(parts: list[Element]) -> list[Element]:
    """Neighbours of plain text as one."""
    joined: list[Element] = []
    for part in parts:
        before = joined[-1] if joined else {}
        if before.get("type") == part["type"] == "text" and before.get("style") == part.get("style"):
            joined[-1] = before | {"text": before["text"] + part["text"]}
        else:
            joined.append(part)
    return joined
