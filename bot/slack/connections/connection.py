"""One web socket of Socket Mode, from its hello to its end."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import structlog

GRACE = 30.0  # Slack closes a socket some ten seconds after it said so; we do when it forgets

log = structlog.get_logger("claims_bot.socket")

Handle = Callable[[dict[str, Any]], Awaitable[dict[str, Any] | None]]
"""From an envelope to its ack; None leaves it unacked, so that Slack comes again."""


class Connection:
    """`leaving` is set when it is time for a successor: Slack said so, or the socket has ended.

    Until it ends, what arrives is handled. `hello` is called when Slack has greeted; `elsewhere` sends an ack whose
    socket is gone.
    """

    def __init__(
        self,
        socket: aiohttp.ClientWebSocketResponse,
        handle: Handle,
        hello: Callable[[], None],
        elsewhere: Callable[[dict[str, Any]], Awaitable[None]],
    ) -> None:
        self.leaving = asyncio.Event()
        self._socket = socket
        self._handle = handle
        self._hello = hello
        self._elsewhere = elsewhere
        self._greeted = False
        self._deadline = asyncio.timeout(None)
        self._handling: set[asyncio.Task[None]] = set()

    @property
    def up(self) -> bool:
        return self._greeted and not self._socket.closed

    async def serve(self) -> None:
        """Until the socket ends: closed by either side, cut, or silent for too long."""
        try:
            async with self._deadline:
                async for frame in self._socket:
                    if frame.type is aiohttp.WSMsgType.TEXT:
                        self._take(frame.data)
        except TimeoutError:
            pass
        finally:
            log.info("slack_socket_ended", code=self._socket.close_code)
            self.leaving.set()
            await self._socket.close()

    async def finish(self, seconds: float) -> None:
        """Ack what was received, then close."""
        if self._handling:
            await asyncio.wait(self._handling, timeout=seconds)
        await self._socket.close()

    async def send(self, ack: dict[str, Any]) -> bool:
        """False when the socket is gone."""
        try:
            await self._socket.send_json(ack)
        except (ConnectionError, RuntimeError, aiohttp.ClientError):
            return False
        return True

    def _take(self, text: str) -> None:
        try:
            frame = json.loads(text)
        except ValueError:
            return
        match frame:
            case {"type": "hello"}:
                self._greeted = True
                self._hello()
            case {"type": "disconnect"}:
                log.info("slack_socket_leaves", reason=str(frame.get("reason"))[:40])
                self.leaving.set()
                self._deadline.reschedule(asyncio.get_running_loop().time() + GRACE)
            case {"envelope_id": str()}:
                task = asyncio.create_task(self._answer(frame))
                self._handling.add(task)
                task.add_done_callback(self._handling.discard)

    async def _answer(self, envelope: dict[str, Any]) -> None:
        try:
            ack = await self._handle(envelope)
        except Exception as error:  # whatever it is, Slack comes again
            log.warning("envelope_failed", error=type(error).__name__)
            return
        if ack is not None and not await self.send(ack):
            await self._elsewhere(ack)
