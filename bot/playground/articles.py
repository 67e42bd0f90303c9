"""The sample articles, served on loopback like any news site."""

import errno
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

import bot

SHOWCASE = "harbour-cranes"


@dataclass(frozen=True, slots=True)
class Article:
    """A sample; `name` is its path on the site."""

    name: str
    title: str
    outlet: str
    language: str


def samples() -> tuple[Article, ...]:
    """Three to begin with: accusations and denials, a deal told by nobody named, and one in German."""
    return tuple(map(_described, (SHOWCASE, "toll-merger", "teure-bruecke")))


def _described(name: str) -> Article:
    about = json.loads((seeds_folder() / f"{name}.json").read_text(encoding="utf-8"))["article"]
    return Article(name, about["title"], about["outlet"], about["language"])


def seeds_folder() -> Path:
    """The samples: inside the installed package, or beside it in a checkout."""
    package = Path(bot.__file__).parent
    inside = package / "seeds"
    return inside if inside.is_dir() else package.parent / "seeds"


@asynccontextmanager
async def article_site(host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[tuple[str, int]]:
    """Serve the samples while inside; (host, port). `http://host:port/NAME` is the article NAME.

    Where `port` is taken, a free one is.
    """
    pages = {path.stem: path for path in seeds_folder().glob("*.html")}

    async def article(request: web.Request) -> web.StreamResponse:
        page = pages.get(request.match_info["name"])
        if page is None:
            raise web.HTTPNotFound(text="There is no such article.")
        return web.Response(body=page.read_bytes(), content_type="text/html", charset="utf-8")

    site = web.Application()
    site.router.add_get("/{name}", article)
    runner = web.AppRunner(site, access_log=None)
    await runner.setup()
    try:
        await _listen(runner, host, port)
        yield host, runner.addresses[0][1]
    finally:
        await runner.cleanup()


async def _listen(runner: web.AppRunner, host: str, port: int) -> None:
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        if error.errno != errno.EADDRINUSE or not port:
            raise
        await web.TCPSite(runner, host, 0).start()
