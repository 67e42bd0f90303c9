"""What whoever installs the bot sees: one plain page for each end, with what to do next."""

from collections.abc import Mapping
from pathlib import Path

import aiohttp
import pytest

from tests.scenarios.tower import Tower, tower

CODE = "code-of-slack"


async def came_back(
    here: Tower, query: Mapping[str, str], *, begun: bool = True, language: str = ""
) -> tuple[aiohttp.ClientResponse, str]:
    """What a browser shows that Slack sends back with this query, and the state of an installation that it has `begun`."""
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(cookie_jar=jar, headers={"Accept-Language": language}) as browser:
        state = await here.begin(browser)
        sent = {"state": state, **query}
        cookies = {"slack-app-oauth-state": sent["state"]} if begun else {}
        async with browser.get(f"{here.address}/slack/oauth_redirect", params=sent, cookies=cookies) as answer:
            return answer, await answer.text()


@pytest.mark.parametrize(
    ("query", "begun", "said"),
    [
        ({"error": "access_denied"}, True, "choose Allow"),
        ({"error": "invalid_scope"}, True, "Slack says invalid_scope."),
        ({"error": "<script>alert(1)</script>"}, True, "Slack says unknown."),
        ({"code": CODE}, False, "This browser did not begin"),
        ({"code": CODE, "state": "made-up.1.x"}, True, "longer than ten minutes"),
        ({}, True, "without the code"),
        ({"code": CODE}, True, "did not take the code"),
    ],
)
async def test_each_failure_is_told_with_what_to_do(
    query: Mapping[str, str], begun: bool, said: str, tmp_path: Path
) -> None:
    """In a sentence of ours, with the way to begin again, and nothing of what came along with it."""
    async with tower("socket", tmp_path) as here:
        answer, page = await came_back(here, query, begun=begun)

    assert said in page
    assert "claims was not installed" in page
    assert '<a href="/slack/install">Begin again</a>' in page
    assert answer.content_type == "text/html"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "Oops" not in page
    assert not [each for each in (CODE, "made-up", "<script>") if each in page]


async def test_the_page_that_begins_an_installation_is_for_one_browser(tmp_path: Path) -> None:
    """Its link holds what proves that this browser began: no cache keeps it for another, and no other site shows it in a frame."""
    async with tower("socket", tmp_path) as here, aiohttp.ClientSession() as browser:
        answer = await browser.get(f"{here.address}/slack/install")

    assert answer.headers["Cache-Control"] == "no-store"
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.content_type == "text/html"
    assert "Set-Cookie" in answer.headers


async def test_an_installation_while_slack_is_away_says_so(tmp_path: Path) -> None:
    """The connection is cut: no bare error of ours, and it can be begun again."""
    async with tower("socket", tmp_path) as here:
        here.slack.fail("oauth.v2.access", times=None, drop_after_accept=True)
        answer, page = await came_back(here, {"code": here.slack.oauth_code(here.slack.add_user("owner"))})

    assert answer.status == 503
    assert "Slack cannot be reached" in page


async def test_an_installation_that_cannot_be_kept_says_so(tmp_path: Path) -> None:
    """Slack agreed, but the database is gone."""
    async with tower("socket", tmp_path) as here:
        (tmp_path / "claims.sqlite3").rename(tmp_path / "away")
        answer, page = await came_back(here, {"code": here.slack.oauth_code(here.slack.add_user("owner"))})

    assert answer.status == 503
    assert "could not be kept" in page


@pytest.mark.parametrize(
    ("language", "said"), [("pt, de-AT;q=0.8, en", "Schreib in einem Kanal"), ("ja", "In a channel")]
)
async def test_an_installation_ends_with_the_next_step(language: str, said: str, tmp_path: Path) -> None:
    """In the browser's language where our words exist in it; the workspace is named, and Slack is one step away."""
    async with tower("socket", tmp_path) as here:
        here.slack.backend.workspace.team_name = "News & <Co>"
        code = here.slack.oauth_code(here.slack.add_user("owner"))
        answer, page = await came_back(here, {"code": code}, language=language)

    assert answer.status == 200
    assert said in page
    assert "News &amp; &lt;Co&gt;" in page
    assert f'href="https://app.slack.com/client/{here.slack.team_id}"' in page
    assert code not in page
