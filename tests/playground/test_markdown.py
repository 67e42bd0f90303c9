"""What a stream brings is shown as Slack shows it."""

from typing import Any

import pytest

from bot.playground.blocks.check import check_message
from bot.playground.markdown import rich_text_of

Element = dict[str, Any]


def text(words: str, **style: bool) -> Element:
    return {"type": "text", "text": words} | ({"style": style} if style else {})


def section(*parts: Element, kind: str = "section") -> Element:
    return {"type": f"rich_text_{kind}", "elements": list(parts)}


def bullets(*items: Element, style: str = "bullet") -> Element:
    return {"type": "rich_text_list", "style": style, "elements": list(items)}


CASES: list[tuple[str, list[Element]]] = [
    ("plain & simple", [section(text("plain & simple"))]),
    ("**bold** and *slanted*", [section(text("bold", bold=True), text(" and "), text("slanted", italic=True))]),
    ("**_both_** ~~gone~~", [section(text("both", bold=True, italic=True), text(" "), text("gone", strike=True))]),
    (r"2 \* 3 \_x\_", [section(text("2 * 3 _x_"))]),
    ("`a*b*c`", [section(text("a*b*c", code=True))]),
    (
        "see [12](https://example.org/a?b=1&amp;c=%28d%29).",
        [
            section(
                text("see "), {"type": "link", "url": "https://example.org/a?b=1&c=%28d%29", "text": "12"}, text(".")
            )
        ],
    ),
    ("one\n\ntwo", [section(text("one\n\ntwo"))]),
    ("- a\n- b\nthen", [bullets(section(text("a")), section(text("b"))), section(text("then"))]),
    ("1. a\n2. b", [bullets(section(text("a")), section(text("b")), style="ordered")]),
    ("&gt; said\n&gt; so", [section(text("said\nso"), kind="quote")]),
    ("```\nx < 1\n```", [section(text("x < 1"), kind="preformatted")]),
    ("<@U123> snake_case_name", [section({"type": "user", "user_id": "U123"}, text(" snake_case_name"))]),
    ("cut [12](https://exa", [section(text("cut [12]("), {"type": "link", "url": "https://exa"})]),
]


@pytest.mark.parametrize(("markdown", "parts"), CASES, ids=[markdown for markdown, _ in CASES])
def test_markdown_becomes_rich_text(markdown: str, parts: list[Element]) -> None:
    """Styles, links, lists, quotes and code as elements, which the local Slack would take from an app as well."""
    blocks = rich_text_of(markdown)

    assert blocks == [{"type": "rich_text", "elements": parts}]
    check_message(blocks)


def test_nothing_becomes_nothing() -> None:
    """A stream that has brought no text yet has no block."""
    assert rich_text_of("") == rich_text_of("\n") == []
