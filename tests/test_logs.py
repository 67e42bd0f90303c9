"""What reaches the log of a bot that is started as an operator starts it."""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
_A_WAIT_AND_ITS_END = """
from bot.adapters.jobs.waiting import Waiting
from bot.errors import LibraryError
from bot.logs import configure_logs

configure_logs("info")
waiting = Waiting()
waiting.tell(LibraryError("It is away."))
waiting.over()
"""


def test_the_log_tells_when_the_queue_has_its_database_again() -> None:
    """The end of a wait is as plain as its beginning: who reads of the one is told of the other."""
    command = [sys.executable, "-c", _A_WAIT_AND_ITS_END]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stderr

    assert [json.loads(line)["event"] for line in said.splitlines()] == [
        "the queue waits for its database",
        "the queue has its database again",
    ]


def test_every_line_of_ours_is_at_the_level_that_is_set() -> None:
    """A library's quiet lines are left out, and a logger under another name than ours would be taken for a library's."""
    named = re.compile(r"get_logger\((.*?)\)")
    names = {name for path in (ROOT / "bot").rglob("*.py") for name in named.findall(path.read_text(encoding="utf-8"))}

    assert [name for name in names if not name.startswith('"claims_bot.')] == []
