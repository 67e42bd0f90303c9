"""What goes over a worker's stream, both ways: four bytes of length, then that many bytes.

A request is two frames: a JSON head that names the work in `do`, and a body. An answer is one frame, empty where the work
broke. Nothing that a worker answers is ever unpickled: hostile pages are parsed there.
"""

import json
import struct
from collections.abc import Mapping
from typing import Any, BinaryIO

Request = tuple[bytes, bytes]
"""What goes before the body, and the body: put together they would be a copy of megabytes."""


def request(do: str, body: bytes, head: Mapping[str, Any] | None = None) -> Request:
    return frame(json.dumps({"do": do, **(head or {})}).encode()) + struct.pack(">I", len(body)), body


def frame(payload: bytes) -> bytes:
    return struct.pack(">I", len(payload)) + payload


def requested(stream: BinaryIO) -> tuple[str, Mapping[str, Any], bytes] | None:
    """The next request: what to do, the rest of its head, and its body. None when there are no more."""
    head, body = _read(stream), _read(stream)
    if head is None or body is None:
        return None
    told: dict[str, Any] = json.loads(head)
    return told.pop("do"), told, body


def _read(stream: BinaryIO) -> bytes | None:
    prefix = stream.read(4)
    return stream.read(struct.unpack(">I", prefix)[0]) if len(prefix) == 4 else None
