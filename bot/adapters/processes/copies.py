"""The other side of `nursery` and `pool`: a process that loads what the work needs, and is copied for each worker.

A worker answers requests until its stream ends. The process that `nursery` starts answers none.
"""

import contextlib
import gc
import json
import os
import signal
import socket
import struct
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from bot.adapters.processes.allotment import worker_memory
from bot.adapters.processes.frames import frame, requested

_SECONDS = 2000

Work = Callable[[Mapping[str, Any], bytes], bytes]
"""Makes the answer to a request of its head and its body. Whatever it raises, the other side decides."""


def serve(works: Mapping[str, Work], warm_up: Callable[[], None]) -> None:
    """Load everything, then be copied for each stream that comes over standard input, until that ends."""
    control = socket.socket(fileno=os.dup(0))
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    _limit_memory()
    _go_first()
    _push_nobody_aside()
    warm_up()
    gc.freeze()  # what the copies share is never gone through, and so stays shared
    copies: set[int] = set()
    while True:
        order, streams, _, _ = socket.recv_fds(control, 4, 1)
        _bury(copies)
        if len(order) < 4:
            break
        if streams:
            copies.add(_copy(streams[0], control, works))
        else:
            _kill(copies.intersection(struct.unpack(">I", order)))
    _kill(copies)


def _copy(stream: int, control: socket.socket, works: Mapping[str, Work]) -> int:
    """The pid of a new worker on that stream."""
    pid = os.fork()
    if not pid:
        try:
            control.close()
            _work(stream, works)
        finally:
            os._exit(0)
    os.close(stream)
    return pid


def _kill(copies: set[int]) -> None:
    """A copy that has died and is not buried keeps its pid: no stranger is ever killed."""
    for pid in copies:
        os.kill(pid, signal.SIGKILL)


def _bury(copies: set[int]) -> None:
    while copies and (dead := os.waitpid(-1, os.WNOHANG)[0]):
        copies.discard(dead)


def _work(stream: int, works: Mapping[str, Work]) -> None:
    """Answer requests until there are no more. One that breaks the worker ends it, and the other side knows."""
    with socket.socket(fileno=stream) as peer, peer.makefile("rb") as source:
        peer.sendall(frame(json.dumps({"pid": os.getpid()}).encode()))
        while (told := requested(source)) is not None:
            do, head, body = told
            try:
                answer = works[do](head, body)
            except Exception:  # whatever a page makes a library do
                answer = b""
            peer.sendall(frame(answer))


def _push_nobody_aside() -> None:
    """A worker that a request wakes waits until a processor is free: it must not take that of the loop which sent it."""
    with contextlib.suppress(AttributeError, OSError):
        os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))


def _go_first() -> None:
    """Where memory runs out all the same, the kernel is to end a worker, which is tried again, and not the bot (proc(5))."""
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000")


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        most = worker_memory()
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        # A worker whose master died while a page had it in a loop must not turn for ever.
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
