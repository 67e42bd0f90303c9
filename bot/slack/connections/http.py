"""HTTP: Slack's requests, health and metrics on one small server."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler
from prometheus_client import CONTENT_TYPE_LATEST
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.slack.calls.identity import LONGEST
from bot.slack.connections.refusals import Refusals
from bot.slack.quiet import server_logger

log = structlog.get_logger("claims_bot.slack")

Ready = Callable[[], Awaitable[dict[str, bool]]]


def routes(
    app: AsyncApp | None,
    ready: Ready,
    measured: Callable[[], Awaitable[bytes]],
    install: AsyncOAuthFlow | None = None,
    refusals: Refusals | None = None,
) -> web.Application:
    """`/slack/events` where an app is given, `/slack/install` and `/slack/oauth_redirect` where a flow is; `/healthz`,
    `/readyz`, `/metrics` always. `refusals` hears of deliveries that are refused."""
    server = web.Application(client_max_size=1024 * 1024)
    if app is not None:
        server.router.add_post("/slack/events", _bolt(app.async_dispatch, refusals))
    if install is not None:
        server.router.add_get(install.install_path, _bolt(install.handle_installation))
        server.router.add_get(install.redirect_uri_path, _bolt(install.handle_callback))
    _add_health(server, ready, measured)
    return server


def not_yet(ready: Ready, measured: Callable[[], Awaitable[bytes]]) -> web.Application:
    """The routes of a start that waits: Slack is to come again with what it brings, which a proxy may not do after a 404."""
    server = routes(None, ready, measured)
    server.router.add_post("/slack/events", _come_again)
    return server


async def _come_again(_: web.Request) -> web.Response:
    return web.Response(status=503, headers={"Retry-After": f"{LONGEST:.0f}"})


BODY_SECONDS = 3.0
"""For a body to come in whole: Slack gives us as long to answer, and who sends by drops keeps a socket from others."""
IDLE_SECONDS = 75.0
"""For the whole head of a request, from the connection or the last answer on: proxies keep an idle connection for 60."""
_UNREADABLE = (ValueError, LookupError, RecursionError, AttributeError, TypeError)
"""What reading a body raises: not UTF-8, an unknown charset, JSON that is too deep, has numbers beyond counting or is no object
where Bolt takes one."""


def _bolt(answer: Callable[[AsyncBoltRequest], Awaitable[BoltResponse]], refusals: Refusals | None = None) -> Handler:
    """What Bolt answers, as aiohttp serves it."""

    async def handle(request: web.Request) -> web.StreamResponse:
        if not _may_be_signed(request.headers):
            return web.Response(status=401)
        try:
            async with asyncio.timeout(BODY_SECONDS):
                asked = await to_bolt_request(request)
        except TimeoutError:
            return web.Response(status=408, headers={"Connection": "close"})
        except _UNREADABLE:  # Bolt reads a body before it looks at the signature, so anybody may have sent it
            return web.Response(status=400)
        try:
            answered = await answer(asked)
        except _UNREADABLE as error:  # signed, and of a shape at which Bolt stumbles
            log.warning("unreadable_delivery", error=type(error).__name__)
            return web.Response(status=400)
        if answered.status == 401 and refusals is not None:
            refusals.tell(request.headers, asked.raw_body)
        told = await to_aiohttp_response(answered)
        for cookie in told.cookies.values():
            cookie["samesite"] = "Lax"  # sent when Slack leads back to us, and with no other site's request
        return told

    return handle


def _may_be_signed(headers: Mapping[str, str]) -> bool:
    """Whether these are headers that Bolt can compare: what is none of Slack's timestamps or signatures makes it raise."""
    signature, timestamp = headers.get("X-Slack-Signature", ""), headers.get("X-Slack-Request-Timestamp", "0")
    return signature.isascii() and timestamp.isascii() and timestamp.isdigit() and len(timestamp) < 20


def _add_health(server: web.Application, ready: Ready, measured: Callable[[], Awaitable[bytes]]) -> None:
    async def healthz(_: web.Request) -> web.Response:
        return web.json_response({"ok": True})

    async def readyz(_: web.Request) -> web.Response:
        checks = await ready()
        return web.json_response(checks, status=200 if all(checks.values()) else 503)

    async def metrics(_: web.Request) -> web.Response:
        return web.Response(body=await measured(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    server.router.add_get("/healthz", healthz)
    server.router.add_get("/readyz", readyz)
    server.router.add_get("/metrics", metrics)


async def try_port(host: str, port: int) -> None:
    """Raises OSError for a port that `listening` could not have."""
    server = await asyncio.get_running_loop().create_server(asyncio.Protocol, host, port, start_serving=False)
    server.close()


@asynccontextmanager
async def listening(server: web.Application, host: str, port: int, *, idle: float = IDLE_SECONDS) -> AsyncIterator[int]:
    """Serve while inside; gives the port, which matters where 0 was asked for. Raises OSError for a port in use.

    A connection that has not sent a whole head within `idle` seconds is cut.
    """
    runner = web.AppRunner(
        server,
        access_log=None,
        logger=server_logger(),
        shutdown_timeout=3.0,
        lingering_time=1.0,
        keepalive_timeout=idle,
    )
    await runner.setup()
    site = web.TCPSite(runner, host, port)
    try:
        await site.start()
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()
