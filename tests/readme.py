"""What README shows of the demo. `python -m tests.readme` writes it anew."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
_SHOWN = re.compile(r"(<!-- demo -->\n```text\n)(.*?)(```\n<!-- /demo -->)", re.DOTALL)
_ADDRESS = re.compile(r"127\.0\.0\.1:\d+")
_MINUTE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d UTC")


def demo_output() -> str:
    """What `claims-bot demo` prints where it does not stay; raises when it fails or complains."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", "demo", "--no-stay"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    if done.stderr:
        raise AssertionError(done.stderr)
    return _MINUTE.sub("2026-11-23 16:00 UTC", _ADDRESS.sub("127.0.0.1:3002", done.stdout))


def shown_in_readme() -> str:
    found = _SHOWN.search(README.read_text(encoding="utf-8"))
    assert found is not None, "README has lost its demo"
    return found[2]


def write() -> None:
    text = README.read_text(encoding="utf-8")
    shown = demo_output()
    README.write_text(_SHOWN.sub(lambda match: match[1] + shown + match[3], text), encoding="utf-8")


if __name__ == "__main__":
    write()
