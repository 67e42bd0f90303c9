"""What hostile servers cost the process that fetches, against an ordinary page."""

import asyncio
import json
import os
import sys
from pathlib import Path

import pytest

from tests.hostile import hostile_server
from tests.processor import allowed

ATTACKS = [
    "/endless",
    "/gzip-bomb",
    "/brotli-bomb",
    "/deflate-bomb",
    "/nested",
    "/gzip-tail",
    "/huge-chunk",
    "/small-chunks",
    "/long-header",
    "/headers",
    "/many-headers",
    "/continues",
    "/early-hints",
    "/trailers",
    "/endless-redirect",
    "/drip",
    "/drip-head",
    "/loop",
    "/slow-hops",
    "/short-length",
    "/large",
]


@pytest.mark.slow
async def test_no_attack_makes_the_process_grow_by_thirty_megabytes() -> None:
    """All of them one after the other, three times each; and none takes more processor time than its deadline lasts."""
    async with hostile_server() as site:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.adapters.grown", site.host, str(site.port), *ATTACKS,
            stdout=asyncio.subprocess.PIPE, cwd=Path(__file__).parents[2], env=dict(os.environ),
        )  # fmt: skip
        told, _ = await process.communicate()
    cost = json.loads(told)

    assert cost["megabytes"] < 30
    assert cost["megabytes"] < 0.5 * cost["before"]
    assert cost["seconds"] < allowed(1.0)
