"""The table of docs/ARTICLES.md: each sentence stands beside the condition that produces it."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.adapters.web.aiohttp_web import OpenWeb
from bot.adapters.web.files import page_of_file
from bot.article.extract import article_of
from bot.errors import ClaimsBotError, WebError
from tests.adapters.certificates import self_signed
from tests.hostile import HostileServer, hostile_server
from tests.obstacles import BEGIN, DOCUMENT, END, OBSTACLES, Obstacle, kinds, table


async def test_every_sentence_stands_beside_what_produces_it(tmp_path: Path) -> None:
    """Each condition is met for real, ends in the error that is named, and the document holds just these rows."""
    met = await met_all(tmp_path)
    document = DOCUMENT.read_text(encoding="utf-8")

    assert [error.code for _, error in met] == [obstacle.code for obstacle in OBSTACLES]
    assert document.partition(BEGIN)[2].partition(END)[0].strip() == table(met)


def test_no_error_is_left_out() -> None:
    """Whatever a link or a file can end in has a row."""
    assert {kind.code for kind in kinds()} | {WebError.code} == {obstacle.code for obstacle in OBSTACLES}


async def met_all(folder: Path) -> list[tuple[Obstacle, ClaimsBotError]]:
    async with hostile_server() as site, hostile_server() as inside, _self_signed_server(folder) as port:
        site.robots = b"User-agent: *\nDisallow: /private\n"
        site.elsewhere = inside.url("/secret")
        closed = _closed_port()
        allow = frozenset({site.pair, ("127.0.0.1", closed), ("127.0.0.1", port)})
        found: list[tuple[Obstacle, ClaimsBotError]] = []
        for obstacle in OBSTACLES:  # a web for each: a host that asks for rest gets it
            async with OpenWeb(allow=allow, seconds=1.0, max_bytes=5_000_000) as web:
                with pytest.raises(ClaimsBotError) as caught:
                    await _meet(obstacle, web, site, {"closed": closed, "tls": port})
                found.append((obstacle, caught.value))
        return found


async def _meet(obstacle: Obstacle, web: OpenWeb, site: HostileServer, ports: dict[str, int]) -> None:
    if obstacle.page is not None:
        article_of(obstacle.page)
    elif obstacle.file:
        article_of(page_of_file(obstacle.file))
    elif obstacle.link in ports:
        await web.fetch(f"http{'s' * (obstacle.link == 'tls')}://127.0.0.1:{ports[obstacle.link]}/")
    else:
        await web.fetch(site.url(obstacle.link) if obstacle.link.startswith("/") else obstacle.link)


def _closed_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@asynccontextmanager
async def _self_signed_server(folder: Path) -> AsyncIterator[int]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(self_signed(folder))

    async def answer(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0, ssl=context) as server:
        yield server.sockets[0].getsockname()[1]
