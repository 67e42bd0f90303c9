"""assistant.threads.setStatus: what the bot is doing, shown beside a thread."""

import time
from typing import Any

from bot.playground.api.access import root_of, writable
from bot.playground.api.method import Answer, Arguments, Json, Method, Text, Ts
from bot.playground.backend import Backend
from bot.playground.refusal import Refused
from bot.playground.workspace import Status

MOST_LOADING_MESSAGES = 10


class SetStatus(Arguments):
    channel_id: Text
    thread_ts: Ts
    status: Text
    loading_messages: Json = None
    icon_emoji: str | None = None
    icon_url: str | None = None
    username: str | None = None


def set_status(backend: Backend, given: SetStatus) -> Answer:
    """Show a text until the bot answers, two minutes pass, or it is set to nothing."""
    channel = writable(backend, given.channel_id)
    root_of(channel, given.thread_ts)
    _check_loading(given.loading_messages)
    key = (channel.id, given.thread_ts)
    backend.clear_status(key)
    now = time.time()
    status = Status(channel.id, given.thread_ts, given.status, now, now + backend.timing.status)
    backend.workspace.statuses.append(status)
    if given.status:
        backend.workspace.showing[key] = status
        backend.changes.tell("status", *key)
    return {"ok": True}


def _check_loading(messages: Any) -> None:
    if messages is None:
        return
    if not isinstance(messages, list) or len(messages) > MOST_LOADING_MESSAGES:
        raise Refused(
            "invalid_arguments", f"[ERROR] no more than {MOST_LOADING_MESSAGES} items allowed: loading_messages"
        )


METHODS = {"assistant.threads.setStatus": Method(set_status, SetStatus, ("chat:write", "assistant:write"))}
