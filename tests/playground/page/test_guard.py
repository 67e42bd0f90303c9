"""The page is this machine's own: nothing elsewhere reaches it through somebody's browser."""

import json
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.playground.page.about import About
from bot.playground.server import LocalSlack


@pytest.fixture
async def slack() -> AsyncIterator[LocalSlack]:
    local = LocalSlack()
    local.show_page(About(local.add_user("ana"), secrets=["sk-of-somebody"]))
    async with local:
        yield local


async def status(slack: LocalSlack, method: str, path: str, **headers: str) -> int:
    async with (
        aiohttp.ClientSession() as session,
        session.request(method, f"{slack.backend.url}{path}", json={}, headers=headers) as response,
    ):
        return response.status


async def test_a_name_that_was_made_to_point_here_is_refused(slack: LocalSlack) -> None:
    """DNS rebinding: the browser speaks of another host than this machine, with our port or without."""
    port = slack.site.port

    for name in (f"rebound.example:{port}", "rebound.example", f"127.0.0.1.rebound.example:{port}", "127.0.0.1:1"):
        for path in ("/", "/page/feed", "/page/assets/main.js", "/api/auth.test"):
            assert await status(slack, "GET", path, Host=name) == 403
    assert await status(slack, "GET", "/", Host=f"localhost:{port}") == 200


async def test_a_page_elsewhere_cannot_act(slack: LocalSlack) -> None:
    """A cross-site POST carries its page's origin, or none that counts; a form cannot send JSON."""
    act = {"Content-Type": "application/json"}
    for origin in ("https://elsewhere.example", "http://127.0.0.1:1", "null", f"https://127.0.0.1:{slack.site.port}"):
        assert await status(slack, "POST", "/page/acts/open_home", Origin=origin, **act) == 403
    assert await status(slack, "POST", "/page/acts/open_home", **act, **{"Sec-Fetch-Site": "cross-site"}) == 403
    assert await status(slack, "POST", "/page/acts/open_home", **{"Content-Type": "text/plain"}) == 404
    assert await status(slack, "POST", "/page/acts/open_home", Origin=slack.backend.url, **act) == 200


async def test_a_page_elsewhere_cannot_listen(slack: LocalSlack) -> None:
    """A WebSocket is open to any page unless its origin is looked at: the feed's and Socket Mode's are."""
    async with aiohttp.ClientSession() as session:
        for path in ("/page/feed", "/link/?ticket=1"):
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await session.ws_connect(f"{slack.backend.url}{path}", origin="https://elsewhere.example")
            assert refused.value.status == 403
        async with session.ws_connect(f"{slack.backend.url}/page/feed", origin=slack.backend.url) as socket:
            assert (await socket.receive_json())["type"] == "whole"


async def test_what_is_embedded_elsewhere_is_refused(slack: LocalSlack) -> None:
    """Pictures, scripts and frames on another page get nothing; a link to the page may be followed."""
    embedded = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
    followed = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}

    assert await status(slack, "GET", "/page/assets/main.js", **embedded) == 403
    assert await status(slack, "GET", "/page/feed", **{"Sec-Fetch-Site": "same-site"}) == 403
    assert await status(slack, "GET", "/", **followed) == 200


async def test_the_page_may_load_nothing_from_elsewhere(slack: LocalSlack) -> None:
    """Its policy names no other place, and lets nobody put it in a frame."""
    async with aiohttp.ClientSession() as session, session.get(f"{slack.backend.url}/") as response:
        policy = response.headers["Content-Security-Policy"]
        text = await response.text()

    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "http" not in policy
    assert "://" not in text


async def test_no_secret_reaches_the_page(slack: LocalSlack) -> None:
    """Tokens, secrets and keys are masked, in whatever they went over the wire."""
    secrets = [slack.bot_token, slack.app_token, slack.signing_secret, slack.client_secret, "sk-of-somebody"]
    async with aiohttp.ClientSession() as session:
        for token in (slack.bot_token, slack.app_token):
            await session.post(f"{slack.api_url}api.test", json={"token": token, "echo": " ".join(secrets)})
        await session.post(
            f"{slack.api_url}apps.connections.open", headers={"Authorization": f"Bearer {slack.app_token}"}
        )
        async with session.ws_connect(f"{slack.backend.url}/page/feed") as socket:
            whole = await socket.receive_json()

    assert [entry["name"] for entry in whole["wire"]] == ["api.test", "api.test", "apps.connections.open"]
    assert not [secret for secret in secrets if secret in json.dumps(whole)]
    assert "ticket=•••" in json.dumps(whole, ensure_ascii=False)
