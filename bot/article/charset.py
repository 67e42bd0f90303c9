"""From bytes to text: a byte order mark, the header, valid UTF-8, what the page says of itself, then a guess."""

import codecs
import re

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
}


def decoded(body: bytes, declared: str | None = None) -> str:
    """The text of `body`; `declared` is the charset of the header. Never raises, whatever the bytes."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    text = _tried(body, declared)
    if text is not None and declared and _name(declared) != "cp1252":
        return text
    # A header saying Latin-1 is a server's default more often than the truth.
    utf8 = _tried(body, "utf-8")
    if utf8 is not None:
        return utf8
    if text is not None:
        return text
    said = _DECLARED.search(body[:4096])
    label = said[1].decode("ascii") if said else None
    guesses = (label if label and not label.lower().startswith("utf") else None, _guess(body))
    found = next((text for text in (_tried(body, guess) for guess in guesses) if text is not None), None)
    return body.decode(_known(declared) or _known(label) or "utf-8", "replace") if found is None else found


def _guess(body: bytes) -> str | None:
    import cchardet

    name = cchardet.detect(body[:200_000])["encoding"]
    return str(name) if name else None


def _tried(body: bytes, label: str | None) -> str | None:
    name = _known(label)
    if name is None:
        return None
    try:
        return body.decode(name)
    except (UnicodeError, ValueError):
        return None


def _name(label: str) -> str:
    lowered = label.strip().strip("\"'").lower()
    return _WIDER.get(lowered, lowered)


def _known(label: str | None) -> str | None:
    """The codec for `label`, if it is one for text."""
    if not label:
        return None
    try:
        codec = codecs.lookup(_name(label))
    except (LookupError, ValueError):
        return None
    # `zip` or `rot13` are codecs too, and UTF-7 hides markup; `idna` and `punycode` are quadratic.
    if not getattr(codec, "_is_text_encoding", True) or codec.name in {
        "utf-7",
        "idna",
        "punycode",
        "unicode_escape",
        "raw-unicode-escape",
        "unicode-escape",
    }:
        return None
    return codec.name
