"""The page's addresses, for `Site.extra`: `/` and what lies under `/page/`."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Final

from aiohttp import web

from bot.playground.page.about import About
from bot.playground.page.acts import PersonActs
from bot.playground.page.feed import Feed
from bot.playground.page.model import ModelTraffic
from bot.playground.page.scene import Scene

if TYPE_CHECKING:
    from bot.playground.team import Team

KINDS: Final = {"html": "text/html", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
PREVIEW: Final = 20_000
"""Bytes of a file that the page shows without a download."""
HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
"""The page loads nothing from elsewhere, and stands in nobody's frame."""


class Page:
    """The page of one workspace for one person; `model` takes what a model is asked and answers."""

    def __init__(self, team: "Team", about: About) -> None:
        self.person = about.person
        self.model = ModelTraffic()
        self.scene = Scene(team, about)
        self.feed = Feed(self.scene, self.model)
        self.acts = PersonActs(team, about.person)
        self._assets = {each.name: each for each in files("bot.playground.page").joinpath("assets").iterdir()}

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/", self._index),
            web.get("/page/assets/{name}", self._asset),
            web.get("/page/feed", self.feed.handle),
            web.post("/page/acts/{name}", self.acts.handle),
            web.get("/page/files/{file}", self._file),
        ]

    async def _index(self, _request: web.Request) -> web.Response:
        return _served(self._assets["index.html"])

    async def _asset(self, request: web.Request) -> web.Response:
        found = self._assets.get(request.match_info["name"])
        if found is None:
            raise web.HTTPNotFound
        return _served(found)

    async def _file(self, request: web.Request) -> web.Response:
        """A shared file: its beginning as text with `?preview`, else as a download."""
        file = self.scene.workspace.files.get(request.match_info["file"])
        if file is None or not file.done:
            raise web.HTTPNotFound
        if "preview" in request.query:
            text = file.content[:PREVIEW].decode("utf-8", "replace")
            return web.Response(text=text, headers=HEADERS)
        name = "".join(each if each.isalnum() or each in "-_. " else "_" for each in file.name)
        disposition = {"Content-Disposition": f'attachment; filename="{name.encode("ascii", "replace").decode()}"'}
        return web.Response(
            body=file.content, content_type="application/octet-stream", headers={**HEADERS, **disposition}
        )


def _served(asset: Traversable) -> web.Response:
    kind = KINDS[asset.name.rpartition(".")[2]]
    return web.Response(body=asset.read_bytes(), content_type=kind, charset="utf-8", headers=HEADERS)
