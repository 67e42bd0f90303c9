"""Of what kind a page is, and what it is written in."""

import pytest

from bot.article.extract import article_of
from bot.article.kind import kind_of
from bot.article.page import Page
from bot.errors import NotReadable
from tests.pages import ADDRESS, PARAGRAPHS, TITLE, html, linked


@pytest.mark.parametrize(
    ("content_type", "file_name", "start", "kind"),
    [
        ("text/html", None, b"", "html"),
        ("application/xhtml+xml", None, b"", "html"),
        ("text/plain", None, b"The minister said so.", "text"),
        ("text/plain", None, b"<!DOCTYPE html><html>", "html"),
        ("text/markdown", None, b"# A", "markdown"),
        ("", "a.md", b"# A", "markdown"),
        ("", "a.txt", b"A", "text"),
        ("", "a.HTM", b"A", "html"),
        ("", None, b"<html><body>", "html"),
        ("", None, b"The minister", "text"),
        ("application/octet-stream", None, b"<!doctype html>", "html"),
        ("application/octet-stream", None, b"\x00\x01", None),
        ("application/pdf", None, b"%PDF-1.7", "pdf"),
        ("application/octet-stream", None, b"\n%PDF-1.7", "pdf"),
        ("application/pdf", None, b"<!doctype html><html>", "html"),
        ("text/html", None, b"<!doctype html><html>\x00<body>", "html"),
        ("text/html", None, b"<html>" + b"\x00" * 9, None),
        ("image/png", None, b"<html>", None),
        ("application/json", None, b"{}", None),
        ("text/css", None, b"p {}", None),
    ],
)
def test_the_kind_of_a_page(content_type: str, file_name: str | None, start: bytes, kind: str | None) -> None:
    """Content type and file name tell, then the first bytes."""
    assert kind_of(Page(start, content_type, file_name=file_name)) == kind


def test_what_is_neither_html_nor_text_is_not_readable() -> None:
    """A picture is not guessed at."""
    with pytest.raises(NotReadable):
        article_of(Page(b"\x89PNG", "image/png"))


def test_a_page_of_another_kind_in_plain_text_keeps_its_lines() -> None:
    """A text file on the web is read like one on disk, with its address."""
    article = article_of(Page(f"{TITLE}\r\n{PARAGRAPHS[0]}\r\n".encode(), "text/plain", url=ADDRESS, final_url=ADDRESS))

    assert article.text == f"{TITLE}\n{PARAGRAPHS[0]}\n"
    assert (article.title, article.url, article.lead) == (TITLE, ADDRESS, 1)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-16", "utf-8-sig", "cp1252", "utf-8"])
def test_the_bytes_tell_what_a_page_is_written_in(codec: str) -> None:
    """UTF-16 is known with its mark and without, and whatever the header says of it."""
    for declared in (None, "utf-16", "utf-7", "utf-8"):
        article = article_of(Page(html(head=linked()).encode(codec), "text/html", charset=declared))

        assert article.text == "\n\n".join([TITLE, *PARAGRAPHS])
