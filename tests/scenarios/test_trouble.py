"""Bad input, each with a clear sentence and nothing lost."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from bot.playground.articles import SHOWCASE
from tests.scenarios.scene import Scene, Transport, at_work, town

pytestmark = pytest.mark.both_transports


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
        (picture, "web page, a PDF file or plain text"),
        (empty, "no article"),
        (huge, "larger than"),
        (endless, "took"),
    ],
    ids=["missing", "forbidden", "broken", "picture", "empty", "huge", "endless"],
)
async def test_a_page_that_cannot_be_read_is_answered_with_one_sentence(
    page: int | Callable[[web.Request], Awaitable[web.StreamResponse]],
    sentence: str,
    transport: Transport,
    tmp_path: Path,
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


def page(title: str, *paragraphs: str) -> bytes:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    head = f"<head><meta charset=utf-8><title>{title}</title></head>"
    return f"<html lang=en>{head}<body><article><h1>{title}</h1>{body}</article></body></html>".encode()


CALM = (
    "The harbour was calm on Monday, and the boats stayed where they were from the early morning until dusk.",
    "On Tuesday a light wind came up from the south, and two of the smaller ferries crossed to the island twice.",
    "By Wednesday the fog had settled over the whole bay, so that the lighthouse could be heard but not seen.",
    "Thursday brought rain, and the market under the old arches closed two hours earlier than on other days.",
)


async def test_an_article_without_attribution_says_so(newsroom: Scene) -> None:
    """Nobody is quoted, and the reply says that instead of showing an empty list."""
    newsroom.site.pages["calm"] = page("A calm week in the harbour", *CALM)

    ts = await newsroom.paste(newsroom.site.link("calm"))

    (said,) = newsroom.said(ts)
    assert "No attributed claim was found" in said


async def test_hostile_text_in_an_article_stays_text(newsroom: Scene) -> None:
    """Mentions, links and markup in an article reach the thread as characters and notify nobody."""
    nasty = "&lt;!channel&gt; &lt;https://evil.example|click&gt; *bold* &amp;lt; \u202eevil\u202c \u200bzero 👩‍🚀 שלום"
    quote = f"“{nasty} is what the harbour needs,” Mara Ilves said on Monday."
    newsroom.site.pages["nasty"] = page("Nasty &lt;!here&gt; harbour", quote, *CALM)

    ts = await newsroom.paste(newsroom.site.link("nasty"))

    (reply,) = newsroom.replies(ts)
    assert newsroom.slack.notified(newsroom.newsroom, reply["ts"]) == []
    assert links_of(reply["blocks"]) <= {newsroom.site.link("nasty")}


def links_of(blocks: Any) -> set[str]:
    """Where the links of a message lead, text fragments aside."""
    if isinstance(blocks, list):
        return {link for block in blocks for link in links_of(block)}
    if isinstance(blocks, dict):
        own = {str(blocks["url"]).split("#")[0]} if blocks.get("type") == "link" else set()
        return own | {link for value in blocks.values() for link in links_of(value)}
    return set()


@pytest.mark.parametrize(
    "fault",
    [{"drop_after_accept": True}, *({"garbled": body} for body in ("", "null", '{"ok":true,"ts"'))],
    ids=["cut", "empty", "null", "half"],
)
async def test_an_answer_that_was_lost_does_not_lose_or_double_a_reply(newsroom: Scene, fault: dict[str, Any]) -> None:
    """Slack took the post, and what came back was nothing or half of it: one reply in the end."""
    newsroom.slack.fail("chat.postMessage", **fault)

    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))

    assert len(newsroom.replies(ts)) == 1


async def test_what_one_person_was_told_is_not_told_them_twice(newsroom: Scene) -> None:
    """We did not hear that Slack has shown it, so the job runs again, and nobody can look whether it was."""
    link = newsroom.site.link(SHOWCASE)
    ts = await newsroom.paste(link)
    newsroom.slack.fail("chat.postEphemeral", drop_after_accept=True)

    await newsroom.paste(f"<@{newsroom.slack.bot_user_id}> {link}", thread=ts)

    assert len(newsroom.whispered()) == 1
