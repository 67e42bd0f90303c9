"""What a page is written in, as far as we read it."""

import re
from typing import Literal

from bot.article.charset import unmarked_utf16
from bot.article.page import Page

Kind = Literal["html", "text", "markdown", "pdf"]

_BY_TYPE: dict[str, Kind] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "application/pdf": "pdf",
    "application/x-pdf": "pdf",
}
_BY_SUFFIX: dict[str, Kind] = {
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "txt": "text",
    "text": "text",
    "md": "markdown",
    "markdown": "markdown",
}
# Types that servers send for want of a better one.
_VAGUE = frozenset(
    {"", "application/octet-stream", "binary/octet-stream", "application/xml", "text/xml", "unknown/unknown", "text"}
)
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|meta|div|p|title|h1)[\s>]", re.IGNORECASE)
_BINARY = (b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_STRAY = 3  # NUL bytes that a page may have among its first 512
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def kind_of(page: Page) -> Kind | None:
    """By file name and content type, else by the first bytes; None for what is neither HTML nor text nor PDF.

    A PDF is known by its first bytes alone: some servers call it anything, and some call anything that.
    """
    start = page.body[:4096]
    if b"%PDF-" in start[:1024] and not _MARKUP.search(start[:1024]):
        return "pdf"
    if start.startswith(_BINARY) or _is_binary(start):
        return None
    named = _BY_SUFFIX.get((page.file_name or "").lower().rpartition(".")[2])
    if named:
        return named
    stated = _BY_TYPE.get(page.content_type)
    if stated == "pdf" and start.lstrip()[:1] == b"<" and _MARKUP.search(start):
        return "html"
    # Some servers call every page plain text.
    misstated = stated == "text" and start.lstrip()[:1] == b"<"
    if stated and not (misstated and _MARKUP.search(start)):
        return stated
    if not misstated and page.content_type not in _VAGUE:
        return None
    if _MARKUP.search(start):
        return "html"
    return "text" if page.content_type in {"", "text"} and start.strip() else None


def _is_binary(start: bytes) -> bool:
    """NUL bytes that UTF-16 does not explain; browsers pass over one that a page has by mistake."""
    nuls = start[:512].count(0)
    strayed = nuls <= _STRAY and _MARKUP.search(start[:512])
    return bool(nuls) and not strayed and not start.startswith(_UTF16) and not unmarked_utf16(start)
