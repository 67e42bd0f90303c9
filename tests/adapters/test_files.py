"""Local files as pages."""

import os
from pathlib import Path
from threading import Thread

import pytest

from bot.adapters.web.files import page_of_file
from bot.article.extract import article_of
from bot.errors import FileUnreadable, NotReadable, TooLarge
from tests.hostile import ARTICLE
from tests.pages import PARAGRAPHS, TITLE
from tests.pdfs import column, pdf

TEXT = "Harbour bridge stays closed\nThe minister said that it would stay closed. The company denied it.\n"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.html", "text/html"),
        ("A.HTM", "text/html"),
        ("a.txt", "text/plain"),
        ("a.md", "text/markdown"),
        ("a.pdf", "application/pdf"),
        ("article", ""),
    ],
)
def test_a_file_is_a_page_without_an_address(tmp_path: Path, name: str, kind: str) -> None:
    """The ending tells what it is; the name is kept."""
    path = tmp_path / name
    path.write_text(TEXT)

    page = page_of_file(path)

    assert (page.content_type, page.file_name, page.url, page.body.decode()) == (kind, name, None, TEXT)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "article"])
def test_a_text_file_becomes_an_article(tmp_path: Path, name: str) -> None:
    """The first line is the headline, the text stays as it is."""
    path = tmp_path / name
    path.write_text(TEXT)

    article = article_of(page_of_file(path))

    assert article.title == "Harbour bridge stays closed"
    assert article.text == TEXT
    assert (article.lead, len(article.sentences)) == (1, 3)


def test_a_pdf_becomes_an_article(tmp_path: Path) -> None:
    """A file with pages is read like any other."""
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf([(60, 740, 24, TITLE), *column("\n".join(PARAGRAPHS))]))

    article = article_of(page_of_file(path))

    assert article.text == "\n\n".join([TITLE, *PARAGRAPHS])
    assert article.pages == (0,)


def test_a_saved_page_keeps_its_address(tmp_path: Path) -> None:
    """A saved page has no address of its own but the one it names."""
    path = tmp_path / "saved.html"
    path.write_bytes(
        ARTICLE.replace(b"</head>", b"<link rel='canonical' href='https://courier.example/news/bridge#x'></head>")
    )

    article = article_of(page_of_file(path))

    assert article.url is None
    assert article.canonical_url == article.address == "https://courier.example/news/bridge"


def test_what_cannot_be_read_is_said_so(tmp_path: Path) -> None:
    """A missing file, a folder, a file without permission, a large one and a binary one: each says what it is."""
    (tmp_path / "large.txt").write_bytes(b"a" * 2000)
    (tmp_path / "binary.txt").write_bytes(b"PK\x03\x04" + bytes(range(256)))
    (tmp_path / "zeros.html").write_bytes(b"<p>" + b"\x00" * 100)

    for name in ("missing.txt", ".", "large.txt", "binary.txt", "zeros.html", "bad\x00name", "x" * 5000):
        with pytest.raises((FileUnreadable, NotReadable, TooLarge)) as caught:
            page_of_file(tmp_path / name, max_bytes=1000)
        assert caught.value.about or isinstance(caught.value, FileUnreadable)


def test_what_a_program_writes_into_a_pipe_is_a_page(tmp_path: Path) -> None:
    """`claims-bot read <(program)` names one."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writing = Thread(target=pipe.write_text, args=[TEXT])
    writing.start()

    page = page_of_file(pipe)

    writing.join()
    assert page.body.decode() == TEXT


def test_an_endless_file_is_not_read_to_its_end() -> None:
    """A device is no file."""
    with pytest.raises((FileUnreadable, TooLarge)):
        page_of_file("/dev/zero")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_the_encoding_of_a_text_file_is_found(tmp_path: Path, encoding: str) -> None:
    """The umlauts arrive whichever way they were written down."""
    text = (
        "Brücke bleibt gesperrt\nDer Minister sagte, dass die Brücke für sechs Wochen gesperrt bleibt. Die Firma bestreitet das heftig.\n"
        * 3
    )
    path = tmp_path / "a.txt"
    path.write_text(text, encoding=encoding)

    article = article_of(page_of_file(path))

    assert article.text == text
    assert article.language == "de"
