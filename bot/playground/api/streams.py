"""chat.startStream, appendStream, stopStream: a message that grows while people watch.

A stream dies five minutes after it started, whether it was stopped or not.
"""

import time
from typing import Any

from bot.playground.api.access import own, root_of, writable
from bot.playground.api.chat import threaded
from bot.playground.api.message import LONGEST_MARKDOWN, by_bot, metadata_of, without_nothing
from bot.playground.api.method import Answer, Arguments, Json, Method, Text, Ts
from bot.playground.backend import Backend
from bot.playground.blocks.check import check_message
from bot.playground.element import numbered
from bot.playground.markdown import rich_text_of
from bot.playground.mrkdwn import escaped
from bot.playground.refusal import Refused
from bot.playground.workspace import Channel, Message


class Growing(Arguments):
    channel: Text
    markdown_text: Text | None = None
    chunks: Json = None


class StartStream(Growing):
    thread_ts: Ts
    recipient_team_id: str | None = None
    recipient_user_id: str | None = None
    task_display_mode: str | None = None
    icon_emoji: str | None = None
    icon_url: str | None = None
    username: str | None = None


class AppendStream(Growing):
    ts: Ts


class StopStream(Growing):
    ts: Ts
    blocks: Json = None
    metadata: Json = None
    session_status: str | None = None


def start_stream(backend: Backend, given: StartStream) -> Answer:
    """Open a growing message in a thread."""
    channel = writable(backend, given.channel)
    root = root_of(channel, given.thread_ts)
    if channel.kind != "im":
        _recipient(backend, given)
    text = added_text(given)
    message = by_bot(backend) | {"text": text, "blocks": rich_text_of(text) or None, "streaming_state": "in_progress"}
    if root is not None:
        message |= threaded(root)
    message = without_nothing(message)
    backend.streams[message["ts"]] = time.monotonic() + backend.timing.stream
    backend.post(channel, message)
    return {"ok": True, "channel": channel.id, "ts": message["ts"]}


def _recipient(backend: Backend, given: StartStream) -> None:
    if given.recipient_team_id is None:
        raise Refused("missing_recipient_team_id")
    if given.recipient_user_id is None:
        raise Refused("missing_recipient_user_id")
    if given.recipient_user_id not in backend.workspace.users:
        raise Refused("user_not_found")


def added_text(given: Growing) -> str:
    """What this call adds. Raises `Refused`: both ways at once, too long, a chunk of no known kind."""
    if given.markdown_text is not None and given.chunks:
        raise Refused("invalid_arguments", "[ERROR] markdown_text and chunks exclude each other")
    chunks = given.chunks or []
    if not isinstance(chunks, list):
        raise Refused("invalid_chunks")
    text = (given.markdown_text or "") + "".join(_chunk_text(chunk) for chunk in chunks)
    if len(text) > LONGEST_MARKDOWN:
        raise Refused("msg_too_long")
    return escaped(text)


CHUNKS = {
    "markdown_text": {"text"},
    "task_update": {"id", "title", "status"},
    "plan_update": {"title"},
    "blocks": {"blocks"},
}


def _chunk_text(chunk: Any) -> str:
    if not isinstance(chunk, dict) or not CHUNKS.get(chunk.get("type", ""), {"?"}) <= set(chunk):
        raise Refused("invalid_chunks")
    return str(chunk["text"]) if chunk["type"] == "markdown_text" else ""


def streaming(backend: Backend, given: AppendStream | StopStream) -> tuple[Channel, Message]:
    """The growing message. Raises `Refused` when it does not grow any more."""
    channel = writable(backend, given.channel)
    message = own(backend, channel, given.ts, "message_not_owned_by_app")
    if backend.streams.get(given.ts, 0.0) < time.monotonic():
        backend.streams.pop(given.ts, None)
        message.pop("streaming_state", None)
        raise Refused("message_not_in_streaming_state")
    return channel, message


def append_stream(backend: Backend, given: AppendStream) -> Answer:
    """Add to it; the app hears nothing of that."""
    channel, message = streaming(backend, given)
    if not given.markdown_text and not given.chunks:
        raise Refused("no_text")
    _grow(message, added_text(given))
    backend.note_mentions(channel, message)
    backend.changes.tell("changed", channel.id, given.ts)
    return {"ok": True, "channel": channel.id, "ts": given.ts}


def _grow(message: Message, text: str) -> None:
    message["text"] += text
    message["blocks"] = rich_text_of(message["text"])


def stop_stream(backend: Backend, given: StopStream) -> Answer:
    """Finish it, with blocks below where there are any."""
    channel, message = streaming(backend, given)
    blocks = given.blocks or []
    if not isinstance(blocks, list):
        raise Refused("invalid_blocks_format")
    if blocks:
        check_message(blocks)
    metadata = metadata_of(given.metadata)
    text = message["text"] + added_text(given)
    if not text and not blocks:
        raise Refused("no_text")
    del backend.streams[given.ts]
    shown = rich_text_of(text) + numbered(blocks, backend.workspace.new_id)
    changes = {"text": text, "blocks": shown, "streaming_state": None} | metadata
    changed = backend.change(channel, given.ts, changes)
    return {"ok": True, "channel": channel.id, "ts": given.ts, "message": dict(changed)}


METHODS = {
    "chat.startStream": Method(start_stream, StartStream, ("chat:write",)),
    "chat.appendStream": Method(append_stream, AppendStream, ("chat:write",)),
    "chat.stopStream": Method(stop_stream, StopStream, ("chat:write",)),
}
