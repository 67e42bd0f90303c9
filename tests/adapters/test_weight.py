"""What a hostile server costs: time and memory held against those of an ordinary page, in a process of its own."""

import asyncio
import json
import os
import socket
import sys

import pytest

from bot.adapters.web.aiohttp_web import OpenWeb
from bot.errors import TooSlow, Unreachable
from tests.bombs import brotli_bomb, nested_bomb
from tests.hostile import hostile_server
from tests.processor import clock

SECONDS = 0.6
ATTACKS = {
    "/drip": {"too_slow"},
    "/drip-head": {"too_slow"},
    "/silent": {"too_slow"},
    "/slow-hops": {"too_slow"},
    "/loop": {"redirect_loop"},
    "/endless-redirect": {"read"},
    "/endless": {"too_large"},
    "/large": {"too_large"},
    "/headers": {"site_broken"},
    "/long-header": {"site_broken"},
    "/many-headers": {"site_broken"},
    "/continues": {"site_broken"},
    "/early-hints": {"site_broken"},
    "/small-chunks": {"too_slow", "too_large", "site_broken"},
    "/huge-chunk": {"too_large", "site_broken"},
    "/trailers": {"too_slow", "site_broken"},
    "/gzip-bomb": {"too_large", "too_slow"},
    "/deflate-bomb": {"too_large", "too_slow"},
    "/brotli-bomb": {"not_readable"},
    "/zstd-bomb": {"not_readable"},
    "/gzip-tail": {"read"},
    "/empty-parts": {"site_broken"},
    "/empty-blocks": {"too_large", "site_broken"},
    "/nested": {"not_readable"},
    "/nested-bombs/gzip": {"read", "not_readable"},
    "/nested-bombs/br": {"not_readable"},
}
Row = dict[str, float | str]


@pytest.fixture(scope="module")
def weighed() -> dict[str, Row]:
    """Each attack met once, after an ordinary page."""
    if not os.access("/proc/self/clear_refs", os.W_OK):
        pytest.skip("only Linux tells the peak of each fetch")
    brotli_bomb()  # packing takes longer than a fetch may
    nested_bomb()
    rows: list[Row] = [json.loads(line) for line in asyncio.run(_weighed()).splitlines()]
    return {str(row["path"]): row for row in rows}


async def _weighed() -> bytes:
    async with hostile_server() as site:
        child = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.adapters.weigh", str(SECONDS), str(site.port), "/ordinary/first", "/ordinary",
            *ATTACKS, stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        told, _ = await child.communicate()
    return told


@pytest.mark.parametrize("path", ATTACKS)
def test_an_attack_costs_little_more_than_an_ordinary_page(weighed: dict[str, Row], path: str) -> None:
    """It ends as it should, in four times the time and one and a half times the memory at most, and within 30 MB."""
    ordinary, attack = weighed["/ordinary"], weighed[path]

    assert attack["ended"] in ATTACKS[path]
    assert float(attack["seconds"]) < 4 * float(ordinary["seconds"])
    assert float(attack["peak"]) < 1.5 * float(ordinary["peak"])
    assert float(attack["peak"]) - float(ordinary["peak"]) < 30_000


async def test_a_connection_that_never_comes_about_ends_at_the_deadline() -> None:
    """A host that answers nothing to whoever knocks is too slow; where the system knows better, nothing answers there."""
    with socket.socket() as deaf, socket.socket() as first, socket.socket() as second:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        port = deaf.getsockname()[1]
        for knocking in (first, second):  # the queue is full, and the system lets whoever comes then wait
            knocking.setblocking(False)
            knocking.connect_ex(("127.0.0.1", port))
        start = clock()
        async with OpenWeb(allow=frozenset({("127.0.0.1", port)}), seconds=SECONDS, robots=False) as web:
            with pytest.raises((TooSlow, Unreachable)):
                await web.fetch(f"http://127.0.0.1:{port}/")

    assert clock() - start < 3 * SECONDS
