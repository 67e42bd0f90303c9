"""What fetching costs a process that does nothing else: `python -m tests.adapters.weigh SECONDS PORT PATH…`, on loopback.

One line of JSON for each path: how the fetch ended, the seconds it took on a machine of its own, and the most memory (KB) the process held meanwhile.
"""

import asyncio
import json
import re
import sys
from pathlib import Path

from bot.adapters.web.aiohttp_web import OpenWeb
from bot.errors import ClaimsBotError
from tests.processor import clock

_STATUS = Path("/proc/self/status")


async def main(seconds: float, port: int, paths: list[str]) -> None:
    allow = frozenset({("127.0.0.1", port)})
    async with OpenWeb(allow=allow, seconds=seconds, max_bytes=5_000_000, robots=False) as web:
        for path in paths:
            _forget_the_peak()
            start = clock()
            try:
                await web.fetch(f"http://127.0.0.1:{port}{path}")
                ended = "read"
            except ClaimsBotError as error:
                ended = error.code
            row = {"path": path, "ended": ended, "seconds": clock() - start, "peak": _peak()}
            print(json.dumps(row), flush=True)


def _forget_the_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5")  # proc(5)


def _peak() -> int:
    found = re.search(r"VmHWM:\s+(\d+)", _STATUS.read_text())
    assert found
    return int(found[1])


if __name__ == "__main__":
    asyncio.run(main(float(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]))
