"""A Slack workspace on this machine: a real server that the real app talks to."""

from typing import Any, Self

from aiohttp import web

from bot.playground.api import auth, chat, conversations, files, users
from bot.playground.api.endpoint import Call, Endpoint
from bot.playground.backend import Backend, Secrets
from bot.playground.delivery.http import HttpTransport
from bot.playground.delivery.outbox import Outbox
from bot.playground.delivery.parcel import Delivery
from bot.playground.delivery.socket import SocketTransport
from bot.playground.faults import Fault, Faults
from bot.playground.pace import Pace
from bot.playground.people import People
from bot.playground.timing import Timing
from bot.playground.workspace import Channel, Message, User, Workspace

METHODS = {**auth.METHODS, **chat.METHODS, **conversations.METHODS, **files.METHODS, **users.METHODS}

SCOPES = {
    "app_mentions:read", "assistant:write", "channels:history", "channels:join", "channels:read", "chat:write", "commands",
    "files:read", "files:write", "groups:history", "groups:read", "im:history", "im:read", "im:write", "mpim:history",
    "mpim:read", "reactions:read", "reactions:write", "team:read", "users:read",
}  # fmt: skip


class LocalSlack:
    """One workspace with one installed app, on loopback.

    Use as an async context manager. Events go out over Socket Mode until `deliver_over_http` is called.
    """

    def __init__(
        self,
        host: str = "127.0.0.1",
        port: int = 0,
        *,
        timing: Timing | None = None,
        enterprise_id: str | None = None,
    ) -> None:
        if host not in {"127.0.0.1", "localhost", "::1"}:
            raise ValueError("the local Slack listens on loopback only")
        self.host = host
        self.port = port
        timing = timing or Timing()
        workspace = Workspace("T0LOCAL001", "Local newsroom", "local-newsroom", "A0CLAIMS01", enterprise_id)
        secrets = Secrets("xoxb-local-bot", "xapp-1-local-app", "local-signing-secret", "1.1", "local-client-secret")
        self.socket = SocketTransport(workspace.app_id, timing)
        self.backend = Backend(
            workspace, secrets, timing, Outbox(self.socket, timing), Pace(timing), Faults(), set(SCOPES),
            new_ticket=self.socket.ticket,
        )  # fmt: skip
        self.endpoint = Endpoint(self.backend, METHODS)
        self.people = People(self.backend)
        self.general = self.add_channel("general")
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        self._runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self.host, self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]
        shown = f"[{self.host}]" if ":" in self.host else self.host
        self.backend.url = f"http://{shown}:{self.port}"
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.backend.outbox.close()
        await self.socket.close()
        if self._runner is not None:
            await self._runner.cleanup()

    def _application(self) -> web.Application:
        application = web.Application(client_max_size=60_000_000, middlewares=[self._guard])
        application.router.add_route("*", "/api/{method}", self.endpoint.handle)
        application.router.add_get("/link/", self.socket.handle)
        return application

    @web.middleware
    async def _guard(self, request: web.Request, handler: Any) -> web.StreamResponse:
        """Only this machine's own names: a page elsewhere must not reach us through the browser."""
        ours = {f"{name}:{self.port}" for name in ("127.0.0.1", "localhost", "[::1]")}
        origin = request.headers.get("Origin")
        if request.host not in ours or (origin is not None and origin.removeprefix("http://") not in ours):
            return web.json_response({"ok": False, "error": "foreign_host"}, status=403)
        answer: web.StreamResponse = await handler(request)
        return answer

    @property
    def api_url(self) -> str:
        return f"{self.backend.url}/api/"

    @property
    def bot_token(self) -> str:
        return self.backend.secrets.bot_token

    @property
    def app_token(self) -> str:
        return self.backend.secrets.app_token

    @property
    def signing_secret(self) -> str:
        return self.backend.secrets.signing_secret

    @property
    def team_id(self) -> str:
        return self.backend.workspace.team_id

    @property
    def bot_user_id(self) -> str:
        return self.backend.workspace.bot.id

    def add_user(self, name: str) -> str:
        workspace = self.backend.workspace
        user = User(workspace.new_id("U"), name, workspace.team_id)
        workspace.users[user.id] = user
        return user.id

    def add_channel(self, name: str, members: list[str] | None = None, *, bot: bool = True) -> str:
        workspace = self.backend.workspace
        everyone = [*(members or []), *([workspace.bot.id] if bot else [])]
        channel = Channel(workspace.new_id("C"), name, "channel", dict.fromkeys(everyone))
        workspace.channels[channel.id] = channel
        return channel.id

    async def say(self, user: str, channel: str, text: str, thread_ts: str | None = None, **more: Any) -> str:
        return self.people.say(user, channel, text, thread_ts=thread_ts, **more)

    def deliver_over_http(self, request_url: str) -> None:
        self.backend.outbox.transport = HttpTransport(request_url, self.signing_secret)

    def messages(self, channel: str) -> list[Message]:
        found = self.backend.workspace.channel(channel)
        return [dict(message) for ts, message in found.messages.items() if ts not in found.hidden]

    def thread(self, channel: str, ts: str) -> list[Message]:
        found = self.backend.workspace.channel(channel)
        return [dict(found.messages[each]) for each in [ts, *found.replies.get(ts, [])]]

    async def settled(self, timeout: float = 10.0) -> None:
        await self.backend.outbox.settled(timeout)

    @property
    def calls(self) -> list[Call]:
        return list(self.endpoint.calls)

    @property
    def deliveries(self) -> list[Delivery]:
        return list(self.backend.outbox.log)

    def fail(self, method: str, **how: Any) -> None:
        self.backend.faults.add(Fault(method, **how))
