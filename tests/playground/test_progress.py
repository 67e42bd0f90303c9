"""Streams and statuses: what people see while the bot works."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.server import LocalSlack

SECTION: dict[str, Any] = {"type": "section", "text": {"type": "mrkdwn", "text": "from blocks"}}
MARK = {"event_type": "claims_reply", "event_payload": {"id": "42"}}


async def test_a_stream_grows_and_ends(slack: LocalSlack, client: AsyncWebClient, ana: str) -> None:
    """The SDK's own helper streams into a thread; the end may carry blocks and metadata."""
    root = await slack.say(ana, slack.general, "root")
    stream = await client.chat_stream(
        channel=slack.general, thread_ts=root, recipient_team_id=slack.team_id, recipient_user_id=ana, buffer_size=1
    )

    await stream.append(markdown_text="**one** ")
    await stream.append(markdown_text="two")
    growing = slack.thread(slack.general, root)[1]
    await stream.stop(blocks=[SECTION], metadata=MARK)

    done = slack.thread(slack.general, root)[1]
    assert (growing["text"], growing["streaming_state"]) == ("**one** two", "in_progress")
    assert (done["text"], done["metadata"], "streaming_state" in done) == ("**one** two", MARK, False)
    assert [block["type"] for block in done["blocks"]] == ["rich_text", "section"]


async def test_a_stream_dies_of_age(slack: LocalSlack, client: AsyncWebClient, ana: str) -> None:
    """After its time nothing can be added or ended, but the message can be updated."""
    slack.backend.timing = replace(slack.backend.timing, stream=-1.0)
    dm = slack.direct(ana)
    root = await slack.say(ana, dm, "root")
    ts = str((await client.chat_startStream(channel=dm, thread_ts=root, markdown_text="one"))["ts"])

    for call in (client.chat_appendStream, client.chat_stopStream):
        with pytest.raises(SlackApiError, match="message_not_in_streaming_state"):
            await call(channel=dm, ts=ts, markdown_text="two")
    await client.chat_update(channel=dm, ts=ts, text="one two")

    assert slack.thread(dm, root)[1]["text"] == "one two"


async def test_a_status_shows_until_the_answer(slack: LocalSlack, client: AsyncWebClient, ana: str) -> None:
    """It ends with the bot's answer, with an empty text, or after two minutes."""
    root = await slack.say(ana, slack.general, "root")
    where: dict[str, Any] = {"channel_id": slack.general, "thread_ts": root}

    await client.assistant_threads_setStatus(**where, status="is reading")
    await slack.say(ana, slack.general, "hurry", thread_ts=root)
    shown = slack.status_of(slack.general, root)
    await client.chat_postMessage(channel=slack.general, thread_ts=root, text="done")
    after_answer = slack.status_of(slack.general, root)
    await client.assistant_threads_setStatus(**where, status="is reading on")
    await client.assistant_threads_setStatus(**where, status="")
    after_clearing = slack.status_of(slack.general, root)
    slack.backend.timing = replace(slack.backend.timing, status=0.0)
    await client.assistant_threads_setStatus(**where, status="forgotten")

    assert (shown, after_answer, after_clearing, slack.status_of(slack.general, root)) == ("is reading", "", "", "")
    assert [each.status for each in slack.statuses] == ["is reading", "is reading on", "", "forgotten"]


async def test_changes_can_be_watched(slack: LocalSlack, client: AsyncWebClient, ana: str) -> None:
    """Whoever watches is told of each post, change, status and deletion, in order; a root changes with its answers."""
    seen: list[str] = []

    async def watch() -> None:
        async for change in slack.watch():
            seen.extend([change.kind] if change.kind not in ("call", "delivery") else [])

    watching = asyncio.create_task(watch())
    await asyncio.sleep(0)
    root = await slack.say(ana, slack.general, "root")
    await client.assistant_threads_setStatus(channel_id=slack.general, thread_ts=root, status="is reading")
    ts = str((await client.chat_postMessage(channel=slack.general, thread_ts=root, text="one"))["ts"])
    await client.chat_update(channel=slack.general, ts=ts, text="two")
    await client.chat_postEphemeral(channel=slack.general, user=ana, text="psst")
    await client.chat_delete(channel=slack.general, ts=ts)
    await slack.until(lambda: len(seen) == 9)
    watching.cancel()

    first = ["posted", "status", "status", "posted", "changed", "changed"]
    assert seen == [*first, "whispered", "deleted", "changed"]


async def test_waiting_in_vain_ends(slack: LocalSlack) -> None:
    """`until` gives up."""
    with pytest.raises(TimeoutError):
        await slack.until(lambda: False, timeout=0.02)
