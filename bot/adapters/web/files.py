"""Local files, and what is piped in: the same page as one from the web, but for the address."""

from pathlib import Path
from typing import BinaryIO

from bot.article.charset import unmarked_utf16
from bot.article.page import Page
from bot.errors import FileEmpty, FileUnreadable, NotReadable, TooLarge

KINDS = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".pdf": "application/pdf",
}

_ODD = bytes([*range(9), *range(14, 32)])


def page_of_file(path: str | Path, *, max_bytes: int = 5_000_000) -> Page:
    """The file as a page without an address. Raises `FileUnreadable`, `FileEmpty`, `NotReadable` for a binary one,
    `TooLarge`.

    A file without a known ending is taken for text when it holds some.
    """
    path = Path(path)
    try:
        if path.is_dir():
            raise FileUnreadable("a folder", folder=str(path))
        if not (path.is_file() or path.is_fifo()):
            raise FileUnreadable("no such file", file=path.name)
        # One byte more than allowed tells an endless file from a large one.
        with path.open("rb") as file:
            body = file.read(max_bytes + 1)
    except (OSError, ValueError) as error:
        raise FileUnreadable(f"cannot be opened: {type(error).__name__}", file=path.name) from None
    return _page(body, path, max_bytes)


def page_of_stream(stream: BinaryIO, *, max_bytes: int = 5_000_000) -> Page:
    """All that a stream holds, as a file without a known ending. Raises `FileEmpty`, `NotReadable`, `TooLarge`."""
    return _page(stream.read(max_bytes + 1), Path("-"), max_bytes)


def _page(body: bytes, path: Path, max_bytes: int) -> Page:
    if not body.strip():
        raise FileEmpty("nothing in it")
    if len(body) > max_bytes:
        raise TooLarge("larger than the cap", megabytes=max(1, max_bytes // 1_000_000))
    if _is_binary(body):
        raise NotReadable("a binary file", kind=path.suffix or path.name)
    return Page(body, KINDS.get(path.suffix.lower(), ""), file_name=path.name)


def _is_binary(body: bytes) -> bool:
    start = body[:8192]
    if start.startswith((b"\xff\xfe", b"\xfe\xff", b"%PDF-")) or unmarked_utf16(start):
        return False
    if start.startswith((b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf")):
        return True
    odd = len(start) - len(start.translate(None, _ODD))
    return b"\x00" in start or odd > len(start) // 20
