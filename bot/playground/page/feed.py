"""The WebSocket over which the page hears what changes."""

import asyncio
from contextlib import suppress
from typing import Any

from aiohttp import web

from bot.playground.page.model import ModelTraffic
from bot.playground.page.scene import Scene


class Feed:
    """Sends the whole scene, then each change, to every open page."""

    def __init__(self, scene: Scene, model: ModelTraffic) -> None:
        self.scene = scene
        self.model = model
        self._open: set[web.WebSocketResponse] = set()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse(heartbeat=30.0)
        await socket.prepare(request)
        self._open.add(socket)
        telling = asyncio.create_task(self._tell(socket))
        try:
            async for _ in socket:
                pass  # the page acts over HTTP; here it only listens
        finally:
            self._open.discard(socket)
            telling.cancel()
            await asyncio.gather(telling, return_exceptions=True)
        return socket

    async def _tell(self, socket: web.WebSocketResponse) -> None:
        frames: asyncio.Queue[Any] = asyncio.Queue()
        with self.scene.team.backend.changes.watching() as changes, suppress(ConnectionError, RuntimeError):
            await socket.send_json(self.scene.whole(self.model.entries))
            self.model.listeners.add(frames.put_nowait)
            try:
                async with asyncio.TaskGroup() as group:
                    group.create_task(self._changes(socket, changes))
                    group.create_task(self._model(socket, frames))
            finally:
                self.model.listeners.discard(frames.put_nowait)

    async def _changes(self, socket: web.WebSocketResponse, changes: asyncio.Queue[Any]) -> None:
        while True:
            for frame in self.scene.of(await changes.get()):
                await socket.send_json(frame)

    async def _model(self, socket: web.WebSocketResponse, entries: asyncio.Queue[Any]) -> None:
        while True:
            await socket.send_json(self.scene.model(await entries.get()))

    async def close(self) -> None:
        for socket in list(self._open):
            await socket.close()
