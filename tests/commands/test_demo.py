"""`claims-bot demo --stay`: the playground after the thread, until Ctrl-C."""

import random
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[2]


def taken_before_a_free_one() -> tuple[socket.socket, int]:
    """A port that is listened at, and that has a free one after it: below those that the system gives to whoever asks for any."""
    while True:
        port = random.randrange(20_000, 32_000)
        with suppress(OSError):
            socket.create_server(("127.0.0.1", port + 1)).close()
            return socket.create_server(("127.0.0.1", port)), port


def test_the_playground_stays_until_it_is_stopped() -> None:
    """Where its port is taken it says so and takes another; the articles are at the next; Ctrl-C ends it quietly."""
    taken, port = taken_before_a_free_one()
    with taken:
        command = [sys.executable, "-u", "-m", "bot", "demo", "--stay", "--port", str(port)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as demo:
            assert demo.stdout is not None
            shown = ""
            while "until you press Ctrl-C" not in shown:
                line = demo.stdout.readline()
                assert line, "the demo ended"
                shown += line
            address = re.search(r"The playground is open at (http://127\.0\.0\.1:\d+/)", shown)
            assert address is not None
            with urllib.request.urlopen(address[1], timeout=10) as answer:
                page = answer.read()
            demo.send_signal(signal.SIGINT)
            _, complaints = demo.communicate(timeout=30)

    assert f"you paste    http://127.0.0.1:{port + 1}/harbour-cranes" in shown
    assert f"/, because port {port} is taken, until you press Ctrl-C." in shown
    assert b"/page/assets/main.js" in page
    assert (demo.returncode, complaints) == (0, "")


def test_without_a_terminal_it_ends_and_says_so() -> None:
    """In its last line, with what keeps it open."""
    command = [sys.executable, "-m", "bot", "demo"]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=True)

    last = "This is not a terminal, so it ends here; .venv/bin/claims-bot demo --stay keeps the playground open."
    assert done.stdout.endswith(f"\n\n{last}\n")
