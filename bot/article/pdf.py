"""A PDF as lines of text with their places on each page. The one module that knows the PDF library.

It is fed what strangers made: it is called in a process that can be killed, never in the bot's own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any

from bot.article.characters import one_line
from bot.article.pdfinfo import Info, info_of
from bot.article.pdfstreams import unpacks_too_far
from bot.errors import NotAnArticle, PdfBroken, PdfLocked, PdfScanned, TooLong

_PAGES_AT_MOST = 300
_CHARACTERS_AT_MOST = 500_000
_LETTERS_AT_LEAST = 40
_OBJECTS_AT_MOST = 2000
_BREAKS = frozenset({10, 13})
# What the library puts where a line ends in a hyphen: for the hyphen and the break in one.
_HYPHEN_AND_BREAK = frozenset({0x2, 0xFFFE})
# Letters and their marks; digits and punctuation aside.
_RIGHT_TO_LEFT = re.compile("[\u0591-\u05f4\u0610-\u061a\u0620-\u065f\u066e-\u06ef\u06fa-\u08ff]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `left`, `right`, `base` in points from the lower left of the page, `size` the height of its letters."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page: its lines in the order in which they are drawn, and its height in points."""

    lines: tuple[Line, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Pdf:
    """`info` is what the file says of itself."""

    leaves: tuple[Leaf, ...]
    info: Info


def pdf_of(body: bytes) -> Pdf:
    """The text of a PDF. Raises `PdfLocked`, `PdfBroken`, `PdfScanned`, `TooLong` for one of far too many pages, `NotAnArticle`."""
    import pypdfium2

    if unpacks_too_far(body):
        raise PdfBroken("a page of it unpacks to more than any page is")
    try:
        document = pypdfium2.PdfDocument(body)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        # The library's last error may be that of an earlier file, hence the second look.
        if getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD and b"/Encrypt" in body:
            raise PdfLocked("it wants a password") from None
        raise PdfBroken("it does not open") from None
    with document:
        if not pages:
            raise PdfBroken("it has no pages")
        if pages > _PAGES_AT_MOST:
            raise TooLong("more pages than any article has")
        leaves = tuple(_leaves(document, pages))
        if (
            sum(character.isalpha() for leaf in leaves for line in leaf.lines for character in line.text)
            < _LETTERS_AT_LEAST
        ):
            raise _without_text(document, leaves)
        return Pdf(leaves, info_of(document.get_metadata_dict(), body))


def _without_text(document: Any, leaves: Sequence[Leaf]) -> PdfScanned | PdfBroken | NotAnArticle:
    import pypdfium2

    try:
        drawn = any(
            thing.type != pypdfium2.raw.FPDF_PAGEOBJ_TEXT
            for page in list(document)[:5]
            for thing in islice(page.get_objects(max_depth=3), _OBJECTS_AT_MOST)
        )
    except pypdfium2.PdfiumError:
        return PdfBroken("a page does not open")
    return PdfScanned("pictures of pages") if drawn and leaves else NotAnArticle("empty pages")


def _leaves(document: Any, pages: int) -> Iterator[Leaf]:
    import pypdfium2

    left = _CHARACTERS_AT_MOST
    broken = 0
    for number in range(pages):
        try:
            page = document[number]
            text = page.get_textpage()
        except pypdfium2.PdfiumError:
            broken += 1
            yield Leaf((), 0.0)
            continue
        left -= text.count_chars()
        if left < 0:
            raise TooLong("longer than any article is")
        yield Leaf(tuple(_lines(text)), float(page.get_height()))
        text.close()
        page.close()
    if broken == pages:
        raise PdfBroken("no page opens")


def _lines(text: Any) -> Iterator[Line]:
    """The library parts lines where the text jumps; each character knows its own box."""
    import pypdfium2.raw as pdfium

    count = text.count_chars()
    codes = [pdfium.FPDFText_GetUnicode(text.raw, place) for place in range(count)]
    start = 0
    for place in range(count + 1):
        if place == count or codes[place] in _BREAKS or codes[place] in _HYPHEN_AND_BREAK:
            line = _line(text, codes, start, place + (place < count and codes[place] in _HYPHEN_AND_BREAK))
            if line is not None:
                yield line
            start = place + 1


def _line(text: Any, codes: Sequence[int], start: int, end: int) -> Line | None:
    seen = [place for place in range(start, end) if codes[place] > 32 and codes[place] not in _HYPHEN_AND_BREAK]
    if not seen:
        return None
    sampled = {seen[0], seen[-1], *seen[:: max(1, len(seen) // 8)]}
    boxes = [text.get_charbox(place, loose=True) for place in sorted(sampled)]
    told = one_line("".join(_logical(text, codes, start, end)))
    if not told:
        return None
    return Line(
        told,
        min(box[0] for box in boxes),
        max(box[2] for box in boxes),
        min(box[1] for box in boxes),
        max(box[3] - box[1] for box in boxes),
    )


def _logical(text: Any, codes: Sequence[int], start: int, end: int) -> Iterator[str]:
    """Words in the order in which they are read: some files hold those of right-to-left scripts letter by letter from the left."""
    place = start
    while place < end:
        last = place
        while last < end and _RIGHT_TO_LEFT.match(_character(codes[last])):
            last += 1
        if last == place:
            yield _character(codes[place])
            place += 1
            continue
        word = [_character(code) for code in codes[place:last]]
        yield "".join(reversed(word) if _runs_rightwards(text, place, last) else word)
        place = last


def _runs_rightwards(text: Any, start: int, end: int) -> bool:
    middles: list[float] = [(box[0] + box[2]) / 2 for box in (text.get_charbox(place) for place in range(start, end))]
    rightwards = sum((after > before) - (after < before) for before, after in pairwise(middles))
    return rightwards > 0


def _character(code: int) -> str:
    if code in _HYPHEN_AND_BREAK:
        return "-"
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
