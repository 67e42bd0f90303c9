"""Blocks are refused where Slack refuses them, with its words and a pointer to the place."""

import json
from typing import Any

import pytest
from slack_sdk.models import blocks as sdk

from bot.playground.blocks.check import check_message, check_view
from bot.playground.refusal import Refused

Block = dict[str, Any]


def plain(length: int = 1) -> Block:
    return {"type": "plain_text", "text": "x" * length}


def mrkdwn(length: int = 1) -> Block:
    return {"type": "mrkdwn", "text": "x" * length}


def section(length: int = 1, **more: Any) -> Block:
    return {"type": "section", "text": mrkdwn(length), **more}


def actions(*elements: Block) -> Block:
    return {"type": "actions", "elements": list(elements)}


def button(**more: Any) -> Block:
    return {"type": "button", "text": plain(), "action_id": "a", **more}


def option(value: str = "1", length: int = 1) -> Block:
    return {"text": plain(length), "value": value}


def select(**more: Any) -> Block:
    return {"type": "static_select", "action_id": "s", **more}


def rich(*parts: Block) -> Block:
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": list(parts)}]}


def table(rows: int, columns: int, length: int = 1) -> Block:
    return {"type": "table", "rows": [[{"type": "raw_text", "text": "x" * length}] * columns] * rows}


def feedback(**more: Any) -> Block:
    vote = {"text": plain(), "value": "up"}
    votes = {"type": "feedback_buttons", "action_id": "v", "positive_button": vote, "negative_button": vote, **more}
    return {"type": "context_actions", "elements": [votes]}


TAKEN: list[list[Block]] = [
    [section()] * 50,
    [section(3000)],
    [{"type": "section", "fields": [mrkdwn(2000)] * 5}],
    [section(accessory=button())],
    [section(accessory={"type": "image", "image_url": "https://example.org/a.png", "alt_text": ""})],
    [{"type": "header", "text": plain(150)}],
    [{"type": "divider"}],
    [{"type": "context", "elements": [mrkdwn()] * 10}],
    [actions(*(button(action_id=str(number)) for number in range(25)))],
    [actions(button(value="x" * 2000, url="https://example.org", style="primary", text=plain(75)))],
    [actions({"type": "overflow", "action_id": "o", "options": [option(str(number)) for number in range(5)]})],
    [actions(select(options=[option(str(number)) for number in range(100)], initial_option=option("7")))],
    [actions(select(option_groups=[{"label": plain(), "options": [option()]}]))],
    [actions({"type": "checkboxes", "action_id": "c", "options": [{"text": mrkdwn(), "value": "1"}]})],
    [actions({"type": "datepicker", "action_id": "d", "initial_date": "2026-01-31"})],
    [{"type": "input", "label": plain(), "element": {"type": "plain_text_input", "action_id": "i", "multiline": True}}],
    [feedback()],
    [{"type": "markdown", "text": "x" * 12_000}],
    [table(100, 20)],
    [table(2, 2) | {"column_settings": [None, {"align": "right"}]}],
    [rich({"type": "text", "text": "x", "style": {"bold": True}}, {"type": "link", "url": "https://example.org"})],
    [{"type": "image", "image_url": "https://example.org/a.png", "alt_text": "a", "title": plain()}],
    [{"type": "container", "title": plain(), "is_collapsible": True, "child_blocks": [section()]}],
    [{"type": "card", "title": mrkdwn(150), "actions": [button()]}],
    [section(3000), section(3000), section(3000), section(3000), section(1200)],
    [section(block_id="a"), section(block_id="b")],
]


@pytest.mark.parametrize("blocks", TAKEN, ids=lambda blocks: blocks[0]["type"])
def test_good_blocks_are_taken(blocks: list[Block]) -> None:
    """Each limit is met exactly."""
    check_message(blocks)


TOO_MANY = "no more than {} items allowed [json-pointer:/blocks{}]"
TOO_LONG = "must be less than {} characters [json-pointer:/blocks/0{}]"

REFUSED: list[tuple[list[Block], str]] = [
    ([section()] * 51, TOO_MANY.format(50, "")),
    ([section(3001)], TOO_LONG.format(3001, "/text/text")),
    ([section(0)], "must be more than 0 characters [json-pointer:/blocks/0/text/text]"),
    ([{"type": "section"}], "missing required field: text [json-pointer:/blocks/0]"),
    ([section(fields=[mrkdwn(2001)])], TOO_LONG.format(2001, "/fields/0/text")),
    ([section(fields=[mrkdwn()] * 11)], TOO_MANY.format(10, "/0/fields")),
    ([section(colour="red")], "invalid additional property: colour [json-pointer:/blocks/0]"),
    ([section(text=None)], "must not be null [json-pointer:/blocks/0/text]"),
    ([section(text="words")], "[json-pointer:/blocks/0/text]"),
    ([section(), {"type": "quote"}], "unsupported type: quote [json-pointer:/blocks/1/type]"),
    ([{"text": mrkdwn()}], "missing required field: type [json-pointer:/blocks/0]"),
    ([{"type": "header", "text": plain(151)}], TOO_LONG.format(151, "/text/text")),
    ([{"type": "header", "text": mrkdwn()}], "[json-pointer:/blocks/0/text/type]"),
    ([{"type": "context", "elements": [mrkdwn()] * 11}], TOO_MANY.format(10, "/0/elements")),
    ([{"type": "context", "elements": []}], "no fewer than 1 items allowed [json-pointer:/blocks/0/elements]"),
    (
        [{"type": "context", "elements": [button()]}],
        "unsupported type: button [json-pointer:/blocks/0/elements/0/type]",
    ),
    ([actions(*(button(action_id=str(number)) for number in range(26)))], TOO_MANY.format(25, "/0/elements")),
    ([actions(button(text=plain(76)))], TOO_LONG.format(76, "/elements/0/text/text")),
    ([actions(button(text=mrkdwn()))], "[json-pointer:/blocks/0/elements/0/text/type]"),
    ([actions(button(value="x" * 2001))], TOO_LONG.format(2001, "/elements/0/value")),
    ([actions(button(action_id="x" * 256))], TOO_LONG.format(256, "/elements/0/action_id")),
    ([actions(button(url="/relative"))], "must be a valid value [json-pointer:/blocks/0/elements/0/url]"),
    ([actions(button(style="default"))], "[json-pointer:/blocks/0/elements/0/style]"),
    ([actions(button(), button())], "action_id already exists: a [json-pointer:/blocks/0/elements/1/action_id]"),
    ([section(block_id="a"), section(block_id="a")], "block_id already exists: a [json-pointer:/blocks/1/block_id]"),
    ([section(block_id="x" * 256)], TOO_LONG.format(256, "/block_id")),
    (
        [actions({"type": "overflow", "action_id": "o", "options": [option()] * 6})],
        TOO_MANY.format(5, "/0/elements/0/options"),
    ),
    ([actions(select(options=[option()] * 101))], TOO_MANY.format(100, "/0/elements/0/options")),
    ([actions(select(options=[option(length=76)]))], TOO_LONG.format(76, "/elements/0/options/0/text/text")),
    ([actions(select(options=[option(value="x" * 151)]))], TOO_LONG.format(151, "/elements/0/options/0/value")),
    ([actions(select())], "missing required field: options [json-pointer:/blocks/0/elements/0]"),
    (
        [actions(select(options=[option()], initial_option=option("2")))],
        "must match one of the options [json-pointer:/blocks/0/elements/0/initial_option]",
    ),
    ([actions({"type": "plain_text_input", "action_id": "i"})], "unsupported type: plain_text_input"),
    (
        [feedback(positive_button={"text": plain(76), "value": "up"})],
        TOO_LONG.format(76, "/elements/0/positive_button/text/text"),
    ),
    (
        [feedback(positive_button={"text": plain()})],
        "missing required field: value [json-pointer:/blocks/0/elements/0/positive_button]",
    ),
    ([{"type": "markdown", "text": "x" * 12_001}], TOO_LONG.format(12_001, "/text")),
    ([{"type": "markdown", "text": "# a\nwords\n" * 26}], TOO_MANY.format(50, "")),
    ([table(101, 1)], TOO_MANY.format(100, "/0/rows")),
    ([table(1, 21)], TOO_MANY.format(20, "/0/rows/0")),
    ([table(10, 10, 101)], TOO_LONG.format(10_001, "/rows")),
    ([table(1, 1), table(1, 1)], "only_one_table_allowed"),
    ([table(1, 1), {"type": "markdown", "text": "|a|\n|---|\n|b|"}], "only_one_table_allowed"),
    (
        [rich({"type": "text", "text": ""})],
        "must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]",
    ),
    (
        [rich({"type": "links", "url": "x"})],
        "unsupported type: links [json-pointer:/blocks/0/elements/0/elements/0/type]",
    ),
    (
        [{"type": "image", "image_url": "https://example.org/a.png"}],
        "missing required field: alt_text [json-pointer:/blocks/0]",
    ),
    ([{"type": "image", "alt_text": "a"}], "missing required field: image_url [json-pointer:/blocks/0]"),
    (
        [{"type": "container", "title": plain(), "child_blocks": [section()] * 11}],
        TOO_MANY.format(10, "/0/child_blocks"),
    ),
]


@pytest.mark.parametrize(("blocks", "message"), REFUSED, ids=[message for _, message in REFUSED])
def test_bad_blocks_are_refused(blocks: list[Block], message: str) -> None:
    """One step beyond a limit is `invalid_blocks` with the place named."""
    with pytest.raises(Refused) as refusal:
        check_message(blocks)

    assert refusal.value.error == "invalid_blocks"
    assert any(message in each for each in refusal.value.messages)
    assert all(each.startswith("[ERROR] ") for each in refusal.value.messages)


@pytest.mark.parametrize(
    "blocks",
    [
        [section(3000)] * 4 + [section(1201)],
        [{"type": "markdown", "text": "x" * 6001}, {"type": "markdown", "text": "x" * 6000}],
        [{"type": "markdown", "text": "x" * 12_000}, section(1201)],
    ],
)
def test_too_much_text_altogether_is_refused(blocks: list[Block]) -> None:
    """Every block is within its limit, the message is not."""
    with pytest.raises(Refused) as refusal:
        check_message(blocks)

    assert refusal.value.error == "msg_blocks_too_long"


def modal(**more: Any) -> Block:
    return {"type": "modal", "title": plain(), "blocks": [section()], **more}


ENTRY: Block = {"type": "input", "label": plain(), "element": {"type": "plain_text_input", "action_id": "i"}}

BAD_VIEWS: list[tuple[Block, str]] = [
    (modal(title=plain(25)), "must be less than 25 characters [json-pointer:/view/title/text]"),
    (modal(submit=plain(25)), "must be less than 25 characters [json-pointer:/view/submit/text]"),
    (modal(private_metadata="x" * 3001), "must be less than 3001 characters [json-pointer:/view/private_metadata]"),
    (modal(callback_id="x" * 256), "must be less than 256 characters [json-pointer:/view/callback_id]"),
    (modal(blocks=[section()] * 101), "no more than 100 items allowed [json-pointer:/view/blocks]"),
    (
        modal(blocks=[{"type": "markdown", "text": "x"}]),
        "unsupported type: markdown [json-pointer:/view/blocks/0/type]",
    ),
    (modal(blocks=[feedback()]), "unsupported type: context_actions [json-pointer:/view/blocks/0/type]"),
    (modal(blocks=[ENTRY]), "missing required field: submit [json-pointer:/view]"),
    (modal(type="dialog"), "unsupported type"),
    ({"type": "modal", "title": plain()}, "missing required field: blocks [json-pointer:/view]"),
]


@pytest.mark.parametrize(("view", "message"), BAD_VIEWS, ids=[message for _, message in BAD_VIEWS])
def test_bad_views_are_refused(view: Block, message: str) -> None:
    """Views are checked like messages, with their own limits, as `invalid_arguments`."""
    with pytest.raises(Refused) as refusal:
        check_view(view, ("modal",))

    assert refusal.value.error == "invalid_arguments"
    assert any(message in each for each in refusal.value.messages)


def test_a_good_modal_is_taken() -> None:
    """Each limit is met exactly."""
    view = modal(blocks=[section()] * 99 + [ENTRY], submit=plain(24), close=plain(24), private_metadata="x" * 3000)

    assert check_view(view, ("modal",)) is view


@pytest.mark.parametrize("letter", ["a", "é", "𐀀"])
def test_a_view_beyond_its_size_is_refused(letter: str) -> None:
    """250 kB as JSON, in which a letter that is not ASCII takes six or twelve bytes."""
    share = 2_700 // len(json.dumps(letter).strip('"'))
    text = {"type": "mrkdwn", "text": letter * share}
    fits = [section() | {"text": text} for _ in range(85)]
    beyond = [section() | {"text": text} for _ in range(95)]

    assert check_view(modal(blocks=fits), ("modal",))
    with pytest.raises(Refused, match="view_too_large"):
        check_view(modal(blocks=beyond), ("modal",))


def test_blocks_built_by_the_sdk_are_taken() -> None:
    """What slack_sdk's own models produce passes."""
    built = [
        sdk.HeaderBlock(text="Claims"),
        sdk.SectionBlock(text="*one*", accessory=sdk.ButtonElement(text="Press", action_id="p", value="1")),
        sdk.ContextBlock(elements=[sdk.MarkdownTextObject(text="by _somebody_")]),
        sdk.DividerBlock(),
        sdk.ActionsBlock(
            elements=[sdk.StaticSelectElement(action_id="s", options=[sdk.Option(value="1", label="One")])]
        ),
        sdk.ContextActionsBlock(
            elements=[
                sdk.FeedbackButtonsElement(
                    action_id="v",
                    positive_button=sdk.FeedbackButtonObject(text="Good", value="up"),
                    negative_button=sdk.FeedbackButtonObject(text="Bad", value="down"),
                )
            ]
        ),
        sdk.RichTextBlock(elements=[sdk.RichTextSectionElement(elements=[sdk.RichTextElementParts.Text(text="x")])]),
    ]

    check_message([block.to_dict() for block in built])
