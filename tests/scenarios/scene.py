"""The whole bot in a local workspace: real Bolt, real sockets, real SQLite, a news site on loopback."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

from aiohttp import web
from pydantic import SecretStr

from bot.playground.articles import seeds_folder
from bot.playground.server import LocalSlack
from bot.playground.transcript import transcript
from bot.root import Bot, serving
from bot.settings import Settings
from bot.slack.scopes import BOT_SCOPES
from tests.engines import a_ready_sqlite_database
from tests.nursery import NURSERY

Transport = Literal["socket", "http"]
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class NewsSite:
    """Pages by path: bytes of HTML, a status, or a handler. The samples are there from the start."""

    address: str = ""
    host: tuple[str, int] = ("127.0.0.1", 0)
    pages: dict[str, bytes | int | Answer] = field(default_factory=dict)
    visits: list[str] = field(default_factory=list)

    def link(self, name: str) -> str:
        return f"{self.address}/{name}"

    async def serve(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["name"]
        if name != "robots.txt":
            self.visits.append(name)
        page = self.pages.get(name, 404)
        if isinstance(page, bytes):
            return web.Response(body=page, content_type="text/html", charset="utf-8")
        if isinstance(page, int):
            return web.Response(status=page, text="<html><body>nothing</body></html>", content_type="text/html")
        return await page(request)


@asynccontextmanager
async def news_site() -> AsyncIterator[NewsSite]:
    site = NewsSite(pages={path.stem: path.read_bytes() for path in seeds_folder().glob("*.html")})
    app = web.Application()
    app.router.add_get("/{name:.*}", site.serve)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        site.host = ("127.0.0.1", runner.addresses[0][1])
        site.address = f"http://127.0.0.1:{site.host[1]}"
        yield site
    finally:
        await runner.cleanup()


@dataclass
class Scene:
    """What a test plays with. `ana` and `ben` are people; `newsroom` has the bot, `lobby` has not."""

    slack: LocalSlack
    site: NewsSite
    bot: Bot
    ana: str
    ben: str
    newsroom: str
    lobby: str
    port: int = 0

    async def paste(
        self, text: str, *, channel: str | None = None, thread: str | None = None, user: str | None = None
    ) -> str:
        """Somebody writes; the ts. Returns when everything that follows from it is done."""
        ts = await self.slack.say(user or self.ana, channel or self.newsroom, text, thread_ts=thread)
        await self.quiet()
        return ts

    async def run(self, text: str, *, channel: str | None = None) -> None:
        """Ana runs `/claims …`."""
        await self.slack.slash(self.ana, channel or self.newsroom, "/claims", text)
        await self.quiet()

    def replies(self, ts: str, *, channel: str | None = None) -> list[dict[str, Any]]:
        """The bot's messages in the thread."""
        messages = self.slack.thread(channel or self.newsroom, ts)
        return [message for message in messages if message.get("user") == self.slack.bot_user_id]

    def said(self, ts: str, *, channel: str | None = None) -> list[str]:
        """The same as text."""
        return [transcript(message) for message in self.replies(ts, channel=channel)]

    def whispered(self, *, channel: str | None = None) -> list[str]:
        return [transcript(message) for message in self.slack.ephemerals(channel or self.newsroom, self.ana)]

    async def quiet(self) -> None:
        """Until every event was taken and every job is done."""
        async with asyncio.timeout(60):
            await self.slack.settled(timeout=60)
            while not await self.bot.store.jobs.idle():
                await asyncio.sleep(0.03)
        assert not self.slack.statuses_now, "a status stands though nothing is being done"


@dataclass(frozen=True, slots=True)
class Town:
    """The local Slack and the news site: what stays when the bot restarts."""

    slack: LocalSlack
    site: NewsSite
    ana: str
    ben: str
    newsroom: str
    lobby: str

    def replies(self, ts: str) -> int:
        """How many messages the bot has in the thread."""
        return sum(each.get("user") == self.slack.bot_user_id for each in self.slack.thread(self.newsroom, ts))


@asynccontextmanager
async def town() -> AsyncIterator[Town]:
    async with LocalSlack() as slack, news_site() as site:
        ana, ben = slack.add_user("ana"), slack.add_user("ben")
        newsroom = slack.add_channel("newsroom", members=[ana, ben])
        lobby = slack.add_channel("lobby", members=[ana, ben], bot=False)
        yield Town(slack, site, ana, ben, newsroom, lobby)


@cache
def unset() -> Settings:
    """The settings of the clean environment that every test has. To look through it takes longer than most acks."""
    return Settings(_env_file=None)


@asynccontextmanager
async def at_work(here: Town, transport: Transport, folder: Path, **settings: Any) -> AsyncIterator[Scene]:
    """The bot in that town, with its database in `folder`. `settings` are fields of `Settings`."""
    slack = here.slack
    slack.scopes.clear()
    slack.scopes.update(BOT_SCOPES)
    if not (folder / "claims.sqlite3").exists():
        a_ready_sqlite_database(folder)
    values = {
        "slack_bot_token": SecretStr(slack.bot_token),
        "slack_app_token": SecretStr(slack.app_token) if transport == "socket" else None,
        "slack_signing_secret": SecretStr(slack.signing_secret),
        "slack_api_url": slack.api_url,
        "database_url": f"sqlite:///{folder / 'claims.sqlite3'}",
        "fetch_allow": frozenset({here.site.host}),
        "port": 0,
    }
    async with serving(unset().model_copy(update=values | settings), nursery=NURSERY) as (bot, port):
        if transport == "http":
            slack.deliver_over_http(f"http://127.0.0.1:{port}/slack/events")
        yield Scene(slack, here.site, bot, here.ana, here.ben, here.newsroom, here.lobby, port)
