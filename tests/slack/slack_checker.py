"""What Slack refuses, and what must never be in a message of ours; written from the documents, not from our code."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

KNOWN = {"rich_text", "context", "actions", "context_actions"}


def strings(part: Any, *names: str) -> Iterator[str]:
    """Every value under these keys, at any depth."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key in names and isinstance(value, str):
                yield value
            else:
                yield from strings(value, *names)
    elif isinstance(part, list):
        for item in part:
            yield from strings(item, *names)


def check_message(message: dict[str, Any]) -> None:
    """Raises AssertionError with what is wrong."""
    json.dumps(message).encode("ascii")
    json.dumps(message, ensure_ascii=False).encode("utf-8")
    text, blocks = message["text"], message["blocks"]
    assert 1 <= len(text) <= 3000
    assert not re.search(r"<|>|&(?!amp;|lt;|gt;)", text)
    assert 1 <= len(blocks) <= 50
    assert sum(len(value) for value in strings(blocks, "text")) <= 11_500
    assert sum(len(value.encode("utf-16-le")) // 2 for value in strings(blocks, "text")) <= 11_500
    assert sum(len(value) for value in strings(blocks, "text", "url")) <= 13_200
    for block in blocks:
        check_block(block)
    check_shown((text, *strings(blocks, "text")))


def check_shown(shown_texts: Iterable[str]) -> None:
    """Nothing invisible, nothing that reorders, nothing that mentions or links by itself."""
    for shown in shown_texts:
        assert not re.search(r"[\u202a-\u202e\u200b\u200e\u200f\x00-\x09\x0b-\x1f\x7f\ud800-\udfff]", shown)
        assert shown.count("\u2068") == shown.count("\u2069")
        assert not re.search(r"<[!@#]|<https?:|@(channel|here|everyone)", shown)


def check_block(block: dict[str, Any]) -> None:
    assert block["type"] in KNOWN
    {"rich_text": _rich, "context": _context, "actions": _actions, "context_actions": _feedback}[block["type"]](block)


def _rich(block: dict[str, Any]) -> None:
    assert block["elements"]
    assert sum(len(value) for value in strings(block, "text")) <= 4000
    for element in block["elements"]:
        assert element["type"] in {"rich_text_section", "rich_text_quote", "rich_text_list"}
        rows = element["elements"] if element["type"] == "rich_text_list" else [element]
        assert rows
        for row in rows:
            assert row["elements"]
            for piece in row["elements"]:
                _piece(piece)


def _piece(piece: dict[str, Any]) -> None:
    assert piece["type"] in {"text", "link"}
    assert piece["text"]
    assert set(piece) <= {"type", "text", "url", "style"}
    if piece["type"] == "link":
        assert re.fullmatch(r"https?://[\x21-\x7e]+", piece["url"])
        assert len(piece["url"]) <= 3000
        assert not re.search(r"[<>|\"\\^`{}]", piece["url"])


def _context(block: dict[str, Any]) -> None:
    assert 1 <= len(block["elements"]) <= 10
    for element in block["elements"]:
        assert element["type"] == "plain_text"
        assert 1 <= len(element["text"]) <= 3000


def _actions(block: dict[str, Any]) -> None:
    assert 1 <= len(block["elements"]) <= 25
    for element in block["elements"]:
        assert element["type"] in {"button", "overflow"}
        assert 1 <= len(element["action_id"]) <= 255
        assert len(element.get("options", "x")) in range(1, 6)
        for labelled in element.get("options", [element]):
            assert 1 <= len(labelled["text"]["text"]) <= 75
            assert len(labelled.get("value", "")) <= (150 if element["type"] == "overflow" else 2000)


def _feedback(block: dict[str, Any]) -> None:
    assert 1 <= len(block["elements"]) <= 5
    for element in block["elements"]:
        assert element["type"] == "feedback_buttons"
        for side in ("positive_button", "negative_button"):
            assert 1 <= len(element[side]["text"]["text"]) <= 75
            assert 1 <= len(element[side]["accessibility_label"]) <= 75
            assert element[side]["value"]
