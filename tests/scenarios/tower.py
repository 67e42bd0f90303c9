"""A bot that several workspaces install themselves, and what it keeps of them."""

import asyncio
import base64
import json
import os
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import aiohttp
from pydantic import SecretStr

from bot.playground.server import LocalSlack
from bot.playground.team import Team
from bot.playground.transcript import transcript
from bot.root import Bot, serving
from bot.slack.scopes import BOT_SCOPES
from tests.nursery import NURSERY
from tests.scenarios.scene import NewsSite, Transport, news_site, unset

KEY = base64.b64encode(os.urandom(32)).decode()


@dataclass
class Tower:
    """A Slack with two workspaces that have not installed the bot, and the bot."""

    slack: LocalSlack
    other: Team
    site: NewsSite
    bot: Bot
    address: str

    async def install(self, team: Team) -> aiohttp.ClientResponse:
        """What somebody's browser does: our page, Slack's consent, back to us."""
        jar = aiohttp.CookieJar(unsafe=True)
        async with aiohttp.ClientSession(cookie_jar=jar) as browser:
            return await self.come_back(browser, team, await self.begin(browser))

    async def begin(self, browser: aiohttp.ClientSession) -> str:
        """The state with which we send them to Slack."""
        async with browser.get(f"{self.address}/slack/install") as page:
            text = await page.text()
        link = text.partition('<a href="')[2].partition('"')[0].replace("&amp;", "&")
        query = parse_qs(urlsplit(link).query)
        assert link.startswith(f"{self.slack.api_url.removesuffix('api/')}oauth/v2/authorize?")
        assert set(query["scope"][0].split(",")) == set(BOT_SCOPES)
        return query["state"][0]

    async def come_back(self, browser: aiohttp.ClientSession, team: Team, state: str) -> aiohttp.ClientResponse:
        code = team.oauth_code(team.add_user("owner"))
        back = {"code": code, "state": state}
        # The cookie is for https only, as it must be; this loopback has none.
        cookies = {"slack-app-oauth-state": state}
        async with browser.get(f"{self.address}/slack/oauth_redirect", params=back, cookies=cookies) as answer:
            await answer.read()
            return answer

    async def kept(self) -> list[str]:
        """What the vault has, but for the states that were used, which it remembers for ten minutes."""
        return [key for key in await self.bot.store.vault([KEY]).keys("") if not key.startswith("state/")]

    async def paste(self, team: Team, name: str = "harbour-cranes") -> list[str]:
        """Somebody of that workspace pastes a link; what the bot said in the thread."""
        ana = team.add_user("ana")
        channel = team.add_channel("newsroom", members=[ana])
        ts = await team.say(ana, channel, self.site.link(name))
        await self.quiet()
        return [transcript(each) for each in team.thread(channel, ts)[1:] if each.get("user") == team.bot_user_id]

    async def found(self, team: Team, words: str, *, guest_of: Team | None = None) -> str:
        """Somebody of that workspace, or of another one of its organisation, searches; what they are told."""
        eve = team.add_user("eve", team=guest_of.team_id if guest_of else None)
        channel = team.add_channel("desk", members=[eve])
        await team.slash(eve, channel, "/claims", f"find {words}")
        await self.quiet()
        return transcript(team.ephemerals(channel, eve)[-1])

    async def quiet(self) -> None:
        async with asyncio.timeout(60):
            await self.slack.settled(timeout=60)
            while not await self.bot.store.jobs.idle():
                await asyncio.sleep(0.02)


@asynccontextmanager
async def tower(
    transport: Transport, folder: Path, *, enterprise: str | None = None, **more: Any
) -> AsyncIterator[Tower]:
    async with LocalSlack(enterprise_id=enterprise) as slack, news_site() as site:
        other = slack.add_workspace("Second paper", install=False)
        slack.backend.secrets.revoked = True
        for team in (slack, other):
            team.scopes.clear()
            team.scopes.update(BOT_SCOPES)
        values = {
            "slack_client_id": slack.client_id,
            "slack_client_secret": SecretStr(slack.client_secret),
            "slack_app_token": SecretStr(slack.app_token) if transport == "socket" else None,
            "slack_signing_secret": SecretStr(slack.signing_secret),
            "slack_api_url": slack.api_url,
            "secret_key": SecretStr(KEY),
            "database_url": f"sqlite:///{folder / 'claims.sqlite3'}",
            "fetch_allow": frozenset({site.host}),
            "port": 0,
        }
        async with serving(unset().model_copy(update=values | more), nursery=NURSERY) as (bot, port):
            if transport == "http":
                slack.deliver_over_http(f"http://127.0.0.1:{port}/slack/events")
            yield Tower(slack, other, site, bot, f"http://127.0.0.1:{port}")


def all_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())


def rows_of_secrets(folder: Path) -> int:
    (file,) = folder.glob("*.sqlite3")
    with closing(sqlite3.connect(file)) as database:
        (count,) = database.execute("SELECT count(*) FROM secrets").fetchone()
    return int(count)


async def shorten(here: Tower, folder: Path) -> None:
    """The token that was kept has an hour left."""
    vault = here.bot.store.vault([KEY])
    key = f"install/{here.slack.team_id}"
    document = json.loads(await vault.get(key) or "")
    await vault.keep(
        key, json.dumps(document | {"bot_token_expires_at": int(time.time()) + 3600}), team=here.slack.team_id
    )
    here.slack.let_token_run_out(3600)


def teams_in(folder: Path) -> set[str]:
    """The workspaces of which an article is kept."""
    with closing(sqlite3.connect(folder / "claims.sqlite3")) as database:
        return {row[0] for row in database.execute("SELECT DISTINCT team FROM articles")}
