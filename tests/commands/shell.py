"""`claims-bot …` in a process of its own, from the shell's words to the exit code.

What a command loads takes longer than most of what it is asked for. So a process is kept that has loaded everything, and each
command is a copy of it; `started` starts one from nothing, as a shell does.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[2]
SECONDS = 60
LOADED = (
    "alembic.command",
    *(f"bot.commands.{name}" for name in ("ask", "doctor", "evaluate", "read", "serve", "votes")),
)

Done = subprocess.CompletedProcess[str]


def here() -> dict[str, str]:
    """The environment of a command of this checkout."""
    return os.environ | {"PYTHONPATH": str(ROOT)}


def started(*words: str, **environment: str) -> Done:
    """A command that has to load what it needs by itself."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        env=here() | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )


def claims_bot(*words: str, stdin: str = "", **environment: str) -> Done:
    """The same command, the same environment and folder, loaded before."""
    with (
        tempfile.TemporaryFile("w+") as given,
        tempfile.TemporaryFile("w+") as out,
        tempfile.TemporaryFile("w+") as err,
    ):
        given.write(stdin)
        given.seek(0)
        code = _run(words, here() | environment, (given, out, err))
        out.seek(0)
        err.seek(0)
        return Done(words, code, out.read(), err.read())


def _run(words: tuple[str, ...], environment: Mapping[str, str], streams: tuple[IO[str], ...]) -> int:
    process, control = _loaded()
    if process.poll() is not None:  # tests of other folders kill what their process has started
        control.close()
        _loaded.cache_clear()
        _, control = _loaded()
    told = json.dumps([words, dict(environment), str(Path.cwd())]).encode()
    socket.send_fds(control, [told], [stream.fileno() for stream in streams])
    return int(control.recv(16))


@cache
def _loaded() -> tuple[subprocess.Popen[bytes], socket.socket]:
    """What the commands are copies of, and our end of the stream to it; it ends with us."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        process = subprocess.Popen([sys.executable, "-m", __spec__.name], stdin=theirs.fileno(), cwd=ROOT)
    ours.settimeout(2 * SECONDS)
    return process, ours


def main() -> None:
    """Load everything, then make a copy for each command that is told."""
    for name in LOADED:
        import_module(name)
    control = socket.socket(fileno=os.dup(0))
    while True:
        told, streams, _, _ = socket.recv_fds(control, 1_000_000, 3)
        if not told:
            return
        pid = os.fork()
        if not pid:
            control.close()
            words, environment, folder = json.loads(told)
            _become(words, environment, folder, streams)
            return
        for stream in streams:
            os.close(stream)
        control.send(str(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])).encode())


def _become(words: list[str], environment: dict[str, str], folder: str, streams: list[int]) -> None:
    from bot.__main__ import main as command

    signal.alarm(SECONDS)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    sys.argv[:] = ["claims-bot", *words]
    command()


def failed_with(done: Done) -> str:
    """The one sentence of a command that failed."""
    assert done.returncode == 1
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith("claims-bot: ")
    return line


def left_behind() -> list[Path]:
    """What lies in the folder where the command ran, which was empty."""
    return list(Path().iterdir())


if __name__ == "__main__":
    main()
