"""Socket Mode: envelopes over WebSocket connections that the app opens.

https://docs.slack.dev/apis/events-api/using-socket-mode
"""

import asyncio
import json
import secrets
import time
import uuid
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from aiohttp import WSMsgType, web

from bot.playground.delivery.parcel import Parcel, Receipt
from bot.playground.timing import Timing

MOST_CONNECTIONS = 10
HEARTBEAT = 30.0
"""Seconds between pings; a peer that does not answer within half of that is gone."""


@dataclass(eq=False, slots=True)
class Connection:
    """One WebSocket of the app; a `leaving` one was warned and gets nothing new while others are there."""

    socket: web.WebSocketResponse
    transport: asyncio.Transport | None
    leaving: bool = False


class SocketTransport:
    """Hands each envelope to one of the connections, in turn."""

    name = "socket"

    def __init__(self, app_id: str, timing: Timing) -> None:
        self.app_id = app_id
        self.timing = timing
        self.connections: list[Connection] = []
        self._tickets: set[str] = set()
        self._waiting: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self._arrived = asyncio.Event()
        self._turn = 0
        self._endings: set[asyncio.Task[None]] = set()

    def ticket(self) -> str:
        """Good for one connection."""
        ticket = secrets.token_hex(16)
        self._tickets.add(ticket)
        return ticket

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """The WebSocket endpoint."""
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            return web.json_response({"ok": False, "error": "invalid_ticket"}, status=401)
        self._tickets.discard(ticket)
        socket = web.WebSocketResponse(heartbeat=HEARTBEAT)
        await socket.prepare(request)
        if len(self.connections) >= MOST_CONNECTIONS:
            await self._say_goodbye(socket, "too_many_websockets")
            await socket.close()
            return socket
        await self._serve(Connection(socket, request.transport))
        return socket

    async def _serve(self, connection: Connection) -> None:
        await connection.socket.send_json(self._hello())
        self.connections.append(connection)
        self._arrived.set()
        try:
            async for frame in connection.socket:
                if frame.type is WSMsgType.TEXT:
                    self._take(frame.data)
        finally:
            self.connections.remove(connection)
            if not self.connections:
                self._arrived.clear()

    def _hello(self) -> dict[str, Any]:
        return {
            "type": "hello",
            "num_connections": len(self.connections) + 1,
            "debug_info": {"host": "applink-local", "build_number": 1, "approximate_connection_time": 18060},
            "connection_info": {"app_id": self.app_id},
        }

    def _take(self, text: str) -> None:
        try:
            ack = json.loads(text)
        except ValueError:
            return
        if not isinstance(ack, dict):
            return
        waiting = self._waiting.get(str(ack.get("envelope_id")))
        if waiting is not None and not waiting.done():
            waiting.set_result(ack)

    async def deliver(self, parcel: Parcel, *, seconds: float) -> Receipt:
        """Waits for a connection within the same time as for the ack."""
        started = time.perf_counter()
        envelope_id = str(uuid.uuid4())
        waiting: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._waiting[envelope_id] = waiting
        try:
            async with asyncio.timeout(seconds):
                await self._send(json.dumps(envelope(envelope_id, parcel)))
                ack = await waiting
        except TimeoutError:
            return Receipt(False, None, self.name, "timeout")
        finally:
            del self._waiting[envelope_id]
        return Receipt(True, time.perf_counter() - started, self.name, answer=ack.get("payload"))

    async def _send(self, text: str) -> None:
        while True:
            await self._arrived.wait()
            connection = self._next()
            with suppress(ConnectionError, RuntimeError):
                await connection.socket.send_str(text)
                return
            await asyncio.sleep(0.01)

    def _next(self) -> Connection:
        self._turn += 1
        staying = [each for each in self.connections if not each.leaving] or self.connections
        return staying[self._turn % len(staying)]

    async def disconnect(self, reason: str) -> None:
        """Tell every connection to go; those that stay are cut when the grace is over."""
        for connection in list(self.connections):
            connection.leaving = True
            await self._say_goodbye(connection.socket, reason)
            ending = asyncio.get_running_loop().create_task(self._end_later(connection))
            self._endings.add(ending)
            ending.add_done_callback(self._endings.discard)

    async def _say_goodbye(self, socket: web.WebSocketResponse, reason: str) -> None:
        with suppress(ConnectionError, RuntimeError):
            await socket.send_json({"type": "disconnect", "reason": reason, "debug_info": {"host": "applink-local"}})

    async def _end_later(self, connection: Connection) -> None:
        await asyncio.sleep(self.timing.disconnect)
        await connection.socket.close()

    def cut(self) -> int:
        """Drop every connection without a closing handshake; how many there were."""
        for connection in self.connections:
            if connection.transport is not None:
                connection.transport.abort()
        return len(self.connections)

    async def close(self) -> None:
        for ending in self._endings:
            ending.cancel()
        for connection in list(self.connections):
            await connection.socket.close()


def envelope(envelope_id: str, parcel: Parcel) -> dict[str, Any]:
    """The frame around a payload."""
    frame: dict[str, Any] = {
        "envelope_id": envelope_id,
        "type": parcel.kind,
        "payload": parcel.payload,
        "accepts_response_payload": parcel.kind != "events_api",
    }
    if parcel.kind == "events_api":
        frame |= {"retry_attempt": parcel.attempt, "retry_reason": parcel.reason or ""}
    return frame
