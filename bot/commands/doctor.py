"""`claims-bot doctor`: what is set up, what is not, and how to mend it. One line each."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Literal

import aiohttp
from rich.console import Console
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from yarl import URL

from bot.adapters.sqlite.damage import refuse_damaged
from bot.adapters.sqlite.file import check, path_of
from bot.adapters.sqlite.room import refuse_little_room
from bot.adapters.store import Store, check_rights, is_sqlite, open_store, whereabouts
from bot.errors import ChatUnavailable, ClaimsBotError, ReaderNonsense, SettingsError
from bot.health import Question
from bot.listening import naming_the_port
from bot.settings import Settings, setting_names
from bot.slack.calls.apierror import code_of, told_apart
from bot.slack.calls.chat import web_client
from bot.slack.calls.identity import Identity, identify
from bot.slack.connections.http import try_port
from bot.slack.scopes import BOT_SCOPES
from bot.traces import tracing
from bot.transport import slack_transport

Mark = Literal["ok", "note", "fail"]
_HERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  who listens everywhere answers here
_SIGNS = {"ok": "[green]✓ ok  [/]", "note": "[yellow]- note[/]", "fail": "[red]✗ fail[/]"}


@dataclass(frozen=True, slots=True)
class Finding:
    mark: Mark
    what: str
    how: str = ""


async def examine_setup(settings: Settings) -> int:
    """Print a line for each check; 1 when one failed."""
    console = Console()
    failed = False
    for look in (_database, _model, _slack, _port, _traces):
        async for finding in look(settings):
            failed |= finding.mark == "fail"
            console.print(f"{_SIGNS[finding.mark]} {finding.what}", highlight=False, soft_wrap=True)
            if finding.how:
                console.print(f"        {finding.how}", highlight=False, soft_wrap=True)
    return 1 if failed else 0


async def _database(settings: Settings) -> AsyncIterator[Finding]:
    if is_sqlite(settings.database_url) and not (path := path_of(settings.database_url)).exists():
        try:
            check(path)
            refuse_little_room(path)
        except ClaimsBotError as error:
            yield Finding("fail", f"Database: {error}")
            return
        how = "If it should be there already, DATABASE_URL or the folder you are in is another than the bot's."
        yield Finding("note", f"Database: {path} is not there yet; `db upgrade` or the first start makes it.", how)
        return
    try:
        where = whereabouts(settings.database_url)
        if is_sqlite(settings.database_url):
            await asyncio.to_thread(refuse_damaged, path_of(settings.database_url))
        await asyncio.to_thread(check_rights, settings.database_url)
        async with open_store(settings.database_url, lock=False) as store:
            await Question(store.jobs.reach).answer()
    except ClaimsBotError as error:
        yield Finding("fail", f"Database: {error}")  # the sentence says what to do
    except TimeoutError:
        yield Finding("fail", f"Database: {where} opens, but takes nothing in.", "See what else writes there.")
    else:
        yield Finding("ok", f"Database: {where} opens, and its schema is current.")


async def _model(settings: Settings) -> AsyncIterator[Finding]:
    if not settings.reads_with_model:
        yield Finding(
            "note",
            "Model: none is set, so the offline reader reads (by rules, less well than a model).",
            "Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own, and OPENAI_MODEL.",
        )
        return
    from bot.readers.openai import OpenAIReader

    try:
        async with OpenAIReader.of(settings) as reader:
            probe = await reader.probe()
    except ReaderNonsense:
        yield Finding(
            "fail",
            f"Model: {settings.openai_model} answers, but not in the form that it is asked for.",
            "Name a larger model in OPENAI_MODEL, or one whose server keeps answers to a JSON schema.",
        )
        return
    except ClaimsBotError as error:
        yield Finding(
            "fail",
            f"Model: {settings.openai_model} does not answer: {error}",
            "Check OPENAI_API_KEY, OPENAI_BASE_URL and OPENAI_MODEL.",
        )
        return
    yield Finding("ok", f"Model: {probe.model} answered a strict request in {probe.seconds:.1f} s ({probe.rung}).")


async def _traces(settings: Settings) -> AsyncIterator[Finding]:
    if settings.otel_endpoint is None:
        return
    try:
        async with tracing(settings.otel_endpoint):
            yield Finding("ok", "Traces: OpenTelemetry is installed.")
    except SettingsError as error:
        yield Finding("fail", f"Traces: {error}")


async def _slack(settings: Settings) -> AsyncIterator[Finding]:
    try:
        transport = slack_transport(settings)
    except SettingsError as error:
        mark: Mark = "fail" if _is_wanted(settings) else "note"
        how = "README, “Connect a workspace”, has the steps; `claims-bot demo` needs none."
        yield Finding(mark, f"Slack: {error}", how)
        return
    if settings.installs:
        async for finding in _installs(settings):
            yield finding
        return
    assert settings.slack_bot_token is not None
    async with aiohttp.ClientSession() as session:
        client = web_client(settings.slack_bot_token.get_secret_value(), settings.slack_api_url, session)
        try:
            me = await identify(client)
        except SettingsError as error:
            yield Finding("fail", f"Slack: {error}", "Check SLACK_BOT_TOKEN, SLACK_API_URL and the network.")
            return
        yield Finding("ok", f"Slack: the bot token belongs to workspace {me.team}.")
        yield _scopes(me)
        if transport == "http":
            yield Finding("ok", "Slack: HTTP mode; point the app's request URL at https://YOUR-HOST/slack/events.")
        else:
            yield await _app_token(client, settings)


def _scopes(me: Identity) -> Finding:
    missing = sorted(set(BOT_SCOPES) - me.scopes) if me.scopes else []
    if not missing:
        return Finding("ok", "Slack: the token has every scope that the bot uses.")
    how = "Update the app from deploy/slack-manifest.yaml and install it again."
    return Finding("fail", f"Slack: scopes missing: {', '.join(missing)}.", how)


async def _app_token(client: AsyncWebClient, settings: Settings) -> Finding:
    assert settings.slack_app_token is not None
    try:
        await client.apps_connections_open(app_token=settings.slack_app_token.get_secret_value())
    except SlackApiError as error:
        if isinstance(told_apart(error), ChatUnavailable):
            return Finding("fail", "Slack: it is in trouble, and opens no connection.", "Ask again in a while.")
        how = "Make one under Basic Information, App-Level Tokens, with connections:write."
        return Finding("fail", f"Slack: SLACK_APP_TOKEN is refused ({code_of(error)}).", how)
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        how = "Check SLACK_API_URL and the network."
        return Finding("fail", f"Slack: no Socket Mode connection is to be had ({type(error).__name__}).", how)
    return Finding("ok", "Slack: the app token opens a Socket Mode connection.")


async def _installs(settings: Settings) -> AsyncIterator[Finding]:
    try:
        async with open_store(settings.database_url, lock=False) as store:
            finding = await _installed(store, settings)
    except ClaimsBotError:  # told by the check of the database
        finding = Finding("note", "Slack: who installed it is not known while the database is not in order.")
    yield finding


async def _installed(store: Store, settings: Settings) -> Finding:
    vault = store.vault(settings.secret_keys)
    keys = await vault.keys("install/")
    try:
        for key in keys:
            await vault.get(key)
    except ClaimsBotError as error:
        return Finding("fail", f"Slack: {error}", "Put the key that sealed the tokens back into CLAIMS_SECRET_KEY.")
    return Finding("ok", f"Slack: {len(keys)} installed it; others do at https://YOUR-HOST/slack/install.")


async def _port(settings: Settings) -> AsyncIterator[Finding]:
    host, port = settings.host, settings.port
    try:
        with naming_the_port(settings):
            await try_port(host, port)
    except SettingsError as error:
        if await _answers(host, port):
            how = "`serve` stops there while that one runs."
            yield Finding("note", f"Port: a bot listens on {host}:{port} already.", how)
        else:
            how = "Set another CLAIMS_PORT, or stop what listens there; CLAIMS_HOST must be an address of this machine."
            yield Finding("fail" if _is_wanted(settings) else "note", f"Port: {error}", how)
        return
    yield Finding("ok", f"Port: {host}:{port} can be listened on.")


async def _answers(host: str, port: int) -> bool:
    """Whether a running bot is there: its `/healthz` says so."""
    there = _HERE.get(host, host)
    address = URL.build(scheme="http", host=there, port=port, path="/healthz")
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=3)) as session,
            session.get(address) as answer,
        ):
            return bool(await answer.json() == {"ok": True})
    except (aiohttp.ClientError, OSError, ValueError):
        return False


def _is_wanted(settings: Settings) -> bool:
    """Whether a bot is to be served here: something of Slack's is set."""
    app, token = (settings.slack_client_id, settings.slack_client_secret), settings.slack_bot_token
    return any((token, settings.slack_app_token, *app))


def list_settings() -> None:
    """Every setting with its default and what it is for."""
    for field, name in setting_names().items():
        info = Settings.model_fields[field]
        default = "" if info.default in (None, frozenset(), "") else f" (default {info.default})"
        print(f"{name}{default}\n    {info.description}")
