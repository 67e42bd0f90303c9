"""The composition root: the one place that knows everything. Commands, `demo` and tests call the same functions."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial

import aiohttp
import structlog
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.aiohttp_web import OpenWeb
from bot.adapters.attempt import Policy
from bot.adapters.press import WorkerPress
from bot.adapters.store import Store, open_store
from bot.errors import LibraryError, SettingsError
from bot.flow import Desk
from bot.intake.allowance import Allowance
from bot.intake.task import RunCommand, Task
from bot.measured import measured_accept, measured_desk
from bot.metrics import Metrics
from bot.moments.giving_up import set_aside
from bot.moments.job import run_job
from bot.moments.newsroom import Newsroom, host_of
from bot.moments.notice import noticing
from bot.ports import Job
from bot.readers.offline import OfflineReader
from bot.reply.catalogue import Words, words
from bot.reply.compose import progress_line
from bot.settings import Settings
from bot.slack.app import ACCEPT_SECONDS, Identity, Reception, build_app, identify
from bot.slack.chat import SlackChat, web_client
from bot.slack.doors import House
from bot.slack.http import listening, routes
from bot.slack.limited import counting_limits
from bot.slack.socket import socket_mode
from bot.upkeep import purge_now_and_then

log = structlog.get_logger("claims_bot.serve")


@asynccontextmanager
async def open_desk(settings: Settings, metrics: Metrics | None = None) -> AsyncIterator[Desk]:
    """The web, the press and the readers that the settings ask for, measured where `metrics` are given."""
    async with AsyncExitStack() as stack:
        web = await stack.enter_async_context(
            OpenWeb(
                allow=settings.fetch_allow,
                seconds=settings.fetch_seconds,
                max_bytes=settings.fetch_bytes,
                robots=settings.robots,
            )
        )
        press = await stack.enter_async_context(WorkerPress())
        rules = OfflineReader()
        if not settings.reads_with_model:
            plain = Desk(web, press, rules)
            yield measured_desk(plain, metrics) if metrics else plain
            return
        from bot.readers.circuit import Circuit
        from bot.readers.openai import OpenAIReader

        model = await stack.enter_async_context(OpenAIReader(settings, spent=metrics.spent if metrics else None))
        desk = Desk(web, press, Circuit(model), rules if settings.reader == "auto" else None)
        yield measured_desk(desk, metrics) if metrics else desk


@dataclass(frozen=True, slots=True)
class Bot:
    """A bot that is ready to serve."""

    app: AsyncApp
    client: AsyncWebClient
    me: Identity
    room: Newsroom
    store: Store
    settings: Settings


@asynccontextmanager
async def open_bot(settings: Settings) -> AsyncIterator[Bot]:
    """Everything that `serve` needs, connected. Raises `SettingsError`, `LibraryError`."""
    settings.slack_transport()
    metrics = Metrics()
    async with AsyncExitStack() as stack:
        session = await stack.enter_async_context(aiohttp.ClientSession(trace_configs=[counting_limits(metrics)]))
        assert settings.slack_bot_token is not None
        token = settings.slack_bot_token.get_secret_value()
        client = web_client(token, settings.slack_api_url, session)
        me = await _who_we_are(client)

        async def on_set_aside(job: Job) -> None:
            await store.jobs.accept(set_aside(job))

        policy = Policy(grace=settings.drain_seconds)
        store = await stack.enter_async_context(
            open_store(settings.database_url, policy=policy, set_aside=on_set_aside)
        )
        desk = await stack.enter_async_context(open_desk(settings, metrics))
        spoken = words(None)
        chat = SlackChat(client, me=me.user, team=me.team, url=me.url)
        allowance = Allowance(settings.user_links_per_hour, settings.workspace_tokens_per_day)
        room = Newsroom(desk, store.library, chat, spoken, store.meters, store.keeping, allowance, metrics=metrics)
        secret = settings.slack_signing_secret
        accept = noticing(measured_accept(store.jobs.accept, metrics), chat, spoken)
        house = House(me.team, me.user, settings.links_per_message)
        app = build_app(
            web_client(None, settings.slack_api_url, session),
            token,
            secret.get_secret_value() if secret else None,
            me,
            Reception(house, accept, partial(_seen_at_once, spoken)),
        )
        yield Bot(app, client, me, room, store, settings)


async def _who_we_are(client: AsyncWebClient) -> Identity:
    try:
        return await identify(client)
    except SlackApiError as error:
        code = error.response.get("error") if hasattr(error.response, "get") else None
        raise SettingsError(
            f"SLACK_BOT_TOKEN: Slack does not accept it ({code}); copy the token that begins with xoxb- "
            "from OAuth & Permissions."
        ) from None
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise SettingsError(f"SLACK_API_URL: Slack does not answer there ({type(error).__name__}).") from None


def _seen_at_once(spoken: Words, task: Task) -> str:
    """What the asker of a command sees at once; nothing where the answer itself comes at once."""
    if isinstance(task, RunCommand) and task.verb == "read":
        return progress_line(host_of(task.links[0]), spoken)
    return ""


@asynccontextmanager
async def serving(settings: Settings, *, accepting: bool = True) -> AsyncIterator[tuple[Bot, int]]:
    """The bot at work, with the port that HTTP listens on: accepting, and working on what was accepted.

    Without `accepting` it only works on what others accepted.
    """
    async with AsyncExitStack() as stack:
        bot = await stack.enter_async_context(open_bot(settings))
        transport = settings.slack_transport() if accepting else "none"
        connected = None
        if transport == "socket":
            assert settings.slack_app_token is not None
            token = settings.slack_app_token.get_secret_value()
            connected = socket_mode(bot.app, token, bot.client, count=settings.sockets)

        async def ready() -> dict[str, bool]:
            up = {"database": await is_up(bot.store)}
            return up | ({"slack": sockets.connected > 0} if sockets else {})

        sockets = None
        http = routes(bot.app if transport == "http" else None, ready, partial(_measured, bot))
        try:
            port = await stack.enter_async_context(listening(http, settings.host, settings.port))
        except OSError as error:
            raise SettingsError(f"CLAIMS_PORT: {settings.port} cannot be listened on ({error.strerror}).") from None
        workers = asyncio.create_task(
            bot.store.jobs.work(partial(run_job, bot.room), concurrency=settings.concurrency), name="workers"
        )
        stack.push_async_callback(_stop, workers)
        upkeep = asyncio.create_task(purge_now_and_then(bot.store.keeping, settings.keep_days), name="upkeep")
        stack.push_async_callback(_stop, upkeep)
        if connected is not None:
            sockets = await stack.enter_async_context(connected)
        log.info("serving", transport=transport, team=bot.me.team, port=port, reader=bot.room.desk.reader.info.name)
        yield bot, port


async def is_up(store: Store) -> bool:
    """Whether a delivery could be accepted within the time there is for that."""
    try:
        async with asyncio.timeout(ACCEPT_SECONDS):
            await store.jobs.reach()
    except (LibraryError, TimeoutError):
        return False
    return True


async def _measured(bot: Bot) -> bytes:
    """The page of metrics, with the queue as it stands."""
    metrics = bot.room.metrics
    try:
        async with asyncio.timeout(ACCEPT_SECONDS):
            metrics.waiting({str(state): depth for state, depth in (await bot.store.jobs.counts()).items()})
    except (LibraryError, TimeoutError):
        metrics.unknown_queue()
    return metrics.page()


async def _stop(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
