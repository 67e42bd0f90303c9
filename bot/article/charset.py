"""From bytes to text: a byte order mark, the header, valid UTF-8, what the page says of itself, then a guess."""

import codecs
import re
from collections.abc import Iterator

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
# What browsers read these labels as (WHATWG Encoding): the older sets are subsets in name only.
_WIDER = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "iso-8859-9": "cp1254",
    "windows-874": "cp874",
    "tis-620": "cp874",
    "x-sjis": "cp932",
    "x-gbk": "gb18030",
    "x-mac-cyrillic": "mac-cyrillic",
}
_WRITTEN_IN = re.compile(
    r"utf-(?:8|16|16-le|16-be|32)|cp(?:8\d\d|9\d\d|125\d)|iso8859-\d+|iso2022_(?:jp|kr).*|koi8-[rut]|gb18030|big5.*|euc_.*|shift_jis.*|hz|mac-.*|johab"
)


# Bytes that are in one of these are known without being told, and bytes that are not make noise of any label.
_WIDE = ("utf-16", "utf-32")


def decoded(body: bytes, declared: str | None = None) -> str:
    """The text of `body`; `declared` is the charset of the header. Never raises, whatever the bytes."""
    for mark, marked in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(marked, "replace")
    wide = unmarked_utf16(body)
    if wide:
        return body.decode(wide, "replace")
    candidates = (_tried(body, name) for name in _names(body, declared))
    return next((text for text in candidates if text is not None), "")


def unmarked_utf16(body: bytes) -> str | None:
    """The codec of UTF-16 without a mark: every other byte of markup is zero. None for anything else."""
    start = body[:400]
    half = len(start) // 2
    even, odd = start[::2].count(0), start[1::2].count(0)
    if half < 8 or max(even, odd) < 0.6 * half or min(even, odd) > 0.05 * half:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _names(body: bytes, declared: str | None) -> Iterator[str | None]:
    """Codecs to try, likeliest first; the last one takes anything. What costs time is asked last."""
    said = _DECLARED.search(body[:4096])
    labels = [_codec(declared), _codec(said[1].decode("ascii")) if said else None]
    # A header that says Latin-1 is a server's default more often than the truth, so UTF-8 is tried before it.
    if labels[0] != "cp1252":
        yield labels[0]
    yield "utf-8"
    yield _nearly_utf8(body)
    yield labels[1]
    yield labels[0]
    yield _codec(_guess(body))
    yield "cp1252"
    yield "utf-8:replace"


def _nearly_utf8(body: bytes) -> str | None:
    """`utf-8:replace` for UTF-8 with a broken character here and there, or cut at its end."""
    text = body.decode("utf-8", "replace")
    wide = sum(1 for character in text[:200_000] if character > "\x7f")
    return "utf-8:replace" if wide and text[:200_000].count("\ufffd") * 10 <= wide else None


def _guess(body: bytes) -> str | None:
    import cchardet

    name = cchardet.detect(body[:200_000])["encoding"]
    return str(name) if name else None


def _tried(body: bytes, name: str | None) -> str | None:
    if name is None:
        return None
    codec, _, errors = name.partition(":")
    try:
        return body.decode(codec, errors or "strict")
    except ValueError:
        return None


def _codec(label: str | None) -> str | None:
    """The codec that a label stands for, if it is one that pages are written in.

    Python knows more: `zip` and `rot13` are codecs too, UTF-7 hides markup, `idna` and `punycode` are quadratic.
    """
    wanted = (label or "").strip().strip("\"'").lower()
    try:
        name = codecs.lookup(_WIDER.get(wanted, wanted)).name
    except (LookupError, ValueError):
        return None
    return name if _WRITTEN_IN.fullmatch(name) and not name.startswith(_WIDE) else None
