"""The HTTP server: routes, and the guard before them."""

from typing import Any

from aiohttp import web

from bot.playground import responses
from bot.playground.api import assistant, auth, chat, conversations, files, history, reactions, streams, users, views
from bot.playground.api.endpoint import Endpoint
from bot.playground.backend import Backend
from bot.playground.delivery.parcel import Transport

FAMILIES = (assistant, auth, chat, conversations, files, history, reactions, streams, users, views)
LARGEST_BODY = 60_000_000


class Site:
    """Listens on loopback; `extra` routes are served beside Slack's."""

    def __init__(self, backend: Backend, host: str, port: int) -> None:
        if host not in {"127.0.0.1", "localhost", "::1"}:
            raise ValueError("the local Slack listens on loopback only")
        self.backends = [backend]
        self.host = host
        self.port = port
        self.endpoint = Endpoint(
            self.backends, {name: method for each in FAMILIES for name, method in each.METHODS.items()}
        )
        self.extra: list[web.RouteDef] = []
        self.closing: list[Transport] = []
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Raises `OSError` where the port is taken."""
        self._runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        await web.TCPSite(self._runner, self.host, self.port).start()
        self.port = self._runner.addresses[0][1]
        shown = "[::1]" if self.host == "::1" else self.host
        for backend in self.backends:
            backend.url = f"http://{shown}:{self.port}"

    async def stop(self) -> None:
        for transport in self.closing:
            await transport.close()
        if self._runner is not None:
            await self._runner.cleanup()

    def _application(self) -> web.Application:
        application = web.Application(client_max_size=LARGEST_BODY, middlewares=[self._guard])
        application.add_routes(
            [
                web.route("*", "/api/{method}", self.endpoint.handle),
                web.get("/link/", self.backends[0].socket.handle),
                web.post("/response/{key:.+}", self._respond),
                web.post("/upload/v1/{file}", self._upload),
                web.get("/files-pri/{file}/{name:.+}", self._download),
                *self.extra,
            ]
        )
        return application

    async def _respond(self, request: web.Request) -> web.Response:
        key = request.match_info["key"]
        backend = next((each for each in self.backends if key in each.response_urls), self.backends[0])
        return await responses.answer(backend, request, self.endpoint.calls)

    async def _upload(self, request: web.Request) -> web.Response:
        return await files.receive(self._owner(request.match_info["file"]), request)

    async def _download(self, request: web.Request) -> web.Response:
        return files.download(self._owner(request.match_info["file"].rpartition("-")[2]), request)

    def _owner(self, file_id: str) -> Backend:
        return next((each for each in self.backends if file_id in each.workspace.files), self.backends[0])

    @web.middleware
    async def _guard(self, request: web.Request, handler: Any) -> web.StreamResponse:
        """Only this machine's own names: a page elsewhere must not reach us through somebody's browser."""
        ours = {f"{name}:{self.port}" for name in ("127.0.0.1", "localhost", "[::1]")}
        origin = request.headers.get("Origin")
        if request.host not in ours or (origin is not None and origin.removeprefix("http://") not in ours):
            return web.json_response({"ok": False, "error": "foreign_host"}, status=403)
        answer: web.StreamResponse = await handler(request)
        return answer
