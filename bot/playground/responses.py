"""`response_url`: answers to commands and interactions, five in half an hour.

https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
"""

import asyncio
import json
import time
from collections.abc import Callable
from typing import Any

from aiohttp import web

from bot.playground.api.access import root_of
from bot.playground.api.chat import threaded, whisper
from bot.playground.api.endpoint import Call
from bot.playground.api.message import Content, by_bot, content_of, without_nothing
from bot.playground.api.method import Text
from bot.playground.backend import Backend, ResponseUrl
from bot.playground.faults import Fault
from bot.playground.refusal import Refused
from bot.playground.workspace import Channel, Message

MOST_USES = 5
Payload = dict[str, Any]


class Response(Content):
    """What may be sent to a `response_url`, or as the payload of an ack."""

    response_type: str | None = None
    replace_original: bool | None = None
    delete_original: bool | None = None
    unfurl_links: bool | None = None
    unfurl_media: bool | None = None
    thread_ts: Text | None = None


async def answer(backend: Backend, request: web.Request, log: Callable[[Backend, Call], None]) -> web.Response:
    """The endpoint, with the failures that were ordered for `response_url`; logged like a call of that name."""
    started, at = time.perf_counter(), time.time()
    fault = backend.faults.take("response_url") or Fault("response_url")
    await asyncio.sleep(fault.delay)
    sent = await _payload(request)
    body, status = _failed(fault) or taken(backend, request.match_info["key"], sent)
    logged = 0 if fault.drop_after_accept else status
    took = time.perf_counter() - started
    log(backend, Call("response_url", sent or {}, body, logged, at, took, backend.workspace.team_id))
    if logged == 0 and request.transport is not None:
        request.transport.abort()
    headers = {"Retry-After": f"{fault.rate_limited:g}"} if fault.rate_limited is not None else {}
    return web.Response(text="ok") if status == 200 else web.json_response(body, status=status, headers=headers)


async def _payload(request: web.Request) -> Payload | None:
    try:
        payload = json.loads(await request.text())
    except ValueError:
        return None
    return payload if isinstance(payload, dict) else None


def _failed(fault: Fault) -> tuple[Payload, int] | None:
    if fault.rate_limited is not None:
        return {"ok": False, "error": "rate_limited"}, 429
    if fault.status is not None or fault.error is not None:
        return {"ok": False, "error": fault.error or "internal_error"}, fault.status or 400
    return None


def taken(backend: Backend, key: str, sent: Payload | None) -> tuple[Payload, int]:
    """What is answered: HTTP 404 for a dead address, 400 for bad content."""
    entry = backend.response_urls.get(key)
    status = 404
    try:
        entry = take_use(entry)
        status = 400
        if sent is None:
            raise Refused("invalid_payload")
        respond(backend, entry, sent)
    except Refused as refusal:
        return refusal.body(), status
    return {"ok": True}, 200


def take_use(entry: ResponseUrl | None) -> ResponseUrl:
    """Count one use of a living address. Raises `Refused` when there is none left."""
    if entry is None or entry.until < time.monotonic():
        raise Refused("expired_url")
    if entry.uses >= MOST_USES:
        raise Refused("used_url")
    entry.uses += 1
    return entry


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
        backend.changes.tell("whispered", channel.id, ephemeral["ts"])
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
        backend.changes.tell("unwhispered", channel.id, ephemeral["ts"])
    elif entry.message_ts in channel.messages:
        backend.remove(channel, entry.message_ts or "")


def _ephemeral(backend: Backend, entry: ResponseUrl) -> Message | None:
    stored = backend.workspace.ephemerals
    return next((each for each in stored if each["ts"] == entry.message_ts and each["reader"] == entry.user), None)
