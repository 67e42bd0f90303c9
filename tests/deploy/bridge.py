"""Lets containers without a network reach this machine's loopback: over sockets that are files in a shared folder.

In a container this file is `sitecustomize.py`, and the same ports lead there.
"""

import os
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

Dial = Callable[[], socket.socket]


def to_port(port: int) -> Dial:
    return lambda: socket.create_connection(("127.0.0.1", port))


def to_file(path: Path) -> Dial:
    def dial() -> socket.socket:
        there = socket.socket(socket.AF_UNIX)
        there.connect(str(path))
        return there

    return dial


def at_file(path: Path) -> socket.socket:
    door = socket.socket(socket.AF_UNIX)
    door.bind(str(path))
    path.chmod(0o777)
    door.listen(128)
    return door


def serve(door: socket.socket, dial: Dial) -> None:
    """Pass on whoever comes to `door`, for as long as it is open."""

    def listen() -> None:
        while True:
            try:
                ours, _ = door.accept()
            except OSError:
                return
            try:
                theirs = dial()
            except OSError:
                ours.close()
                continue
            threading.Thread(target=_couple, args=(ours, theirs), daemon=True).start()

    threading.Thread(target=listen, daemon=True).start()


def _couple(ours: socket.socket, theirs: socket.socket) -> None:
    """Both ways, until either end has had enough."""
    with ours, theirs:
        back = threading.Thread(target=_pour, args=(theirs, ours), daemon=True)
        back.start()
        _pour(ours, theirs)
        back.join()


def _pour(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):
        while piece := source.recv(65536):
            sink.sendall(piece)
    for each in (source, sink):
        with suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)


def in_the_container(folder: Path) -> None:
    for path in folder.glob("*.sock"):
        try:
            door = socket.create_server(("127.0.0.1", int(path.stem)))
        except OSError:
            continue  # another process of this container has it already
        serve(door, to_file(path))


if __name__ == "sitecustomize" and "BRIDGE" in os.environ:
    in_the_container(Path(os.environ["BRIDGE"]))
