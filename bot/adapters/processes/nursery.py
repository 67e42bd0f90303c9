"""Where the processes of `pool` come from: copies of one that has loaded everything, made in milliseconds."""

import contextlib
import os
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import bot

PROGRAM = "bot.bench"
_LET_THROUGH = ("PATH", "LANG", "LC_ALL", "TZ", "SYSTEMROOT")


class Nursery:
    """Starts `bot.bench`, and has it copy itself for each worker.

    The first worker waits until the libraries are loaded, half a second of a processor; after that a page that kills
    its worker costs no more than a fork. Belongs to no event loop. It ends with this process, however that ends.
    """

    def __init__(self, python: str = sys.executable, *, stays: bool = False) -> None:
        """`stays` keeps what the workers are copies of even while there is none."""
        self._python = python
        self._stays = stays
        self._workers = 0
        self._parent: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None

    def worker(self) -> socket.socket:
        """Our end of a new worker's only stream; the first frame on it says its pid. Raises OSError."""
        try:
            stream = self._copy()
        except OSError:  # it is not there yet, or has died
            self.close()
            self._start()
            stream = self._copy()
        self._workers += 1
        return stream

    def end(self, pid: int | None) -> None:
        """Kill a worker, whatever it does; one that has not said its pid yet ends with its stream."""
        self._workers -= 1
        if self._control and pid:
            with contextlib.suppress(OSError):
                self._control.send(struct.pack(">I", pid))

    def rest(self) -> None:
        """Give back what is held for workers to come, if there is none now."""
        if not self._workers and not self._stays:
            self.close()

    def close(self) -> None:
        """End what the workers are copies of, and them with it."""
        if self._control:
            self._control.close()
        if self._parent:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._parent.pid, signal.SIGKILL)  # not waited for yet: the number is nobody else's
            self._parent.wait()
        self._control = self._parent = None

    def _copy(self) -> socket.socket:
        if self._control is None:
            raise ConnectionError("not started")
        with _pair() as (ours, theirs):
            socket.send_fds(self._control, [struct.pack(">I", 0)], [theirs.fileno()])
        return ours

    def _start(self) -> None:
        """None of our settings and secrets reach the process that parses strangers' pages."""
        environment = {name: os.environ[name] for name in _LET_THROUGH if name in os.environ}
        environment["PYTHONPATH"] = str(Path(bot.__file__).parents[1])
        with _pair() as (ours, theirs):
            self._parent = subprocess.Popen(  # noqa: S603  this very interpreter, no words of strangers
                [self._python, "-m", PROGRAM],
                stdin=theirs.fileno(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                env=environment, cwd=os.sep, start_new_session=True,
            )  # fmt: skip
        ours.setblocking(False)
        self._control = ours


@contextlib.contextmanager
def _pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    """Our end and theirs; theirs is closed once it was handed over, ours too where that failed."""
    ours, theirs = socket.socketpair()
    with theirs:
        try:
            yield ours, theirs
        except OSError:
            ours.close()
            raise
