"""The other side of `press`: a process that makes articles of pages until its input ends.

It speaks frames (four bytes of length, then that many bytes) over its standard streams: a JSON head and the
body in, one JSON object out. Nothing it answers is ever unpickled: hostile pages are parsed in here.
"""

import contextlib
import json
import os
import struct
import sys
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
    """Answer frames on standard input until it ends. A page that breaks the worker ends it, and the other side knows."""
    source, sink = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    # Whatever a library prints must not end up between the frames.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    _limit_memory()
    _warm_up()
    _send(sink, {"ready": True})
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
