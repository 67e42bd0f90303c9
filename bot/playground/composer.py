"""What Slack's own client makes of the text a person types: escaped text and rich_text blocks."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import takewhile
from typing import Any

from bot.playground.mrkdwn import Control, control, unescaped

Element = dict[str, Any]

TOKEN = re.compile(
    r"<(?P<control>[^<>\n]+)>"
    r"|(?P<code>`[^`\n]+`)"
    r"|(?P<url>https?://(?:(?!&[lg]t;)[^\s<>`])+)"
    r"|(?<![\w@./-])(?P<bare>(?:[a-z0-9-]+\.)+(?:com|org|net|info|io|eu|uk|de|fr|it|es|nl|ch|at|se|no|pl|ua)(?:/(?:(?!&[lg]t;)[^\s<>`])*)?)(?![\w@])"
    r"|(?<![\w*])\*(?P<bold>\S|\S[^*\n]*?\S)\*(?![\w*])"
    r"|(?<![\w_])_(?P<italic>\S|\S[^_\n]*?\S)_(?![\w_])"
    r"|(?<![\w~])~(?P<strike>\S|\S[^~\n]*?\S)~(?![\w~])",
    re.IGNORECASE,
)
MARKS = {"bold": "*", "italic": "_", "strike": "~"}
TRAILING = ".,;:!?'\"”’»…"


def compose(text: str) -> tuple[str, list[dict[str, Any]]]:
    """The `text` and the `blocks` of the message that the client sends."""
    blocks = rich_text(text)
    return as_text(blocks), blocks


def rich_text(text: str) -> list[dict[str, Any]]:
    """One rich_text block: quotes, code blocks and plain sections, with links and mentions as elements."""
    parts = [part for piece in _pieces(text) if (part := piece)["elements"]]
    return [{"type": "rich_text", "elements": parts}] if parts else []


def _pieces(text: str) -> Iterator[Element]:
    for number, piece in enumerate(re.split(r"```", text)):
        if number % 2:
            yield {
                "type": "rich_text_preformatted",
                "elements": [{"type": "text", "text": unescaped(piece.strip("\n"))}],
            }
        else:
            yield from _paragraphs(piece)


def _paragraphs(text: str) -> Iterator[Element]:
    run: list[str] = []
    quoted = False
    for line in text.split("\n"):
        is_quote = line.startswith((">", "&gt;"))
        if is_quote != quoted and run:
            yield _section("\n".join(run), quoted)
            run = []
        quoted = is_quote
        run.append(re.sub(r"^(?:>|&gt;) ?", "", line) if is_quote else line)
    yield _section("\n".join(run), quoted)


def _section(text: str, quoted: bool) -> Element:
    return {"type": "rich_text_quote" if quoted else "rich_text_section", "elements": list(elements(text))}


def elements(text: str) -> Iterator[Element]:
    """Text, links, users, channels, broadcasts and inline code, in order, each with the styles it stands in."""
    at = 0
    for match in TOKEN.finditer(text):
        found, end = _styled(match) if match.lastgroup in MARKS else _element(match)
        if not found:
            continue
        if match.start() > at:
            yield {"type": "text", "text": unescaped(text[at : match.start()])}
        yield from found
        at = end
    if at < len(text):
        yield {"type": "text", "text": unescaped(text[at:])}


def _styled(match: re.Match[str]) -> tuple[list[Element], int]:
    """What stands between two `*`, `_` or `~`."""
    name = str(match.lastgroup)
    inside = elements(match[name])
    return [each | {"style": {name: True} | each.get("style", {})} for each in inside], match.end()


def _element(match: re.Match[str]) -> tuple[list[Element], int]:
    if match["code"]:
        return [{"type": "text", "text": unescaped(match["code"][1:-1]), "style": {"code": True}}], match.end()
    if match["control"]:
        item = control(match["control"])
        return ([_from_control(item)] if item else []), match.end()
    written = match["url"] or match["bare"]
    bare = written.rstrip(TRAILING)
    while bare.endswith(")") and bare.count("(") < bare.count(")"):
        bare = bare[:-1].rstrip(TRAILING)
    end = match.start() + len(bare)
    url = unescaped(bare).replace("|", "%7C")  # in a message's text a bar ends the address
    if match["url"]:
        return [{"type": "link", "url": url}], end
    return [{"type": "link", "url": f"http://{url}", "text": unescaped(bare)}], end


def _from_control(item: Control) -> Element:
    match item.kind:
        case "user":
            return {"type": "user", "user_id": item.target}
        case "channel":
            return {"type": "channel", "channel_id": item.target}
        case "broadcast":
            return {"type": "broadcast", "range": item.target}
        case "group":
            return {"type": "usergroup", "usergroup_id": item.target}
        case "date":
            return {"type": "text", "text": item.label or item.target}
    link = {"type": "link", "url": unescaped(item.target)}
    return link | {"text": unescaped(item.label)} if item.label else link


def as_text(blocks: list[dict[str, Any]]) -> str:
    """The `text` beside rich_text blocks, with Slack's escapes."""
    return "\n".join(_as_text(part) for block in blocks for part in block["elements"])


def _as_text(part: Element) -> str:
    text = _marked(part["elements"])
    match part["type"]:
        case "rich_text_quote":
            return "\n".join(f"&gt; {line}" for line in text.split("\n"))
        case "rich_text_preformatted":
            return f"```{text}```"
    return text


def _marked(items: Sequence[Element], within: Set[str] = frozenset()) -> str:
    """A run of elements; what shares a style stands between two of its marks."""
    text = ""
    while items:
        runs = {name: _run(items, name) for name in MARKS if name not in within}
        name = max(runs, key=lambda each: runs[each], default="")
        length = runs.get(name, 0)
        if length:
            text += f"{MARKS[name]}{_marked(items[:length], within | {name})}{MARKS[name]}"
        else:
            text += _written(items[0])
        items = items[length or 1 :]
    return text


def _run(items: Sequence[Element], style: str) -> int:
    """How many elements from the first on stand in a style."""
    return sum(1 for _ in takewhile(lambda each: each.get("style", {}).get(style), items))


def _written(item: Element) -> str:
    match item["type"]:
        case "link":
            url = item["url"].replace("&", "&amp;")
            return f"<{url}|{_plain(item['text'])}>" if "text" in item else f"<{url}>"
        case "user":
            return f"<@{item['user_id']}>"
        case "channel":
            return f"<#{item['channel_id']}>"
        case "broadcast":
            return f"<!{item['range']}>"
        case "usergroup":
            return f"<!subteam^{item['usergroup_id']}>"
    text = _plain(item["text"])
    return f"`{text}`" if item.get("style", {}).get("code") else text


def _plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
