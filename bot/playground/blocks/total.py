"""The limits that hold over a whole message: its text, its blocks after expansion, its ids, its tables."""

import json
import re
from collections.abc import Iterator
from typing import Any

MOST_TEXT = 13_200
MOST_MARKDOWN = 12_000
MOST_CELLS = 10_000
MOST_VIEW = 250_000
"""Bytes of a view's JSON; the documentation says 250 kB and not how it is counted, so what is not ASCII counts escaped."""

HEADING_OR_RULE = re.compile(r"^ {0,3}(?:#{1,6} |(?:-{3,}|\*{3,}|_{3,})\s*$|!\[[^\]]*\]\([^)]*\)\s*$)")
TABLE_RULE = re.compile(r"^ {0,3}\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$")


def texts(value: Any) -> Iterator[str]:
    """Every text that people read, at any depth."""
    if isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            if name in {"text", "alt_text"} and isinstance(item, str):
                yield item
            else:
                yield from texts(item)


def text_length(blocks: list[dict[str, Any]]) -> int:
    """Characters of all texts together."""
    return sum(len(text) for text in texts(blocks))


def wire_size(value: Any) -> int:
    """Bytes as JSON in ASCII, as slack_sdk sends it."""
    return len(json.dumps(value))


def markdown_length(blocks: list[dict[str, Any]]) -> int:
    """Characters of all markdown blocks together."""
    return sum(len(block["text"]) for block in blocks if block["type"] == "markdown")


def expanded(blocks: list[dict[str, Any]]) -> int:
    """How many blocks Slack makes of these: a markdown block becomes several."""
    return sum(pieces(block["text"]) if block["type"] == "markdown" else 1 for block in blocks)


def pieces(text: str) -> int:
    """Headings, rules, images and tables stand alone; what lies between them is one rich text."""
    count, in_text, in_code = 0, False, False
    for line in text.splitlines():
        in_code ^= line.lstrip().startswith("```")
        if not in_code and (HEADING_OR_RULE.match(line) or TABLE_RULE.match(line)):
            count, in_text = count + 1, False
        elif line.strip() and not in_text:
            count, in_text = count + 1, True
    return max(count, 1)


def tables(blocks: list[dict[str, Any]]) -> int:
    """How many tables, those in markdown included."""
    count = 0
    for block in blocks:
        if block["type"] == "table":
            count += 1
        elif block["type"] == "markdown":
            count += sum(bool(TABLE_RULE.match(line)) for line in block["text"].splitlines())
        elif block["type"] == "container":
            count += tables(block["child_blocks"])
    return count


def cells_length(block: dict[str, Any]) -> int:
    """Characters of a table's cells."""
    return sum(len(text) for text in texts(block["rows"]))


def repeated(blocks: list[dict[str, Any]], root: str) -> Iterator[str]:
    """Complaints about ids that occur twice: blocks in the message, actions in a block."""
    seen: set[str] = set()
    for number, block in enumerate(blocks):
        name = block.get("block_id")
        if name is not None and name in seen:
            yield f"block_id already exists: {name} [json-pointer:{root}/{number}/block_id]"
        seen.add(name or "")
        yield from _repeated_actions(block, f"{root}/{number}")


def _repeated_actions(block: dict[str, Any], where: str) -> Iterator[str]:
    seen: set[str] = set()
    for number, element in enumerate(block.get("elements", [])):
        name = element.get("action_id") if isinstance(element, dict) else None
        if name is not None and name in seen:
            yield f"action_id already exists: {name} [json-pointer:{where}/elements/{number}/action_id]"
        seen.add(name or "")


def nulls(value: Any, where: str) -> Iterator[str]:
    """Complaints about null, which Slack takes nowhere but among column settings."""
    if value is None:
        if not re.search(r"/column_settings/\d+$", where):
            yield f"must not be null [json-pointer:{where}]"
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from nulls(item, f"{where}/{number}")
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from nulls(item, f"{where}/{name}")
