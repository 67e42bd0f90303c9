"""Messages as they are stored, read back, changed, streamed and counted."""

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.server import LocalSlack

SECTION: dict[str, Any] = {"type": "section", "text": {"type": "mrkdwn", "text": "from blocks"}}
MARK = {"event_type": "claims_reply", "event_payload": {"id": "42"}}


async def test_metadata_is_found_in_the_thread(slack: LocalSlack, client: AsyncWebClient, ana: str) -> None:
    """A post can be found again by its metadata, which is shown only when asked for."""
    root = await slack.say(ana, slack.general, "root")
    posted = await client.chat_postMessage(channel=slack.general, text="x", thread_ts=root, metadata=MARK)

    plain = await client.conversations_replies(channel=slack.general, ts=root)
    marked = await client.conversations_replies(channel=slack.general, ts=root, include_all_metadata=True)

    assert "metadata" not in plain["messages"][1]
    assert (marked["messages"][1]["metadata"], marked["messages"][1]["ts"]) == (MARK, posted["ts"])


async def test_a_thread_is_read_page_by_page(slack: LocalSlack, client: AsyncWebClient, ana: str) -> None:
    """Cursors lead through a long thread; an app outside the Marketplace gets 15 and one call a minute."""
    root = await slack.say(ana, slack.general, "root")
    for number in range(20):
        await slack.say(ana, slack.general, f"answer {number}", thread_ts=root)

    slack.commercial = True
    short = await client.conversations_replies(channel=slack.general, ts=root, limit=100)
    with pytest.raises(SlackApiError, match="ratelimited"):
        await client.conversations_replies(channel=slack.general, ts=root)
    slack.commercial = False
    texts = []
    async for page in await client.conversations_replies(channel=slack.general, ts=root, limit=8):
        texts += [message["text"] for message in page["messages"] if message["ts"] != root]

    assert texts == [f"answer {number}" for number in range(20)]
    assert (len(short["messages"]), short["has_more"]) == (16, True)


async def test_history_shows_roots_and_broadcasts_newest_first(
    slack: LocalSlack, client: AsyncWebClient, ana: str
) -> None:
    """Answers stay in their threads unless they are sent to the channel as well."""
    root = await slack.say(ana, slack.general, "root")
    await slack.say(ana, slack.general, "hidden", thread_ts=root)
    await slack.say(ana, slack.general, "shown", thread_ts=root, broadcast=True)

    history = await client.conversations_history(channel=slack.general)

    assert [(each["text"], each.get("subtype")) for each in history["messages"]] == [
        ("shown", "thread_broadcast"),
        ("root", None),
    ]


async def test_a_text_alone_does_not_replace_blocks(slack: LocalSlack, client: AsyncWebClient) -> None:
    """Blocks that an update does not name stay, as do metadata; an empty list removes them."""
    posted = await client.chat_postMessage(channel=slack.general, text="old", blocks=[SECTION], metadata=MARK)
    where: dict[str, Any] = {"channel": slack.general, "ts": str(posted["ts"])}

    kept = (await client.chat_update(**where, text="new"))["message"]
    removed = (await client.chat_update(**where, text="new", blocks=[]))["message"]

    assert (kept["text"], kept["blocks"][0]["text"]["text"], kept["metadata"]) == ("new", "from blocks", MARK)
    assert removed["blocks"][0]["type"] == "rich_text"
    assert removed["edited"]["user"] == slack.bot_user_id


async def test_a_long_text_is_cut_when_posted(slack: LocalSlack, client: AsyncWebClient) -> None:
    """chat.postMessage truncates at 40,000 characters where chat.update refuses at 4,000."""
    posted = await client.chat_postMessage(channel=slack.general, text="x" * 40_001)

    assert len(posted["message"]["text"]) == 40_000


async def test_a_deleted_root_leaves_a_tombstone(slack: LocalSlack, client: AsyncWebClient, ana: str) -> None:
    """A thread outlives its root; a message without answers is gone, and cannot be answered."""
    root, single = await slack.say(ana, slack.general, "root"), await slack.say(ana, slack.general, "single")
    await slack.say(ana, slack.general, "answer", thread_ts=root)
    await slack.delete(ana, slack.general, root)
    await slack.delete(ana, slack.general, single)

    assert [message.get("subtype") for message in slack.thread(slack.general, root)] == ["tombstone", None]
    with pytest.raises(SlackApiError, match="thread_not_found"):
        await client.chat_postMessage(channel=slack.general, text="late", thread_ts=single)


async def test_an_ephemeral_message_is_seen_by_one(slack: LocalSlack, client: AsyncWebClient, ana: str) -> None:
    """It is in nobody's history."""
    ts = await slack.say(ana, slack.general, "hello")
    await client.chat_postEphemeral(channel=slack.general, user=ana, text="psst", thread_ts=ts)

    assert [each["text"] for each in slack.ephemerals(slack.general, ana)] == ["psst"]
    assert len(slack.messages(slack.general, threads=True)) == 1


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ({"text": "hello <!channel>"}, "broadcast"),
        ({"text": "hello <@U000000009>"}, "user"),
        ({"text": "x", "blocks": [SECTION | {"text": {"type": "mrkdwn", "text": "<!subteam^S1|all>"}}]}, "group"),
        ({"text": "x", "blocks": [{"type": "markdown", "text": "**<!here>**"}]}, "broadcast"),
        ({"markdown_text": "<!everyone>"}, "broadcast"),
    ],
)
async def test_a_call_to_people_is_recorded(
    slack: LocalSlack, client: AsyncWebClient, content: dict[str, Any], kind: str
) -> None:
    """Whoever a message of the bot would notify stands in its record."""
    posted = await client.chat_postMessage(channel=slack.general, **content)

    (message,) = slack.messages(slack.general)
    assert [each["kind"] for each in message["notifications"]] == [kind]
    assert slack.notified(slack.general, str(posted["ts"])) == message["notifications"]


async def test_escaped_text_calls_nobody(slack: LocalSlack, client: AsyncWebClient) -> None:
    """`&lt;!channel&gt;` is text, in plain_text even unescaped."""
    header = {"type": "header", "text": {"type": "plain_text", "text": "<!channel>"}}
    await client.chat_postMessage(channel=slack.general, text="&lt;!channel&gt; a < b", blocks=[header])

    assert slack.notifications == []
    assert slack.messages(slack.general)[0]["text"] == "&lt;!channel&gt; a &lt; b"


async def test_a_reaction_comes_and_goes(slack: LocalSlack, client: AsyncWebClient, ana: str) -> None:
    """One of each kind and person."""
    ts = await slack.say(ana, slack.general, "hello")
    where: dict[str, Any] = {"channel": slack.general, "timestamp": ts, "name": "eyes"}

    await client.reactions_add(**where)
    with pytest.raises(SlackApiError, match="already_reacted"):
        await client.reactions_add(**where)
    shown = slack.messages(slack.general)[0]["reactions"][0]["count"]
    await client.reactions_remove(**where)

    assert (shown, slack.messages(slack.general)[0]["reactions"]) == (1, [])


async def test_a_link_button_gets_an_id(slack: LocalSlack, client: AsyncWebClient) -> None:
    """Slack names blocks and elements that the app did not name."""
    button = {"type": "button", "text": {"type": "plain_text", "text": "Open"}, "url": "https://example.org"}
    posted = await client.chat_postMessage(channel=slack.general, text="x", blocks=[SECTION | {"accessory": button}])

    (block,) = posted["message"]["blocks"]
    assert block["block_id"]
    assert block["accessory"]["action_id"]
