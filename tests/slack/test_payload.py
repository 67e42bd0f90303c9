"""Slack's payloads become values."""

from typing import Any

import pytest

from bot.slack.incoming.payload import command_of, message_of_event
from bot.slack.incoming.presses import try_again_of

LINK = "https://www.harbour.example/cranes?a=1&b=2"


def event(**fields: Any) -> dict[str, Any]:
    message = {"type": "message", "channel": "C1", "user": "U1", "ts": "100.1", "text": ""} | fields
    return {"team_id": "T1", "event_id": "Ev1", "event": message}


def rich(*elements: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": list(elements)}]}]


def test_links_come_from_rich_text_first() -> None:
    """What Slack's client marks as a link is the link, whatever its label says."""
    blocks = rich({"type": "text", "text": "see "}, {"type": "link", "url": LINK, "text": "https://other.example"})

    message = message_of_event(event(text="see <https://ignored.example>", blocks=blocks), team="T1")

    assert message.links == (LINK,)


def test_links_come_from_nested_rich_text() -> None:
    """A link in a list or a quotation is a link as well."""
    nested = [
        {
            "type": "rich_text",
            "elements": [
                {
                    "type": "rich_text_list",
                    "elements": [{"type": "rich_text_section", "elements": [{"type": "link", "url": LINK}]}],
                },
                {"type": "rich_text_quote", "elements": [{"type": "link", "url": "https://b.example"}]},
            ],
        }
    ]

    assert message_of_event(event(blocks=nested), team="T1").links == (LINK, "https://b.example")


def test_links_come_from_text_where_there_are_no_blocks() -> None:
    """Other clients send plain text; Slack marks links in it and escapes them."""
    message = message_of_event(event(text="<https://www.harbour.example/cranes?a=1&amp;b=2|label> hm"), team="T1")

    assert message.links == (LINK,)


def test_mentions_are_taken_out_of_the_text() -> None:
    """The question remains when the mention is gone, with Slack's escapes undone."""
    message = message_of_event(event(text="<@U0BOT> is 3 &lt; 4 &amp; who says so?"), team="T1")

    assert (message.text, message.mentions) == ("is 3 < 4 & who says so?", ("U0BOT",))


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({}, "channel"),
        ({"channel": "D1"}, "direct"),
        ({"channel_type": "im"}, "direct"),
        ({"channel_type": "group"}, "group"),
        ({"channel_type": "mpim"}, "group"),
    ],
)
def test_where_a_message_was_written_is_known(fields: dict[str, Any], where: str) -> None:
    """A direct message asks us; a channel does not."""
    assert message_of_event(event(**fields), team="T1").where == where


@pytest.mark.parametrize(
    "fields", [{"bot_id": "B1"}, {"subtype": "bot_message"}, {"subtype": "message_changed", "user": None}]
)
def test_what_people_did_not_write_is_marked(fields: dict[str, Any]) -> None:
    """Bots and edits can be told from people."""
    message = message_of_event(event(**fields), team="T1")

    assert message.bot or message.subtype is not None


def test_a_command_keeps_its_words() -> None:
    """A slash command's text arrives as it was typed, escapes undone."""
    body = {
        "channel_id": "C1",
        "user_id": "U1",
        "text": "https://a.example/?x=1&amp;y=2",
        "response_url": "https://hooks.example/1",
        "trigger_id": "tr1",
    }

    command = command_of(body, team="T1")

    assert (command.text, command.event) == ("https://a.example/?x=1&y=2", "tr1")


def test_a_pressed_button_names_its_message() -> None:
    """*Try again* leads back to the reply it stands under, and to its thread."""
    body = {
        "user": {"id": "U2"},
        "channel": {"id": "C1"},
        "container": {"message_ts": "101.2", "channel_id": "C1", "thread_ts": "100.1"},
        "message": {"ts": "101.2", "thread_ts": "100.1"},
        "actions": [{"action_id": "try_again", "action_ts": "102.0"}],
    }

    task = try_again_of(body, team="T1")

    assert (task.reply, task.thread, task.event) == ("101.2", "100.1", "102.0")
