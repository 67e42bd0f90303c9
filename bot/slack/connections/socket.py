"""Socket Mode: the same Bolt app behind web sockets of Slack's, several of them, that are always being replaced.

Why not slack_sdk's own client: told to move on it closes the old socket before the new one is up, it comes back to a
ticket that is spent for ever after one failed attempt, and it knows one socket. Losing a socket loses no event: what
was not acked comes again, over any other one.

https://docs.slack.dev/apis/events-api/using-socket-mode
"""

import asyncio
import json
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from time import monotonic
from typing import Any

import aiohttp
import structlog
from slack_bolt.adapter.socket_mode.async_internals import run_async_bolt_app
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import SettingsError
from bot.slack.calls.apierror import code_of
from bot.slack.calls.rest import rest_asked
from bot.slack.connections.connection import Connection, Handle

log = structlog.get_logger("claims_bot.socket")

FIRST_HELLO = 10.0  # how long a start waits for the first socket
CONNECT = 15.0
SILENCE = 15.0
LAST_ACKS = 3.0
YOUNG = 10.0  # a socket that ends younger than this is replaced after a pause only

Ticket = Callable[[], Awaitable[str]]
"""Asks Slack for the address of one new socket."""


@dataclass(frozen=True, slots=True)
class Pauses:
    """Seconds between attempts to connect, which double from `first` to `longest`."""

    first: float = 0.5
    longest: float = 30.0

    def after(self, failures: int) -> float:
        full = min(self.longest, self.first * float(2 ** min(failures, 30)))
        return full * random.uniform(0.5, 1.0)  # noqa: S311  jitter is no secret


class Sockets:
    """So many web sockets, each replaced when Slack says that it will go, when it ends, and when it falls silent.

    `handle` gets an envelope and gives the ack, or None for none. `silence` is how long a socket may say nothing, pings
    answered included.
    """

    def __init__(
        self,
        ticket: Ticket,
        handle: Handle,
        *,
        count: int = 2,
        silence: float = SILENCE,
        pauses: Pauses | None = None,
        proxy: str | None = None,
    ) -> None:
        self._ticket = ticket
        self._handle = handle
        self._count = count
        self._silence = silence
        self._pauses = pauses or Pauses()
        self._proxy = proxy
        self._connections: set[Connection] = set()
        self._serving: set[asyncio.Task[None]] = set()
        self._up = asyncio.Event()

    @property
    def connected(self) -> int:
        """How many sockets are up."""
        return sum(connection.up for connection in self._connections)

    @asynccontextmanager
    async def open(self) -> AsyncIterator["Sockets"]:
        """Connected while inside, if Slack can be reached. On leaving, what was received is acked first."""
        async with aiohttp.ClientSession() as session:
            keepers = [asyncio.create_task(self._keep(session), name=f"socket {n}") for n in range(self._count)]
            try:
                with suppress(TimeoutError):
                    async with asyncio.timeout(FIRST_HELLO):
                        await self._up.wait()
                yield self
            finally:
                await _cancelled(keepers)
                await asyncio.gather(*(connection.finish(LAST_ACKS) for connection in list(self._connections)))
                await _cancelled(list(self._serving))

    async def _keep(self, session: aiohttp.ClientSession) -> None:
        """One place, filled for ever. A socket that was told to go is served on beside its successor."""
        failures = 0
        while True:
            began = monotonic()
            connection = await self._connection(session)
            if connection is not None:
                await connection.leaving.wait()
            failures = 0 if monotonic() - began > YOUNG else failures + 1
            if failures:
                await asyncio.sleep(self._pauses.after(failures - 1))

    async def _connection(self, session: aiohttp.ClientSession) -> Connection | None:
        """A new one, being served; None when Slack could not be reached."""
        try:
            async with asyncio.timeout(CONNECT):
                address = await self._ticket()
                # A ping goes out after two thirds of the silence; its answer has the last third.
                socket = await session.ws_connect(address, heartbeat=self._silence * 2 / 3, proxy=self._proxy)
        except SlackApiError as error:
            await self._refused(error)
            return None
        except (SlackClientError, aiohttp.ClientError, TimeoutError, OSError) as error:
            log.warning("slack_out_of_reach", error=type(error).__name__)
            return None
        connection = Connection(socket, self._handle, self._up.set, self._elsewhere)
        self._connections.add(connection)
        serving = asyncio.create_task(self._serve(connection))
        self._serving.add(serving)
        serving.add_done_callback(self._serving.discard)
        return connection

    async def _refused(self, error: SlackApiError) -> None:
        headers = getattr(error.response, "headers", None) or {}
        log.warning("slack_gives_no_socket", error=code_of(error))
        await asyncio.sleep(rest_asked(headers, 0.0))

    async def _serve(self, connection: Connection) -> None:
        try:
            await connection.serve()
        finally:
            self._connections.discard(connection)

    async def _elsewhere(self, ack: dict[str, Any]) -> None:
        """An ack whose socket is gone goes over another one; where there is none, Slack comes again."""
        for connection in self._connections:
            if connection.up and await connection.send(ack):
                return


async def _cancelled(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


@asynccontextmanager
async def socket_mode(
    app: AsyncApp, app_token: str, client: AsyncWebClient, tickets: list[str], *, count: int
) -> AsyncIterator[Sockets]:
    """The app behind `count` sockets; `tickets` are used first, and asked for when there are no more."""

    async def ticket() -> str:
        return tickets.pop() if tickets else str((await client.apps_connections_open(app_token=app_token))["url"])

    async def handle(envelope: dict[str, Any]) -> dict[str, Any] | None:
        request = SocketModeRequest.from_dict(envelope)
        if request is None:
            return None
        response = await run_async_bolt_app(app, request)
        if response.status != 200:
            return None
        ack: dict[str, Any] = {"envelope_id": request.envelope_id}
        if response.body:
            is_json = response.headers.get("content-type", [""])[0].startswith("application/json")
            ack["payload"] = json.loads(response.body) if is_json else {"text": response.body}
        return ack

    async with Sockets(ticket, handle, count=count, proxy=client.proxy).open() as sockets:
        yield sockets


async def first_tickets(client: AsyncWebClient, app_token: str) -> list[str]:
    """One, for `socket_mode`; none where Slack cannot be reached just now: the sockets go on trying.

    Raises `SettingsError` for a token that Slack refuses.
    """
    try:
        return [str((await client.apps_connections_open(app_token=app_token))["url"])]
    except SlackApiError as error:
        code = code_of(error)
        if code in ("invalid_auth", "not_authed", "not_allowed_token_type", "token_revoked"):
            raise SettingsError(
                f"SLACK_APP_TOKEN: Slack does not accept it ({code}); "
                "make one under Basic Information, App-Level Tokens, with the scope connections:write."
            ) from None
    except (SlackClientError, aiohttp.ClientError, TimeoutError, OSError):
        pass
    return []
