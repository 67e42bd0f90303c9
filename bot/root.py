"""The composition root: the one place that knows everything. Commands, `demo` and tests call the same functions."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial

import aiohttp
import structlog
from pydantic import SecretStr
from slack_bolt.async_app import AsyncApp
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.jobs.attempt import Policy
from bot.adapters.processes.bench import Bench
from bot.adapters.processes.nursery import Nursery
from bot.adapters.processes.pool import Pool
from bot.adapters.store import Store, check_startable, open_store
from bot.beside import running
from bot.courtesy import CourteousPress, CourteousReader, CourteousWeb
from bot.desks import open_desk
from bot.flow import Desk
from bot.health import Health
from bot.intake.allowance import Allowance
from bot.intake.look import Look
from bot.listening import naming_the_port
from bot.measured import MeasuredWeb, measured_accept
from bot.metrics import Metrics
from bot.moments.giving_up import set_aside
from bot.moments.job import run_job
from bot.moments.look import AtOnce, show
from bot.moments.newsroom import Newsroom
from bot.moments.notice import noticing, receipt
from bot.moments.rooms import OneRoom, Rooms
from bot.ports import Web
from bot.readers.tap import Tap
from bot.reply.catalogue import words
from bot.settings import Settings
from bot.slack.calls.announced import in_time
from bot.slack.calls.chat import SlackChat, web_client
from bot.slack.calls.directory import SlackDirectory
from bot.slack.calls.files import SlackFiles
from bot.slack.calls.identity import Identity, identify_at_start
from bot.slack.calls.installations import Installations
from bot.slack.calls.limited import counting_limits
from bot.slack.calls.pace import Pace
from bot.slack.calls.sharedfiles import SharedFiles
from bot.slack.calls.windows import SlackWindows
from bot.slack.calls.workspaces import ManyRooms
from bot.slack.connections.app import Reception, build_app, many_workspaces, one_workspace
from bot.slack.connections.http import listening, not_yet, routes, try_port
from bot.slack.connections.install import install_flow, renewing
from bot.slack.connections.refusals import Refusals
from bot.slack.connections.socket import Sockets, first_tickets, socket_mode
from bot.traces import tracing
from bot.transport import slack_transport
from bot.turnstile import Turnstile
from bot.upkeep import look_now_and_then, purge_now_and_then

log = structlog.get_logger("claims_bot.serve")


@dataclass(frozen=True, slots=True)
class Bot:
    """A bot that is ready to serve: one workspace, which `me` tells, or with `install` any number.

    `tickets` are addresses for the first connections in Socket Mode.
    """

    app: AsyncApp
    client: AsyncWebClient
    me: Identity | None
    install: AsyncOAuthFlow | None
    desk: Desk
    metrics: Metrics
    rooms: Rooms
    store: Store
    settings: Settings
    tickets: list[str]


@asynccontextmanager
async def open_bot(
    settings: Settings, tap: Tap | None = None, nursery: Nursery | None = None, *, sockets: bool = False
) -> AsyncIterator[Bot]:
    """Everything that `serve` needs, connected; with `sockets`, also a ticket for the first one.

    Raises `SettingsError`, `LibraryError`. What Slack refuses is found out before anything is written.
    """
    async with AsyncExitStack() as stack:
        metrics = Metrics(await stack.enter_async_context(tracing(settings.otel_endpoint)))
        watched = [counting_limits(metrics), in_time()]
        session = await stack.enter_async_context(aiohttp.ClientSession(trace_configs=watched))
        client = web_client(_secret(settings.slack_bot_token) or None, settings.slack_api_url, session)
        me = None if settings.installs else await _identified(settings, client, metrics)
        tickets = await first_tickets(client, _secret(settings.slack_app_token)) if sockets else []
        pool = await stack.enter_async_context(Pool(nursery))
        store = await stack.enter_async_context(_kept(settings, pool))
        desk = await stack.enter_async_context(open_desk(settings, metrics, tap, pool, store.starts))
        furnish = partial(_furnished, settings, store, desk, metrics, Turnstile())
        anonymous = web_client(None, settings.slack_api_url, session)
        if me is not None:
            rooms: Rooms = OneRoom(furnish(client, me))
            authorize, install = one_workspace(me, _secret(settings.slack_bot_token)), None
        else:
            installations, install = await _installing(settings, store, anonymous)
            rooms = ManyRooms(installations, lambda token: web_client(token, settings.slack_api_url, session), furnish)
            authorize = many_workspaces(installations)
        app = build_app(
            anonymous, _secret(settings.slack_signing_secret), authorize, _reception(rooms, store, metrics, settings)
        )
        yield Bot(app, client, me, install, desk, metrics, rooms, store, settings, tickets)


async def _identified(settings: Settings, client: AsyncWebClient, metrics: Metrics) -> Identity:
    """Who we are. While Slack does not tell, it is seen from outside that this process waits for it.

    Raises `SettingsError`.
    """

    async def ready() -> dict[str, bool]:
        return {"slack": False}

    async def page() -> bytes:
        return metrics.page()

    with naming_the_port(settings):
        waiting = listening(not_yet(ready, page), settings.host, settings.port)
        return await identify_at_start(client, waiting)


def _furnished(
    settings: Settings,
    store: Store,
    desk: Desk,
    metrics: Metrics,
    turnstile: Turnstile,
    client: AsyncWebClient,
    me: Identity,
) -> Newsroom:
    """A workspace's newsroom, with a chat and a pace of its own."""
    pace = Pace(store.pacing, me.team)
    web = SharedFiles(desk.web, client, pace, seconds=settings.fetch_seconds, max_bytes=settings.fetch_bytes)
    return Newsroom(
        desk=_courteous(desk, MeasuredWeb(web, metrics)),
        library=store.library,
        chat=SlackChat(client, me=me.user, team=me.team, url=me.url, pace=pace),
        words=words(settings.language or None),
        meters=store.meters,
        keeping=store.keeping,
        windows=SlackWindows(client, pace),
        files=SlackFiles(client, pace),
        memory=store.memory,
        ballots=store.ballots,
        directory=SlackDirectory(client, team=me.team, pace=pace),
        rulebook=store.rulebook,
        defaults=settings.rules,
        allowance=Allowance(settings.user_links_per_hour, settings.workspace_tokens_per_day),
        metrics=metrics,
        turnstile=turnstile,
    )


def _courteous(desk: Desk, web: Web) -> Desk:
    """A workspace waits its turn for the web, for the makers of articles and for the reader."""
    return replace(desk, web=CourteousWeb(web), press=CourteousPress(desk.press), reader=CourteousReader(desk.reader))


async def _installing(settings: Settings, store: Store, client: AsyncWebClient) -> tuple[Installations, AsyncOAuthFlow]:
    """Where installations are kept, sealed with the newest key, and the flow that makes them."""
    vault = store.vault(settings.secret_keys)
    await vault.seal_anew()
    app = str(settings.slack_client_id), _secret(settings.slack_client_secret)
    installations = Installations(vault, renewing(client, *app))
    return installations, install_flow(client, settings.slack_api_url, *app, installations, vault)


@asynccontextmanager
async def _kept(settings: Settings, pool: Pool) -> AsyncIterator[Store]:
    """The store, where a job that its process died of becomes a task that tells of it."""
    policy = Policy(grace=settings.drain_seconds)
    async with open_store(settings.database_url, policy=policy, set_aside=set_aside, bench=Bench(pool)) as store:
        yield store


def _reception(rooms: Rooms, store: Store, metrics: Metrics, settings: Settings) -> Reception:
    async def show_there(look: Look) -> None:
        await show(await rooms.of(look.team), look)

    accept = noticing(measured_accept(store.jobs.accept, metrics), rooms)
    return Reception(
        settings.links_per_message, accept, AtOnce(show_there), partial(receipt, store.rulebook, settings.rules)
    )


def _secret(value: SecretStr | None) -> str:
    return value.get_secret_value() if value else ""


@asynccontextmanager
async def serving(
    settings: Settings, *, accepting: bool = True, tap: Tap | None = None, nursery: Nursery | None = None
) -> AsyncIterator[tuple[Bot, int]]:
    """The bot at work, with the port that HTTP listens on: accepting, and working on what was accepted.

    Without `accepting` it only works on what others accepted. Raises `SettingsError`, `LibraryError`.
    """
    chosen = slack_transport(settings)
    transport = chosen if accepting else "none"
    # Before the port, which who has the file likely has too, and before Slack, which may be waited for.
    await asyncio.to_thread(check_startable, settings.database_url)
    with naming_the_port(settings):
        await try_port(settings.host, settings.port)
    async with open_bot(settings, tap, nursery, sockets=transport == "socket") as bot, AsyncExitStack() as stack:
        health = Health(bot.store, bot.metrics)
        connected = _socket_mode(bot) if transport == "socket" else None
        port = await stack.enter_async_context(_listening(bot, health, slack=transport == "http"))
        work = bot.store.jobs.work(partial(run_job, bot.rooms), concurrency=settings.concurrency)
        await stack.enter_async_context(running(work, "workers"))
        await stack.enter_async_context(running(purge_now_and_then(bot.store.keeping, settings.keep_days), "upkeep"))
        await stack.enter_async_context(running(look_now_and_then(health), "health"))
        if connected is not None:
            sockets = await stack.enter_async_context(connected)
            health.connected = lambda: sockets.connected
        team = bot.me.team if bot.me else "several"
        log.info("serving", transport=transport, team=team, port=port, reader=bot.desk.reader.info.name)
        yield bot, port


def _socket_mode(bot: Bot) -> AbstractAsyncContextManager[Sockets]:
    token = _secret(bot.settings.slack_app_token)
    return socket_mode(bot.app, token, bot.client, bot.tickets, count=bot.settings.sockets)


@asynccontextmanager
async def _listening(bot: Bot, health: Health, *, slack: bool) -> AsyncIterator[int]:
    """Raises `SettingsError` for a port that cannot be had."""
    secret = _secret(bot.settings.slack_signing_secret)
    refusals = Refusals(secret) if secret else None  # in Socket Mode nothing is signed
    server = routes(bot.app if slack else None, health.ready, health.page, bot.install, refusals)
    async with AsyncExitStack() as stack:
        with naming_the_port(bot.settings):
            port = await stack.enter_async_context(listening(server, bot.settings.host, bot.settings.port))
        yield port
