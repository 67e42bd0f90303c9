"""Web sockets that are always being replaced, against a server that does what Slack does, and worse."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import WSMsgType, web

from bot.slack.connections.socket import Pauses, Sockets
from tests.waiting import until

QUICK = Pauses(0.01, 0.05)


class Slack:
    """Tickets good for one socket each, and the sockets that are open. `acks` are what came back, by socket."""

    def __init__(self) -> None:
        self.sockets: list[web.WebSocketResponse] = []
        self.acks: list[tuple[int, dict[str, Any]]] = []
        self.tickets: list[str] = []
        self.spent: set[str] = set()
        self.refuse = 0
        self.silent = False
        self.address = ""

    async def ticket(self) -> str:
        self.tickets.append(f"{self.address}?ticket={len(self.tickets)}")
        return self.tickets[-1]

    async def serve(self, request: web.Request) -> web.StreamResponse:
        ticket = request.query["ticket"]
        if ticket in self.spent or self.refuse:
            self.spent.add(ticket)
            self.refuse -= 1
            raise web.HTTPUnauthorized
        self.spent.add(ticket)
        socket = web.WebSocketResponse(autoping=False)
        await socket.prepare(request)
        self.sockets.append(socket)
        number = len(self.sockets) - 1
        await socket.send_json({"type": "hello"})
        async for frame in socket:
            if frame.type is WSMsgType.PING and not self.silent:
                await socket.pong(frame.data)
            elif frame.type is WSMsgType.TEXT:
                self.acks.append((number, json.loads(frame.data)))
        return socket

    async def send(self, number: int, name: str) -> None:
        await self.sockets[number].send_json({"envelope_id": name, "type": "events_api", "payload": {}})


@pytest.fixture
async def slack() -> AsyncIterator[Slack]:
    slack = Slack()
    app = web.Application()
    app.router.add_get("/link", slack.serve)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    slack.address = f"ws://127.0.0.1:{runner.addresses[0][1]}/link"
    yield slack
    await runner.cleanup()


async def acked(envelope: dict[str, Any]) -> dict[str, Any] | None:
    return {"envelope_id": envelope["envelope_id"]}


@asynccontextmanager
async def connected(slack: Slack, **options: Any) -> AsyncIterator[Sockets]:
    handle = options.pop("handle", acked)
    async with Sockets(slack.ticket, handle, **({"pauses": QUICK} | options)).open() as sockets:
        await until(lambda: sockets.connected == options.get("count", 2))
        yield sockets


async def test_as_many_sockets_as_asked_for_are_up(slack: Slack) -> None:
    """Each takes events, and an ack goes back over the socket its event came by."""
    async with connected(slack, count=3):
        for number in range(3):
            await slack.send(number, f"e{number}")
        await until(lambda: len(slack.acks) == 3)

    assert sorted(slack.acks) == [(n, {"envelope_id": f"e{n}"}) for n in range(3)]


async def test_a_socket_that_is_told_to_go_works_until_its_successor_is_up(slack: Slack) -> None:
    """After the warning a new one is opened while the old one still takes events; nothing falls between them."""
    async with connected(slack, count=1) as sockets:
        await slack.sockets[0].send_json({"type": "disconnect", "reason": "warning"})
        await until(lambda: len(slack.sockets) == 2 and sockets.connected == 2)
        await slack.send(0, "late")
        await slack.send(1, "new")
        await until(lambda: len(slack.acks) == 2)
        await slack.sockets[0].close()
        await until(lambda: sockets.connected == 1)

    assert sorted(slack.acks) == [(0, {"envelope_id": "late"}), (1, {"envelope_id": "new"})]


async def test_a_socket_that_falls_silent_is_replaced(slack: Slack) -> None:
    """No frame and no answer to a ping: after the time of silence there is another one."""
    async with connected(slack, count=1, silence=0.3) as sockets:
        await asyncio.sleep(0.6)
        assert len(slack.sockets) == 1

        slack.silent = True
        await until(lambda: len(slack.sockets) == 2)
        slack.silent = False
        await until(lambda: sockets.connected == 1)


async def test_each_attempt_has_a_ticket_of_its_own(slack: Slack) -> None:
    """A ticket that was refused is not tried again, however often that happens."""
    slack.refuse = 3

    async with connected(slack, count=1):
        pass

    assert len(slack.tickets) == len(set(slack.tickets)) == 4


async def test_an_ack_whose_socket_is_gone_goes_over_another(slack: Slack) -> None:
    """The event was accepted, so Slack is spared the trouble of coming again."""
    handling = asyncio.Event()

    async def slow(envelope: dict[str, Any]) -> dict[str, Any] | None:
        await handling.wait()
        return await acked(envelope)

    async with connected(slack, handle=slow) as sockets:
        await slack.send(0, "e")
        await asyncio.sleep(0.05)
        await slack.sockets[0].close()
        await until(lambda: sockets.connected == 2 and len(slack.sockets) == 3)
        handling.set()
        await until(lambda: bool(slack.acks))

    ((number, ack),) = slack.acks
    assert number != 0
    assert ack == {"envelope_id": "e"}


async def test_what_was_received_is_acked_before_the_end(slack: Slack) -> None:
    """Leaving waits for the acks under way."""

    async def slow(envelope: dict[str, Any]) -> dict[str, Any] | None:
        await asyncio.sleep(0.2)
        return await acked(envelope)

    async with connected(slack, count=1, handle=slow):
        await slack.send(0, "e")
        await asyncio.sleep(0.05)

    assert [ack for _, ack in slack.acks] == [{"envelope_id": "e"}]


async def test_what_is_not_accepted_is_not_acked(slack: Slack) -> None:
    """A handler that raises, or gives no ack, leaves the event to be delivered again; the socket stays."""

    async def failing(envelope: dict[str, Any]) -> dict[str, Any] | None:
        if envelope["envelope_id"] == "raises":
            raise ConnectionError
        return None if envelope["envelope_id"] == "none" else await acked(envelope)

    async with connected(slack, count=1, handle=failing):
        for name in ("raises", "none", "good"):
            await slack.send(0, name)
        await slack.sockets[0].send_str("no JSON at all")
        await until(lambda: bool(slack.acks))

    assert [ack["envelope_id"] for _, ack in slack.acks] == ["good"]
    assert len(slack.sockets) == 1
