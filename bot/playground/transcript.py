"""A thread as text: what Slack would show, drawn from the very blocks that were posted."""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

_MARKUP = re.compile(r"<(https?://[^<>|\s]+)(?:\|([^<>]*))?>")
_OTHER = re.compile(r"<[@#!]([^<>|]*)(?:\|([^<>]*))?>")

Json = Mapping[str, Any]


def transcript(message: Json) -> str:
    """One message, its blocks top to bottom; the `text` where there are none."""
    blocks = message.get("blocks") or ()
    drawn = ["\n".join(_block(block)) for block in blocks]
    return "\n\n".join(filter(None, drawn)).strip("\n") or _unmarked(str(message.get("text", "")))


def _block(block: Json) -> Iterator[str]:
    match block["type"]:
        case "header":
            yield str(block["text"]["text"]).upper()
        case "section":
            if "text" in block:
                yield _text(block["text"])
            yield from (_text(field) for field in block.get("fields", ()))
        case "markdown":
            yield html.unescape(str(block["text"]))
        case "context":
            yield " ".join(_text(element) for element in block["elements"] if "text" in element)
        case "rich_text":
            for element in block["elements"]:
                yield from _rich(element)
        case "divider":
            yield "─" * 40
        case "actions" | "context_actions":
            yield " ".join(f"[{label}]" for element in block["elements"] for label in _labels(element))


def _rich(element: Json) -> Iterator[str]:
    match element["type"]:
        case "rich_text_list":
            indent = "  " * int(element.get("indent", 0))
            for number, item in enumerate(element["elements"], 1 + int(element.get("offset", 0))):
                bullet = f"{number}." if element.get("style") == "ordered" else "•"
                yield f"{indent}{bullet} {_inline(item)}"
        case "rich_text_quote":
            yield from (f"│ {line}" for line in _inline(element).splitlines())
        case _:
            yield _inline(element)


def _inline(element: Json) -> str:
    parts = []
    for part in element.get("elements", ()):
        match part["type"]:
            case "text":
                parts.append(str(part["text"]))
            case "link":
                parts.append(str(part.get("text") or part["url"]))
            case "emoji":
                parts.append(f":{part['name']}:")
            case "channel":
                parts.append(f"#{part['channel_id']}")
            case "user":
                parts.append(f"@{part['user_id']}")
            case "date":
                parts.append(str(part.get("fallback") or part["timestamp"]))
    return "".join(parts)


def _labels(element: Json) -> Iterator[str]:
    if element["type"] == "feedback_buttons":
        yield str(element["positive_button"]["text"]["text"])
        yield str(element["negative_button"]["text"]["text"])
    elif element["type"] == "overflow":
        yield "⋯"
    elif "text" in element:
        yield str(element["text"]["text"])


def _text(element: Json) -> str:
    return _unmarked(str(element["text"])) if element["type"] == "mrkdwn" else str(element["text"])


def _unmarked(text: str) -> str:
    """Slack's markup as a person sees it: links by their label, escapes undone."""
    labelled = _MARKUP.sub(lambda match: match[2] or match[1], text)
    named = _OTHER.sub(lambda match: f"@{match[2] or match[1]}", labelled)
    return html.unescape(named)
