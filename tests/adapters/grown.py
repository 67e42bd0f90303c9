"""By how much fetching makes a process grow: `python -m tests.adapters.grown HOST PORT PATH…` prints megabytes and seconds.

One path after another, each three times, in a process that has fetched an ordinary page before. The seconds are
of processor time, the most that any of the paths took.
"""

import asyncio
import json
import resource
import sys
import time
from contextlib import suppress

from bot.adapters.web.aiohttp_web import OpenWeb
from bot.errors import ClaimsBotError


async def main(host: str, port: str, paths: list[str]) -> None:
    pair = (host, int(port))
    async with OpenWeb(allow=frozenset({pair}), seconds=1.0, robots=False) as web:
        ordinary = await _fetched(web, pair, "/article")
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        slowest = 0.0
        for path in paths:
            slowest = max(slowest, await _fetched(web, pair, path))
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(json.dumps({"megabytes": grown / 1024, "seconds": slowest, "ordinary": ordinary, "before": before / 1024}))


async def _fetched(web: OpenWeb, pair: tuple[str, int], path: str) -> float:
    start = time.process_time()
    for n in range(3):
        with suppress(ClaimsBotError):
            await web.fetch(f"http://{pair[0]}:{pair[1]}{path}?{n}")
    return (time.process_time() - start) / 3


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
