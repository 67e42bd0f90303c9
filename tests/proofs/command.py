"""How each proof is run from a shell."""

import argparse
import asyncio
import gc
import logging
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import uvloop

from bot.commands.running import GARBAGE
from tests.proofs.figures import Findings

Proof = Callable[[str], Coroutine[Any, Any, Findings]]


def main(about: str | None, *, short: Proof, whole: Proof) -> None:
    """Run it, show the table, write the JSON; exit 1 when a bound does not hold."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--short", action="store_true", help="the small form, as `make test` runs it")
    parser.add_argument("--only", default="", help="only what has this in its name")
    parser.add_argument("--out", type=Path, default=Path("build/proofs"), help="folder for the JSON")
    given = parser.parse_args()
    logging.getLogger("aiohttp.server").setLevel("CRITICAL")  # clients are killed while they wait: no error here
    gc.freeze()
    gc.set_threshold(GARBAGE, 10, 10)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:  # the stand-ins share the cores
        findings = runner.run((short if given.short else whole)(given.only))
    findings.show()
    print(findings.write(given.out))
    sys.exit(1 if findings.broken else 0)
