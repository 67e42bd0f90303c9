"""Pages for the press, bad ones too."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from bot.adapters.processes.pool import Pool
from bot.adapters.processes.press import WorkerPress
from bot.article.page import Page

# What burns processor time or memory in one extractor or the other.
HOSTILE = {
    "paragraphs without end": b"<p>" * 1_200_000,
    "paragraphs of prose": b"<p>The minister said this. " * 100_000,
    "nested containers": b"<div>" * 100_000 + b"<p>x",
    "nested emphasis": b"<p>" + b"<b>" * 50_000 + b"The minister said this and that." * 100,
    "one long line": b"<p>" + b"The minister said this and that. " * 140_000,
    "quotation marks": "<p>{}</p>".format("“a " * 400_000).encode(),
    "attributes": b"<p " + b"a='b' " * 400_000 + b">x</p>",
    "entities": b"<p>" + b"&amp;" * 800_000,
    "linked data": b"<script type='application/ld+json'>" + b"[" * 1_000_000 + b"</script>",
    "tables": b"<table><tr><td>The minister said this. " * 20_000,
    "links": b"<a href=x>The minister said this and that." * 30_000,
    "styles": b"<p style='" + b"left:-" * 500_000 + b"'>x",
    "nothing": b"",
    "zeros": b"\x00" * 4_000_000,
    "noise": bytes(range(256)) * 15_000,
}


DISGUISED = b"/Subtype /Image"  # a content that is told apart from pictures only by being drawn
QUICK = {"nested containers", "one long line", "zeros"}


@asynccontextmanager
async def opened(seconds: float = 5.0, **of_pool: Any) -> AsyncIterator[WorkerPress]:
    async with Pool(**of_pool) as pool:
        yield WorkerPress(pool, seconds)


def html(body: bytes) -> Page:
    return Page(body, "text/html", url="https://courier.example/news/a", final_url="https://courier.example/news/a")
