"""The other side of `press` and `nursery`: processes that make articles of pages until their stream ends.

A worker speaks frames (four bytes of length, then that many bytes): a JSON head and the body in, one JSON object
out. Nothing it answers is ever unpickled: hostile pages are parsed in here. The process that `nursery` starts parses
none: it loads the libraries, and is copied for each worker.
"""

import contextlib
import gc
import json
import os
import signal
import socket
import struct
from dataclasses import asdict, replace
from typing import Any, BinaryIO

from bot.article.page import Page
from bot.errors import PageError

_MEMORY = 1_000_000_000
_SECONDS = 2000


def encoded(page: Page, extractor: str) -> bytes:
    """The frames that ask for the article of `page`."""
    head = asdict(replace(page, body=b"")) | {"body": None, "extractor": extractor}
    return _frame(json.dumps(head).encode()) + _frame(page.body)


def _frame(payload: bytes) -> bytes:
    return struct.pack(">I", len(payload)) + payload


def _read(stream: BinaryIO) -> bytes | None:
    prefix = stream.read(4)
    return stream.read(struct.unpack(">I", prefix)[0]) if len(prefix) == 4 else None


def main() -> None:
    """Load everything, then be copied for each stream that comes over standard input, until that ends."""
    control = socket.socket(fileno=os.dup(0))
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    _limit_memory()
    _warm_up()
    gc.freeze()  # what the copies share is never gone through, and so stays shared
    copies: set[int] = set()
    while True:
        order, streams, _, _ = socket.recv_fds(control, 4, 1)
        _bury(copies)
        if len(order) < 4:
            break
        if streams:
            copies.add(_copy(streams[0], control))
        else:
            _kill(copies.intersection(struct.unpack(">I", order)))
    _kill(copies)


def _copy(stream: int, control: socket.socket) -> int:
    """The pid of a new worker on that stream."""
    pid = os.fork()
    if not pid:
        try:
            control.close()
            _work(stream)
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


def _work(stream: int) -> None:
    """Answer frames until there are no more. A page that breaks the worker ends it, and the other side knows."""
    with socket.socket(fileno=stream) as peer, peer.makefile("rb") as source, peer.makefile("wb") as sink:
        _send(sink, {"pid": os.getpid()})
        while (head := _read(source)) is not None:
            body = _read(source)
            if body is None:
                return
            _send(sink, _answer(json.loads(head), body))


def _send(sink: BinaryIO, answer: dict[str, Any]) -> None:
    sink.write(_frame(json.dumps(answer).encode()))
    sink.flush()


def _answer(head: dict[str, Any], body: bytes) -> dict[str, Any]:
    from bot.article.extract import article_of

    extractor = head.pop("extractor")
    try:
        article = article_of(Page(**(head | {"body": body})), extractor=extractor)
    except PageError as error:
        return {"error": error.code, "detail": str(error), "about": error.about}
    except Exception as error:  # whatever a page makes a library do, the other side decides
        return {"broken": type(error).__name__}
    spans = [(sentence.start, sentence.end) for sentence in article.sentences]
    return {"article": article.model_dump(exclude={"sentences"}), "spans": spans}


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        # A worker whose master died while a page had it in a loop must not turn for ever.
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


def _warm_up() -> None:
    """Load what the first page would wait for."""
    from bot.article.extract import article_of

    told = (
        "<p>The minister said on Tuesday that the bridge would stay closed for six more weeks, as was reported.</p>" * 3
    )
    with contextlib.suppress(Exception):
        article_of(
            Page(f"<html><title>A bridge</title><body><h1>A bridge</h1>{told}</body></html>".encode(), "text/html")
        )


if __name__ == "__main__":
    main()
