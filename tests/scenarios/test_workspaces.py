"""Any number of workspaces install the bot themselves: Slack's consent, sealed tokens, renewal, removal."""

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
import pytest
from pydantic import SecretStr

from bot.errors import LibraryError, SettingsError
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


@pytest.fixture(params=["socket", "http"])
def transport(request: pytest.FixtureRequest) -> Transport:
    value: Transport = request.param
    return value


async def test_each_workspace_gets_its_replies_with_its_own_token(transport: Transport, tmp_path: Path) -> None:
    """Two workspaces install, somebody of each pastes a link, and each thread fills in its own workspace."""
    async with tower(transport, tmp_path) as here:
        assert (await here.install(here.slack)).status == 200
        assert (await here.install(here.other)).status == 200

        first, second = await here.paste(here.slack), await here.paste(here.other)

    assert "Denied by" in first[-1]
    assert "Denied by" in second[-1]


def all_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())


async def test_tokens_lie_sealed_in_the_database(tmp_path: Path) -> None:
    """Whoever copies the file learns no token."""
    async with tower("socket", tmp_path) as here:
        await here.install(here.slack)
        token = here.slack.bot_token

    everything = all_bytes(tmp_path)
    assert b"install/" in everything
    assert token.encode() not in everything


async def test_an_installation_survives_a_restart(tmp_path: Path) -> None:
    """Nobody has to install again."""
    async with tower("socket", tmp_path) as here:
        await here.install(here.slack)

    async with tower("socket", tmp_path) as again:
        again.slack.backend.secrets.revoked = False
        assert "Denied by" in (await again.paste(again.slack))[-1]


async def test_who_did_not_begin_here_installs_nothing(tmp_path: Path) -> None:
    """A state that we did not give out, one of another browser, and one that was used are refused."""
    async with tower("socket", tmp_path) as here:
        async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as browser:
            made_up = await here.come_back(browser, here.slack, "made-up")
            state = await here.begin(browser)
            async with browser.get(
                f"{here.address}/slack/oauth_redirect", params={"code": "x", "state": state}
            ) as answer:
                without_cookie = answer.status
            used = [(await here.come_back(browser, here.slack, state)).status for _ in range(2)]

        assert (made_up.status, without_cookie) == (401, 400)
        assert used == [200, 401]


async def test_who_only_looks_at_the_page_leaves_nothing_behind(tmp_path: Path) -> None:
    """Anybody may fetch it as often as they like: nothing is written, and the cookie goes with no other site's request."""
    async with tower("socket", tmp_path) as here, aiohttp.ClientSession() as anybody:
        before = rows_of_secrets(tmp_path)
        for _ in range(20):
            async with anybody.get(f"{here.address}/slack/install") as page:
                cookie = page.headers["Set-Cookie"]
        after = rows_of_secrets(tmp_path)

    assert after == before
    assert "SameSite=Lax" in cookie


def rows_of_secrets(folder: Path) -> int:
    (file,) = folder.glob("*.sqlite3")
    with closing(sqlite3.connect(file)) as database:
        (count,) = database.execute("SELECT count(*) FROM secrets").fetchone()
    return int(count)


async def test_a_stranger_workspace_is_not_answered(tmp_path: Path) -> None:
    """What comes from a workspace that did not install is acknowledged and left alone."""
    async with tower("socket", tmp_path) as here:
        await here.install(here.slack)
        here.other.backend.secrets.revoked = False

        assert await here.paste(here.other) == []


async def test_a_token_is_renewed_before_it_runs_out(tmp_path: Path) -> None:
    """With token rotation the next reply goes out under the next token, and a restart finds that one."""
    async with tower("socket", tmp_path) as here:
        here.slack.rotate_tokens()
        await here.install(here.slack)
        first = here.slack.bot_token
        await shorten(here, tmp_path)

        said = await here.paste(here.slack)

        assert "Denied by" in said[-1]
        assert here.slack.bot_token != first
        installation = await here.bot.store.vault([KEY]).get(f"install/{here.slack.team_id}")
        assert installation is not None
        assert here.slack.bot_token in installation


async def shorten(here: Tower, folder: Path) -> None:
    """The token that was kept has an hour left."""
    vault = here.bot.store.vault([KEY])
    key = f"install/{here.slack.team_id}"
    document = json.loads(await vault.get(key) or "")
    await vault.keep(
        key, json.dumps(document | {"bot_token_expires_at": int(time.time()) + 3600}), team=here.slack.team_id
    )
    here.slack.let_token_run_out(3600)


async def test_an_organisation_installs_for_its_workspaces(transport: Transport, tmp_path: Path) -> None:
    """An org-wide installation serves a workspace that never installed by itself."""
    async with tower(transport, tmp_path, enterprise="E0LOCAL") as here:
        here.slack.install_org_wide()
        await here.install(here.slack)

        assert "Denied by" in (await here.paste(here.slack))[-1]
        assert await here.bot.store.vault([KEY]).keys("install/") == ["install/E0LOCAL"]


async def test_workspaces_of_one_organisation_share_a_token_and_nothing_else(
    transport: Transport, tmp_path: Path
) -> None:
    """Each reads, finds and lists its own; who is taken out of one workspace leaves the other as it is."""
    async with tower(transport, tmp_path, enterprise="E0LOCAL") as here:
        sister = here.slack.add_workspace("Sister paper", in_org=True)
        sister.scopes.clear()
        sister.scopes.update(BOT_SCOPES)
        here.slack.install_org_wide()
        await here.install(here.slack)

        first, second = await here.paste(here.slack), await here.paste(sister, "toll-merger")
        assert "Tarnmouth" in first[-1]
        assert second[-1]
        assert "Tarnmouth" not in second[-1]
        assert "Tarnmouth" in await here.found(here.slack, "cranes")
        assert "Nothing that was read here" in await here.found(sister, "cranes")
        assert "Nothing that was read here" in await here.found(here.slack, "cranes", guest_of=sister)

        sister.take_access()
        await here.quiet()
        assert await here.paste(sister) == []
        assert "Tarnmouth" in await here.found(here.slack, "cranes")
        assert await here.kept() == ["install/E0LOCAL", f"through/{here.slack.team_id}"]
    assert teams_in(tmp_path) == {here.slack.team_id}


async def test_an_organisation_that_removes_us_is_forgotten_in_all_its_workspaces(tmp_path: Path) -> None:
    """Nothing is left of any of them."""
    async with tower("socket", tmp_path, enterprise="E0LOCAL") as here:
        sister = here.slack.add_workspace("Sister paper", in_org=True)
        sister.scopes.update(BOT_SCOPES)
        here.slack.install_org_wide()
        await here.install(here.slack)
        await here.paste(here.slack)
        await here.paste(sister)

        here.slack.uninstall()
        await here.quiet()

        assert await here.kept() == []
    assert teams_in(tmp_path) == set()


def teams_in(folder: Path) -> set[str]:
    """The workspaces of which an article is kept."""
    with closing(sqlite3.connect(folder / "claims.sqlite3")) as database:
        return {row[0] for row in database.execute("SELECT DISTINCT team FROM articles")}


@pytest.mark.parametrize("enterprise", [None, "E0LOCAL"])
async def test_removal_deletes_the_token_and_all_else(enterprise: str | None, tmp_path: Path) -> None:
    """After the app is removed nothing of the workspace is left; the other workspace stays."""
    async with tower("socket", tmp_path, enterprise=enterprise) as here:
        if enterprise:
            here.slack.install_org_wide()
        await here.install(here.slack)
        await here.install(here.other)
        await here.paste(here.slack)
        await here.paste(here.other)

        here.slack.uninstall()
        await here.quiet()

        assert await here.kept() == [f"install/{here.other.team_id}"]
    assert teams_in(tmp_path) == {here.other.team_id}


async def test_a_new_key_seals_anew_at_the_start(tmp_path: Path) -> None:
    """Started once with the new key before the old one, the bot no longer needs the old one."""
    new = base64.b64encode(os.urandom(32)).decode()
    async with tower("socket", tmp_path) as here:
        await here.install(here.slack)

    async with tower("socket", tmp_path, secret_key=SecretStr(f"{new},{KEY}")):
        pass

    async with tower("socket", tmp_path, secret_key=SecretStr(new)) as again:
        again.slack.backend.secrets.revoked = False
        assert "Denied by" in (await again.paste(again.slack))[-1]


async def test_a_lost_key_stops_the_start_with_one_sentence(tmp_path: Path) -> None:
    """Nothing is overwritten with a key that does not fit."""
    async with tower("socket", tmp_path) as here:
        await here.install(here.slack)

    with pytest.raises(LibraryError, match="CLAIMS_SECRET_KEY"):
        async with tower("socket", tmp_path, secret_key=SecretStr(base64.b64encode(os.urandom(32)).decode())):
            pass


async def test_without_a_key_nobody_can_install(tmp_path: Path) -> None:
    """The start says which setting is missing, and how to make one."""
    with pytest.raises(SettingsError, match="CLAIMS_SECRET_KEY is not set"):
        async with tower("socket", tmp_path, secret_key=None):
            pass
