"""`claims-bot demo --stay`: the playground after the thread, until Ctrl-C."""

import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_playground_stays_until_it_is_stopped() -> None:
    """Where its port is taken it says so and takes another; Ctrl-C ends it without a complaint."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
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

    assert f"Port {port} is taken, so the playground took another." in shown
    assert b"/page/assets/main.js" in page
    assert (demo.returncode, complaints) == (0, "")
