"""`response_url`: answers to commands and interactions, five in half an hour.

https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
"""

import json
import time
from typing import Any

from aiohttp import web

from bot.playground.api.access import root_of
from bot.playground.api.chat import threaded, whisper
from bot.playground.api.message import Content, by_bot, content_of, without_nothing
from bot.playground.api.method import Text
from bot.playground.backend import Backend, ResponseUrl
from bot.playground.refusal import Refused
from bot.playground.workspace import Channel, Message

MOST_USES = 5


class Response(Content):
    """What may be sent to a `response_url`, or as the payload of an ack."""

    response_type: str | None = None
    replace_original: bool | None = None
    delete_original: bool | None = None
    unfurl_links: bool | None = None
    unfurl_media: bool | None = None
    thread_ts: Text | None = None


async def handle(backend: Backend, request: web.Request) -> web.Response:
    """The endpoint: "ok", or a refusal with HTTP 404 for a dead address and 400 for bad content."""
    entry = backend.response_urls.get(request.match_info["key"])
    fault = backend.faults.take("response_url")
    if fault is not None and fault.status is not None:
        return web.Response(status=fault.status, text="Internal Server Error")
    if fault is not None and fault.rate_limited is not None:
        return web.Response(status=429, headers={"Retry-After": f"{fault.rate_limited:g}"}, text="rate_limited")
    try:
        take_use(entry)
    except Refused as refusal:
        return web.json_response(refusal.body(), status=404)
    assert entry is not None
    return _answered(backend, entry, await request.text())


def _answered(backend: Backend, entry: ResponseUrl, text: str) -> web.Response:
    try:
        given = json.loads(text)
        if not isinstance(given, dict):
            raise Refused("invalid_payload")
        respond(backend, entry, given)
    except ValueError:
        return web.json_response(Refused("invalid_payload").body(), status=400)
    except Refused as refusal:
        return web.json_response(refusal.body(), status=400)
    return web.Response(text="ok")


def take_use(entry: ResponseUrl | None) -> None:
    """Count one use. Raises `Refused` when there is none left."""
    if entry is None or entry.until < time.monotonic():
        raise Refused("expired_url")
    if entry.uses >= MOST_USES:
        raise Refused("used_url")
    entry.uses += 1


def respond(backend: Backend, entry: ResponseUrl, payload: dict[str, Any]) -> None:
    """Show, replace or delete. Raises `Refused`."""
    try:
        given = Response.model_validate(payload)
    except ValueError as error:
        raise Refused("invalid_payload", str(error)) from None
    channel = backend.workspace.channel(entry.channel)
    if given.response_type not in (None, "ephemeral", "in_channel"):
        raise Refused("invalid_payload", "[ERROR] unsupported response_type")
    if given.delete_original:
        _delete(backend, channel, entry)
    elif given.replace_original or (given.replace_original is None and entry.message_ts and not given.response_type):
        _replace(backend, channel, entry, given)
    else:
        _show(backend, channel, entry, given)


def _show(backend: Backend, channel: Channel, entry: ResponseUrl, given: Response) -> None:
    message = without_nothing(by_bot(backend) | content_of(backend, given))
    thread_ts = given.thread_ts or None
    root = root_of(channel, thread_ts)
    if given.response_type != "in_channel":
        whisper(backend, channel, entry.user, message | ({"thread_ts": thread_ts} if thread_ts else {}))
        return
    if root is not None:
        message |= threaded(root)
    backend.post(channel, message)


def _replace(backend: Backend, channel: Channel, entry: ResponseUrl, given: Response) -> None:
    content = content_of(backend, given)
    ephemeral = _ephemeral(backend, entry)
    if ephemeral is not None:
        ephemeral |= without_nothing(content)
    elif entry.message_ts in channel.messages:
        backend.change(
            channel, entry.message_ts or "", content | {"edited": {"user": backend.workspace.bot.id, "ts": ""}}
        )
    else:
        _show(backend, channel, entry, given)


def _delete(backend: Backend, channel: Channel, entry: ResponseUrl) -> None:
    ephemeral = _ephemeral(backend, entry)
    if ephemeral is not None:
        backend.workspace.ephemerals.remove(ephemeral)
    elif entry.message_ts in channel.messages:
        backend.remove(channel, entry.message_ts or "")


def _ephemeral(backend: Backend, entry: ResponseUrl) -> Message | None:
    stored = backend.workspace.ephemerals
    return next((each for each in stored if each["ts"] == entry.message_ts and each["reader"] == entry.user), None)
