"""Bad input, each with a clear sentence and nothing lost."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from aiohttp import web

from bot.playground.articles import SHOWCASE
from tests.scenarios.scene import Scene, Transport, at_work, town


async def endless(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "text/html"})
    await response.prepare(request)
    while True:
        await response.write(b"<p>more</p>")
        await asyncio.sleep(0.05)


async def huge(request: web.Request) -> web.StreamResponse:
    return web.Response(body=b"<p>" + b"x" * 20_000_000, content_type="text/html")


async def picture(request: web.Request) -> web.StreamResponse:
    return web.Response(body=b"\x89PNG\r\n\x1a\n", content_type="image/png")


async def empty(request: web.Request) -> web.StreamResponse:
    return web.Response(body=b"", content_type="text/html")


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        (404, "no page at that address"),
        (403, "does not let me read"),
        (500, "trouble of its own"),
        (picture, "web page or plain text"),
        (empty, "no article"),
        (huge, "larger than"),
        (endless, "took"),
    ],
    ids=["missing", "forbidden", "broken", "picture", "empty", "huge", "endless"],
)
async def test_a_page_that_cannot_be_read_is_answered_with_one_sentence(
    page: int | Callable[[web.Request], Awaitable[web.StreamResponse]], sentence: str, transport: Transport, tmp_path: Path
) -> None:
    """What stood in the way is said plainly, once."""
    async with town() as here, at_work(here, transport, tmp_path, fetch_seconds=1.5) as newsroom:
        newsroom.site.pages["trouble"] = page

        ts = await newsroom.paste(f"<@{newsroom.slack.bot_user_id}> {newsroom.site.link('trouble')}")

        (said,) = newsroom.said(ts)
        assert sentence in said


async def test_an_address_inside_is_refused(newsroom: Scene) -> None:
    """A private address is not opened, and nothing is told about it."""
    ts = await newsroom.paste("http://169.254.169.254/latest/meta-data/ http://127.0.0.1:1/")

    assert all("not" in said and "public" in said for said in newsroom.said(ts))
    assert len(newsroom.said(ts)) == 2


async def test_trying_again_replaces_the_failure(newsroom: Scene) -> None:
    """The page is back, somebody presses *Try again*, and the list stands where the failure stood."""
    newsroom.site.pages["late"] = 500
    ts = await newsroom.paste(newsroom.site.link("late"))
    (failed,) = newsroom.replies(ts)
    newsroom.site.pages["late"] = newsroom.site.pages[SHOWCASE]

    await newsroom.slack.press(newsroom.ana, newsroom.newsroom, failed["ts"], "try_again")
    await newsroom.quiet()

    (said,) = newsroom.said(ts)
    assert "claims" in said


async def test_an_article_without_attribution_says_so(newsroom: Scene) -> None:
    """Nobody is quoted, and the reply says that instead of showing an empty list."""
    body = "".join(f"<p>The harbour was calm on day {n}, and the boats stayed where they were all day long.</p>" for n in range(8))
    newsroom.site.pages["calm"] = f"<html lang=en><head><title>A calm week</title></head><body><article><h1>A calm week</h1>{body}</article></body></html>".encode()

    ts = await newsroom.paste(newsroom.site.link("calm"))

    (said,) = newsroom.said(ts)
    assert "attributes no claim" in said or "No claims were found" in said


async def test_hostile_text_in_an_article_stays_text(newsroom: Scene) -> None:
    """Mentions, links and markup in an article reach the thread as characters and notify nobody."""
    nasty = "&lt;!channel&gt; &lt;https://evil.example|click&gt; *bold* &amp;lt; \u202eevil\u202c \u200bzero 👩‍🚀 שלום"
    body = f"<p>“{nasty} is what the harbour needs,” Mara Ilves said on Monday.</p>" + "<p>The harbour master, Jonas Brandt, said that no ship would leave before Friday because of the storm.</p>" * 4
    newsroom.site.pages["nasty"] = f"<html lang=en><head><title>Nasty &lt;!here&gt;</title></head><body><article><h1>Nasty &lt;!here&gt; harbour</h1>{body}</article></body></html>".encode()

    ts = await newsroom.paste(newsroom.site.link("nasty"))

    (reply,) = newsroom.replies(ts)
    assert newsroom.slack.notified(newsroom.newsroom, reply["ts"]) == []
    assert "evil.example|" not in str([e for e in str(reply["blocks"]).split("'url': '")[1:] if e.startswith("https://evil")])


async def test_slack_errors_do_not_lose_or_double_a_reply(newsroom: Scene) -> None:
    """A 429, an error, and a connection cut after Slack took the post: one reply in the end."""
    newsroom.slack.fail("chat.postMessage", drop_after_accept=True)

    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))

    assert len(newsroom.replies(ts)) == 1
