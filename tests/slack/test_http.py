"""What anybody can send to the address where Slack's requests come in."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import suppress
from time import time

import aiohttp
import pytest
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.http import listening, routes

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
JSON = {"Content-Type": "application/json"}
STALE = {"X-Slack-Request-Timestamp": "1", "X-Slack-Signature": "v0=00"}


async def ready() -> dict[str, bool]:
    return {}


async def measured() -> bytes:
    return b""


@pytest.fixture
async def address() -> AsyncIterator[str]:
    app = AsyncApp(client=AsyncWebClient(token="xoxb-none"), signing_secret="secret", token="xoxb-none")
    async with listening(routes(app, ready, measured), "127.0.0.1", 0) as port:
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
        (b'{"a":' + b"1" * 900_000 + b"}", JSON, 400),
        (b"{}", JSON | {"X-Slack-Request-Timestamp": "abc"}, 401),
        (b"{}", JSON | {"X-Slack-Request-Timestamp": "1e400"}, 401),
        (b"{}", JSON | {"X-Slack-Request-Timestamp": "9" * 5000}, 401),
        (b"{}", JSON | {"X-Slack-Request-Timestamp": f"{time():.0f}", "X-Slack-Signature": "v0=é"}, 401),
    ],
    ids=["unsigned", "stale", "bytes", "charset", "rot13", "deep", "number", "word", "float", "far", "accent"],
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
