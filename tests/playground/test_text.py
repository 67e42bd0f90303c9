"""What Slack's client makes of typed text, and what Slack reads in a bot's."""

from typing import Any

import pytest

from bot.playground.blocks.check import check_message
from bot.playground.composer import compose
from bot.playground.mrkdwn import escaped, notified

LINK = {"type": "link", "url": "https://example.org/a"}

TYPED: list[tuple[str, str, list[dict[str, Any]]]] = [
    ("plain", "plain", [{"type": "text", "text": "plain"}]),
    ("https://example.org/a", "<https://example.org/a>", [LINK]),
    ("https://example.org/a.", "<https://example.org/a>.", [LINK, {"type": "text", "text": "."}]),
    (
        "(https://example.org/a)",
        "(<https://example.org/a>)",
        [{"type": "text", "text": "("}, LINK, {"type": "text", "text": ")"}],
    ),
    (
        "https://example.org/a_(b)",
        "<https://example.org/a_(b)>",
        [{"type": "link", "url": "https://example.org/a_(b)"}],
    ),
    (
        "https://example.org/?a=1&b=2",
        "<https://example.org/?a=1&amp;b=2>",
        [{"type": "link", "url": "https://example.org/?a=1&b=2"}],
    ),
    ("<https://example.org/a|a page>", "<https://example.org/a|a page>", [LINK | {"text": "a page"}]),
    (
        "bbc.com/news",
        "<http://bbc.com/news|bbc.com/news>",
        [{"type": "link", "url": "http://bbc.com/news", "text": "bbc.com/news"}],
    ),
    ("ana@example.org", "ana@example.org", [{"type": "text", "text": "ana@example.org"}]),
    ("<@U0ABC> hi", "<@U0ABC> hi", [{"type": "user", "user_id": "U0ABC"}, {"type": "text", "text": " hi"}]),
    ("<!here>", "<!here>", [{"type": "broadcast", "range": "here"}]),
    ("<#C0ABC>", "<#C0ABC>", [{"type": "channel", "channel_id": "C0ABC"}]),
    ("a < b & c > d", "a &lt; b &amp; c &gt; d", [{"type": "text", "text": "a < b & c > d"}]),
    (
        "`https://example.org`",
        "`https://example.org`",
        [{"type": "text", "text": "https://example.org", "style": {"code": True}}],
    ),
    (
        "&lt;b&gt; &lt;http://a.example|c&gt; end",
        "&lt;b&gt; &lt;<http://a.example%7Cc>&gt; end",
        [
            {"type": "text", "text": "<b> <"},
            {"type": "link", "url": "http://a.example%7Cc"},
            {"type": "text", "text": "> end"},
        ],
    ),
    (
        "*see https://example.org/a* and _it ~was~_",
        "*see <https://example.org/a>* and _it ~was~_",
        [
            {"type": "text", "text": "see ", "style": {"bold": True}},
            LINK | {"style": {"bold": True}},
            {"type": "text", "text": " and "},
            {"type": "text", "text": "it ", "style": {"italic": True}},
            {"type": "text", "text": "was", "style": {"italic": True, "strike": True}},
        ],
    ),
    (
        "a_name_of 2*3*4 * no * https://example.org/_a_",
        "a_name_of 2*3*4 * no * <https://example.org/_a_>",
        [
            {"type": "text", "text": "a_name_of 2*3*4 * no * "},
            {"type": "link", "url": "https://example.org/_a_"},
        ],
    ),
]


@pytest.mark.parametrize(("typed", "text", "elements"), TYPED, ids=[case[0] for case in TYPED])
def test_typed_text_becomes_text_and_elements(typed: str, text: str, elements: list[dict[str, Any]]) -> None:
    """Links, mentions and code are elements; the text carries Slack's escapes."""
    written, blocks = compose(typed)

    assert written == text
    assert blocks[0]["elements"][0]["elements"] == elements
    check_message(blocks)


def test_quotes_and_code_blocks_are_parts_of_their_own() -> None:
    """A quoted line and a fenced block are not sections."""
    _, blocks = compose("before\n> https://example.org\nafter\n```let x = 1;```")

    assert [part["type"] for part in blocks[0]["elements"]] == [
        "rich_text_section", "rich_text_quote", "rich_text_section", "rich_text_preformatted",
    ]  # fmt: skip


def test_nothing_typed_makes_no_blocks() -> None:
    """A message that only shares a file has none."""
    assert compose("") == ("", [])


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("a & b", "a &amp; b"),
        ("a &amp; b", "a &amp; b"),
        ("1 < 2 > 1", "1 &lt; 2 &gt; 1"),
        ("<https://example.org?a=1&b=2|x>", "<https://example.org?a=1&amp;b=2|x>"),
        ("<!channel>", "<!channel>"),
        ("<not a link>", "&lt;not a link&gt;"),
    ],
)
def test_text_is_stored_escaped(written: str, stored: str) -> None:
    """Slack escapes what is not its own markup."""
    assert escaped(written) == stored


def test_calls_are_found_at_any_depth() -> None:
    """Each with a pointer into the message."""
    message = {
        "text": "<@U0ABC>",
        "blocks": [
            {"type": "context", "elements": [{"type": "mrkdwn", "text": "<!here>"}]},
            {
                "type": "rich_text",
                "elements": [{"type": "rich_text_section", "elements": [{"type": "user", "user_id": "U1"}]}],
            },
        ],
    }

    assert [each["where"] for each in notified(message["blocks"], "/blocks")] == [
        "/blocks/0/elements/0/text", "/blocks/1/elements/0/elements/0",
    ]  # fmt: skip
    assert notified(message["text"], "/text") == [{"kind": "user", "target": "U0ABC", "where": "/text"}]
