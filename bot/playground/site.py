"""The HTTP server: routes, and the guard before them."""

from typing import Any, Protocol

from aiohttp import web

from bot.playground import responses
from bot.playground.api import assistant, auth, chat, conversations, files, history, reactions, streams, users, views
from bot.playground.api.endpoint import Endpoint
from bot.playground.backend import Backend

FAMILIES = (assistant, auth, chat, conversations, files, history, reactions, streams, users, views)
LARGEST_BODY = 60_000_000


class Closing(Protocol):
    """What has to end before the server can."""

    async def close(self) -> None: ...


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
        self.closing: list[Closing] = []
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Raises `OSError` where the port is taken."""
        self._runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        await web.TCPSite(self._runner, self.host, self.port, backlog=1024).start()
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
        return await responses.answer(backend, request, self.endpoint.log)

    async def _upload(self, request: web.Request) -> web.Response:
        return await files.receive(self._owner(request.match_info["file"]), request)

    async def _download(self, request: web.Request) -> web.Response:
        return files.download(self._owner(request.match_info["file"].rpartition("-")[2]), request)

    def _owner(self, file_id: str) -> Backend:
        return next((each for each in self.backends if file_id in each.workspace.files), self.backends[0])

    @web.middleware
    async def _guard(self, request: web.Request, handler: Any) -> web.StreamResponse:
        """Only this machine's own names: a page elsewhere must not reach us through somebody's browser.

        A foreign `Host` is a name that was made to point here, a foreign `Origin` a page that posts or opens a socket;
        what a page elsewhere embeds tells itself by `Sec-Fetch-Site`. A link to the page may be followed from anywhere.
        """
        ours = {f"{name}:{self.port}" for name in ("127.0.0.1", "localhost", "[::1]")}
        origin = request.headers.get("Origin")
        embedded = request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin")
        followed = request.method == "GET" and request.headers.get("Sec-Fetch-Mode") == "navigate"
        if (
            request.host not in ours
            or (origin is not None and origin not in {f"http://{each}" for each in ours})
            or (embedded and not followed)
        ):
            return web.json_response({"ok": False, "error": "foreign_host"}, status=403)
        answer: web.StreamResponse = await handler(request)
        return answer
