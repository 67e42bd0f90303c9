"""What anybody can send to the address where Slack's requests come in."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from contextlib import suppress
from time import time
from typing import Any
from urllib.parse import urlencode, urlsplit

import aiohttp
import pytest
from slack_sdk.signature import SignatureVerifier
from slack_sdk.web.async_client import AsyncWebClient

from bot.intake.task import Task
from bot.slack.calls.identity import Identity
from bot.slack.connections.app import Reception, build_app, one_workspace
from bot.slack.connections.http import listening, routes
from bot.slack.connections.refusals import Refusals

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
JSON = {"Content-Type": "application/json"}
STALE = {"X-Slack-Request-Timestamp": "1", "X-Slack-Signature": "v0=00"}


async def ready() -> dict[str, bool]:
    return {}


async def measured() -> bytes:
    return b""


async def accepted(task: Task) -> bool:
    return True


async def seen(task: Task) -> str:
    return ""


@pytest.fixture
async def address() -> AsyncIterator[str]:
    authorize = one_workspace(Identity("T1", None, "U9", "B9", "https://n.slack.com/"), "xoxb-none")
    app = build_app(AsyncWebClient(), "secret", authorize, Reception(3, accepted, lambda look: None, seen))
    async with listening(routes(app, ready, measured, refusals=Refusals("secret")), "127.0.0.1", 0) as port:
        yield f"http://127.0.0.1:{port}/slack/events"


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"{}", JSON, 401),
        (b"{}", JSON | STALE, 401),
        (b"\xff\xfe", FORM, 400),
        (b"{}", {"Content-Type": "application/json; charset=bogus"}, 400),
        (b"{}", {"Content-Type": "application/json; charset=rot13"}, 400),
        (b"[" * 100_000, JSON, 400),
        (b'["x"]', JSON, 400),
        (b"null", JSON, 400),
        (b"payload=[]", FORM, 400),
        (b'{"authorizations": [7]}', JSON, 400),
        (b'payload={"type":"block_actions","user":5}', FORM, 400),
        (b'{"a":' + b"1" * 900_000 + b"}", JSON, 400),
        (b"{}", JSON | {"X-Slack-Request-Timestamp": "abc"}, 401),
        (b"{}", JSON | {"X-Slack-Request-Timestamp": "1e400"}, 401),
        (b"{}", JSON | {"X-Slack-Request-Timestamp": "9" * 5000}, 401),
        (b"{}", JSON | {"X-Slack-Request-Timestamp": f"{time():.0f}", "X-Slack-Signature": "v0=é"}, 401),
    ],
    ids=[
        "unsigned",
        "stale",
        "bytes",
        "charset",
        "rot13",
        "deep",
        "list",
        "null",
        "form",
        "nested",
        "user",
        "number",
        "word",
        "float",
        "far",
        "accent",
    ],
)
async def test_rubbish_is_refused_without_a_line_in_the_log(
    address: str, body: bytes, headers: dict[str, str], status: int, caplog: pytest.LogCaptureFixture
) -> None:
    """Nobody who has no secret of ours fills the log, or sets off an alert about our own errors."""
    async with (
        aiohttp.ClientSession() as anybody,
        anybody.post(address, data=body, headers=headers) as answer,
    ):
        assert answer.status == status

    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


@pytest.mark.parametrize(
    "sent",
    [
        b"POST /slack/events HTTP/1.1\r\nHost: x\r\nX-A: " + b"y" * 20_000 + b"\r\n\r\n",
        b"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n",
        b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\n\r\n",
        b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nsecret words\r\n\r\n",
    ],
    ids=["header", "length", "target", "second"],
)
async def test_what_is_no_http_is_refused_without_a_line_in_the_log(
    address: str, sent: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """A head that no server takes is the sender's fault: there is no traceback, and no alert, with a part of it."""
    url = urlsplit(address)
    reader, writer = await asyncio.open_connection(url.hostname, url.port)
    writer.write(sent)
    answered = await reader.read()
    writer.close()

    assert b" 400 " in answered
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


@pytest.mark.parametrize(
    "told",
    [
        {"type": "event_callback", "event": "x"},
        {"type": "event_callback", "event": {"type": "app_mention", "channel": "C1", "ts": "1.0", "blocks": 7}},
        {"type": "block_actions", "user": {"id": "U1"}, "actions": [{"action_id": "try_again"}]},
        {"type": "view_submission", "user": {"id": "U1"}, "view": {"callback_id": "rules", "private_metadata": "{"}},
        {"command": "/claims"},
    ],
    ids=["event", "message", "press", "view", "command"],
)
async def test_what_is_signed_and_misshapen_is_refused_with_one_warning(
    address: str, told: dict[str, Any], caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    """Slack is told that it was no request, and the operator which error it made; there is no traceback."""
    fields = told if "command" in told else {"payload": json.dumps(told)} if "user" in told else None
    body, kind = (urlencode(fields), FORM) if fields else (json.dumps(told), JSON)
    now = f"{time():.0f}"
    signature = SignatureVerifier("secret").generate_signature(timestamp=now, body=body)
    headers = {"X-Slack-Request-Timestamp": now, "X-Slack-Signature": str(signature)}
    async with aiohttp.ClientSession() as slack, slack.post(address, data=body, headers=kind | headers) as answer:
        assert answer.status == 400, await answer.text()

    assert [record for record in caplog.records if record.exc_info] == []
    assert capsys.readouterr().out.count("unreadable_delivery") == 1


@pytest.mark.parametrize(
    ("secret", "late", "why"),
    [
        ("secret", 1200, "this machine's clock is 20 minutes ahead"),
        ("secret", -1200, "this machine's clock is 20 minutes behind"),
        ("another", 0, "it is not signed with SLACK_SIGNING_SECRET"),
        ("another", 1200, "it is not signed with SLACK_SIGNING_SECRET"),
    ],
)
async def test_why_deliveries_are_refused_is_told_once(
    address: str, secret: str, late: float, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing comes any more, and health is well: the log has the reason, and a clock is blamed only by whoever has our secret."""
    for body in ("{}", '{"again": 1}'):
        at = f"{time() - late:.0f}"
        signature = SignatureVerifier(secret).generate_signature(timestamp=at, body=body)
        headers = JSON | {"X-Slack-Request-Timestamp": at, "X-Slack-Signature": str(signature)}
        async with aiohttp.ClientSession() as slack, slack.post(address, data=body, headers=headers) as answer:
            assert answer.status == 401

    said = capsys.readouterr().out
    assert said.count("delivery_refused") == 1
    assert why in said


async def test_a_body_that_comes_by_drops_is_not_waited_for(address: str) -> None:
    """Whoever holds back the rest of a request is let go with a word, and the socket is free again."""
    host, port = address.removeprefix("http://").removesuffix("/slack/events").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(b"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf")

    async with asyncio.timeout(10):
        answer = await reader.read()

    writer.close()
    assert answer.startswith(b"HTTP/1.1 408 ")


async def test_a_head_that_comes_by_drops_is_not_waited_for() -> None:
    """Nor one that never comes, the first or after an answer: each holds a socket that others want."""
    whole, slow = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n", b"GET /healthz HTTP/1.1\r\nX: " + b"y" * 500
    async with listening(routes(None, ready, measured), "127.0.0.1", 0, idle=1.0) as port, asyncio.timeout(10):
        answers = await asyncio.gather(
            *(heard(port, at_once, slowly) for at_once in (b"", whole) for slowly in (b"", slow))
        )

    assert [answer.count(b" 200 OK") for answer in answers] == [0, 0, 1, 1]


async def heard(port: int, at_once: bytes, slowly: bytes) -> bytes:
    """What is answered until the other side closes; of `slowly` twenty bytes go out in a second."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(at_once)
    answer = asyncio.create_task(all_of(reader))
    for n in range(len(slowly)):
        if answer.done():
            break
        writer.write(slowly[n : n + 1])
        await asyncio.sleep(0.05)
    came = await answer
    writer.close()
    return came


async def all_of(reader: asyncio.StreamReader) -> bytes:
    came = b""
    with suppress(ConnectionError):
        while some := await reader.read(1000):
            came += some
    return came
