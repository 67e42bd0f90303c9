"""From a PDF to an article."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.article.article import Article
from bot.article.extract import article_of
from bot.article.page import Page
from bot.errors import NotAnArticle, PageError, PdfBroken, PdfLocked, PdfScanned, TooLong
from bot.reply.passage import passage_url
from tests.pages import ADDRESS, PARAGRAPHS, TITLE
from tests.pdfs import column, packed, pdf, scan, words_without_end
from tests.processor import allowed, seconds_of

HEADLINE = (60.0, 740.0, 24.0, TITLE)


def read(body: bytes, **more: str) -> Article:
    return article_of(Page(body, "application/pdf", **more))  # type: ignore[arg-type]  # all of them are text


def test_a_pdf_becomes_headline_and_paragraphs() -> None:
    """The largest text is the headline, lines are joined to paragraphs, a byline is known and not told."""
    article = read(pdf([HEADLINE, *column("\n".join(["By Anna Berg and Tom Lind", *PARAGRAPHS]))]))

    assert article.text == "\n\n".join([TITLE, *PARAGRAPHS])
    assert (article.title, article.lead, article.language) == (TITLE, 1, "en")
    assert article.byline == ("Anna Berg", "Tom Lind")


@pytest.mark.parametrize(
    ("said", "title"),
    [
        (f"{TITLE} | The Northern Courier", TITLE),
        ("Microsoft Word - bridge_final.docx", TITLE),
        ("untitled", TITLE),
        ("20260304_p03.indd", TITLE),
        ("", TITLE),
    ],
)
def test_the_title_is_what_the_page_shows(said: str, title: str) -> None:
    """What the file says of itself counts only as far as it is the headline; a program's own words never do."""
    assert read(pdf([HEADLINE, *column("\n".join(PARAGRAPHS))], title=said)).title == title


def test_a_title_that_stands_nowhere_on_the_page_is_taken_from_the_file() -> None:
    """A page of one size has no headline but the one in the file."""
    article = read(pdf(column("\n".join(PARAGRAPHS)), title=TITLE, author="Anna Berg"))

    assert article.text == "\n\n".join([TITLE, *PARAGRAPHS])
    assert article.byline == ("Anna Berg",)


@pytest.mark.parametrize(
    ("said", "published", "modified"),
    [
        ({"CreationDate": "D:20260304081500+01'00'", "ModDate": "D:20260306100000Z"}, "2026-03-04T08:15:00+01:00", "2026-03-06T10:00:00+00:00"),
        ({"CreationDate": "D:20260304"}, "2026-03-04", None),
        ({"CreationDate": "D:202603040815-05'30"}, "2026-03-04T08:15:00-05:30", None),
        ({"CreationDate": "D:19700101000000Z"}, None, None),
        ({"CreationDate": "D:20261399000000Z"}, None, None),
        ({"CreationDate": "yesterday", "ModDate": "D:99999999999999"}, None, None),
        ({"CreationDate": "D:20260304000000Z", "ModDate": "D:20110101000000Z"}, None, None),
        ({"xmp": "<xmp:CreateDate>2026-03-04T08:15:00+01:00</xmp:CreateDate>"}, "2026-03-04T08:15:00+01:00", None),
        ({"xmp": '<rdf:Description xmp:CreateDate="2026-03-04" xmp:ModifyDate="2026-03-06"/>'}, "2026-03-04", "2026-03-06"),
        ({"CreationDate": "D:20260401000000Z", "xmp": '<rdf:Description prism:publicationDate="2026-03-04"/>'}, "2026-03-04", None),
        ({}, None, None),
    ],
)  # fmt: skip
def test_a_pdf_says_when_it_was_published(said: dict[str, Any], published: str | None, modified: str | None) -> None:
    """By its dictionary or its packet; a date that cannot be is none."""
    article = read(pdf([HEADLINE, *column("\n".join(PARAGRAPHS))], **said))

    assert (article.published_at, article.modified_at) == (published, modified)


def test_the_day_on_the_page_is_that_of_the_article() -> None:
    """An old page that is printed today stays an old one."""
    lines = column("\n".join(["4 March 2019", *PARAGRAPHS]))

    assert read(pdf([HEADLINE, *lines], CreationDate="D:20260304")).published_at == "2019-03-04"


def test_title_and_people_may_stand_in_the_packet_alone() -> None:
    """What a page of one size does not show, and the dictionary leaves out."""
    xmp = (
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{TITLE}</rdf:li></rdf:Alt></dc:title>'
        "<dc:creator><rdf:Seq><rdf:li>Anna Berg</rdf:li> <rdf:li>Tom Lind</rdf:li></rdf:Seq></dc:creator>"
    )

    article = read(pdf(column("\n".join(PARAGRAPHS)), xmp=xmp))

    assert (article.title, article.byline) == (TITLE, ("Anna Berg", "Tom Lind"))


def test_words_parted_at_the_end_of_a_line_are_whole_again() -> None:
    """A hyphen goes, unless the text writes the word with one elsewhere or what follows is a name."""
    lines = (
        "The inspectors who looked at the well-known con-",
        "struction said on Tuesday that it was a well-",
        "known danger. The report was written by a Franco-",
        "German company that nobody had asked about it be-",
        "fore, and the costs are up to those who build it.",
    )
    placed = [(60.0, 700.0 - 14 * n, 12.0, line) for n, line in enumerate(lines)]

    article = read(pdf([HEADLINE, *placed]))

    assert "well-known construction said" in article.text
    assert "a well-known danger" in article.text
    assert "a Franco-German company" in article.text
    assert "about it before, and" in article.text


def test_two_columns_are_read_one_after_the_other() -> None:
    """A paragraph that goes on in the next column is one."""
    left, right = column("\n".join(PARAGRAPHS[:3]), width=40, size=10), column("\n".join(PARAGRAPHS[3:]), width=40, size=10, left=320)  # fmt: skip

    article = read(pdf([HEADLINE, *left, *right]))

    assert article.text == "\n\n".join([TITLE, *PARAGRAPHS])


def test_pages_are_known_and_a_paragraph_goes_on_over_them() -> None:
    """Running heads and page numbers go, and a sentence is on the page where it begins."""
    first, second = PARAGRAPHS[0][:84], PARAGRAPHS[0][85:]
    pages = [
        [(60, 780, 9, "The Northern Courier"), HEADLINE, *column(f"{PARAGRAPHS[1]}\n{first}"), (290, 20, 9, "Page 1 of 3")],
        [(60, 780, 9, "The Northern Courier"), *column(f"{second}\n{PARAGRAPHS[2]}"), (290, 20, 9, "Page 2 of 3")],
        [(60, 780, 9, "The Northern Courier"), *column("\n".join(PARAGRAPHS[3:])), (290, 20, 9, "Page 3 of 3")],
    ]  # fmt: skip

    article = read(pdf(*pages), url=ADDRESS, final_url=ADDRESS)

    assert article.text == "\n\n".join([TITLE, PARAGRAPHS[1], PARAGRAPHS[0], *PARAGRAPHS[2:]])
    assert article.text[article.pages[1] :].startswith(second)
    assert [article.page_of(s.n) for s in article.sentences] == [1, 1, 1, 1, 2, 3, 3, 3]
    assert passage_url(article, len(article.sentences)) == f"{ADDRESS}#page=3"


def test_a_page_without_text_begins_where_the_next_one_does() -> None:
    """Numbers of pages count those that hold a picture only."""
    article = read(pdf([HEADLINE, *column("\n".join(PARAGRAPHS[:3]))], [], column("\n".join(PARAGRAPHS[3:]))))

    assert article.pages[1] == article.pages[2]
    assert article.page_of(1) == 1
    assert article.page_of(len(article.sentences)) == 3


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (scan(), PdfScanned),
        (pdf([HEADLINE, *column("\n".join(PARAGRAPHS))], encrypted=True), PdfLocked),
        (b"%PDF-1.7\n1 0 obj\n<<", PdfBroken),
        (b"%PDF-1.4\n%%EOF", PdfBroken),
        (pdf(), PdfBroken),
        (pdf([]), NotAnArticle),
        (pdf([HEADLINE]), NotAnArticle),
        (pdf(*[[(60, 700, 12, "No.")]] * 301), TooLong),
    ],
    ids=["scan", "password", "cut off", "nothing", "no page", "empty page", "headline", "pages"],
)
def test_a_pdf_that_cannot_be_read_says_why(body: bytes, error: type[PageError]) -> None:
    """A scan, a password and damage are told apart."""
    with pytest.raises(error) as caught:
        read(body)

    assert type(caught.value) is error


@pytest.mark.parametrize(
    "page",
    [
        {"content_type": "application/octet-stream"},
        {"content_type": "", "file_name": "article.pdf"},
        {"content_type": "text/plain"},
        {"content_type": "text/html"},
    ],
)
def test_a_pdf_is_known_by_its_first_bytes(page: dict[str, str]) -> None:
    """Whatever a server or a person calls it."""
    body = pdf([HEADLINE, *column("\n".join(PARAGRAPHS))])

    assert article_of(Page(body, **page)).title == TITLE  # type: ignore[arg-type]  # all of them are text


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_pdf_is_an_article_or_a_page_error(data: st.DataObject) -> None:
    """Bytes changed, cut out or doubled anywhere raise nothing else."""
    body = bytearray(pdf([HEADLINE, *column("\n".join(PARAGRAPHS))]))
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(body) - 1))
        length = data.draw(st.integers(0, 40))
        body[place : place + length] = data.draw(st.binary(max_size=20))
    try:
        article = read(bytes(body))
    except PageError:
        return

    assert all(article.sentence(s.n).strip() for s in article.sentences)


@pytest.mark.parametrize(
    "made",
    [lambda: packed(b"BT /F1 12 Tf 10 10 Td (" + b"a" * 40_000_000 + b") Tj ET"), lambda: words_without_end(1_000_000)],
    ids=["one string", "many"],
)
def test_a_page_that_unpacks_to_far_more_than_any_page_is_not_opened(made: Callable[[], bytes]) -> None:
    """It would take seconds and hundreds of megabytes; it is told from how far it unpacks, and no further."""
    body = made()

    def refused() -> None:
        with pytest.raises(PdfBroken):
            read(body)

    assert seconds_of(refused) < allowed(0.5)


def test_pictures_and_fonts_may_be_as_large_as_they_are() -> None:
    """Reading the text opens no picture; a font of thousands of signs is that large."""
    lines = column("\n".join(PARAGRAPHS))
    drawn = b"\n".join(
        b"BT /F1 12 Tf %d %d Td (%s) Tj ET" % (left, base, text.encode()) for left, base, _, text in lines
    )
    padding = b" " * 12_000_000

    assert read(packed(drawn + padding, b"/Subtype /Image")).sentences
    assert read(packed(drawn + padding, b"/Length1 7")).sentences
