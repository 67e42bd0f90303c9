"""Any number of workspaces install the bot themselves: Slack's consent, sealed tokens, renewal, removal."""

import base64
import os
from pathlib import Path

import aiohttp
import pytest
from pydantic import SecretStr

from bot.errors import LibraryError, SettingsError
from tests.scenarios.scene import Transport
from tests.scenarios.tower import KEY, all_bytes, rows_of_secrets, shorten, tower

pytestmark = pytest.mark.both_transports


async def test_each_workspace_gets_its_replies_with_its_own_token(transport: Transport, tmp_path: Path) -> None:
    """Two workspaces install, somebody of each pastes a link, and each thread fills in its own workspace."""
    async with tower(transport, tmp_path) as here:
        assert (await here.install(here.slack)).status == 200
        assert (await here.install(here.other)).status == 200

        first, second = await here.paste(here.slack), await here.paste(here.other)

    assert "Denied by" in first[-1]
    assert "Denied by" in second[-1]


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
