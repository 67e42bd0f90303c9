"""Text from outside, made safe to stand within a sentence of ours: one line, nothing invisible, nothing that reorders."""

import re
import unicodedata
from typing import Final

_JOINERS: Final = "\u200c\u200d"
_ISOLATE, _POP = "\u2068", "\u2069"
_RTL: Final = frozenset(("R", "AL", "AN"))
# Cc controls, Cf formats (bidi, zero width, tags), Cs lone surrogates, Co private use. Unassigned ones stay: they may
# be newer than this Python's tables.
_UNSEEN: Final = frozenset(("Cc", "Cf", "Cs", "Co"))


def clean(text: str) -> str:
    """One line without control, bidi, zero-width, private and lone surrogate characters.

    The two joiners stay between characters that are not ASCII: Persian, Indic scripts and emoji need them.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    seen = "".join(_seen(text, i) for i in range(len(text)))
    return re.sub(r"\s+", " ", seen).strip()


def _seen(text: str, i: int) -> str:
    char = text[i]
    if char.isspace():
        return " "
    if unicodedata.category(char) not in _UNSEEN or unicodedata.bidirectional(char) == "AN":
        return char  # AN: the Arabic number signs are formats that are seen
    inner = 0 < i < len(text) - 1
    if char in _JOINERS and inner and not text[i - 1].isascii() and not text[i + 1].isascii():
        return char
    return ""


def isolate(text: str) -> str:
    """The text, and marks around it that keep right-to-left letters in it from reordering what stands beside it."""
    if any(unicodedata.bidirectional(char) in _RTL for char in text):
        return f"{_ISOLATE}{text}{_POP}"
    return text


def shorten(text: str, most: int) -> str:
    """At most `most` characters, cut at a word where there is one, with an ellipsis."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    space = cut.rfind(" ", most // 2)
    return (cut[:space] if space > 0 else _whole(cut)).rstrip(" ,;:–—-") + "…"


def _whole(cut: str) -> str:
    """Without a joiner or combining mark left hanging is good enough: a base letter stays whole."""
    return cut.rstrip(_JOINERS)


def phrase(text: str, most: int) -> str:
    """Cleaned, shortened, isolated: ready to stand in a sentence of ours."""
    return isolate(shorten(clean(text), most))


def show(text: str) -> str:
    """What a surface draws: lines kept, and within them our own isolates and a space at either end; else as `clean`."""
    return "\n".join(_show_line(line) for line in re.split(r"\r\n|[\n\r\u2028\u2029\x0b\x0c\x85]", text))


def _show_line(line: str) -> str:
    depth, parts = 0, []
    for piece in re.split(f"([{_ISOLATE}{_POP}])", line):
        if piece == _POP and not depth:
            continue
        depth += {_ISOLATE: 1, _POP: -1}.get(piece, 0)
        parts.append(piece if piece in (_ISOLATE, _POP) else _keep_edges(piece))
    return "".join(parts) + _POP * depth


def _keep_edges(piece: str) -> str:
    inner = clean(piece)
    if not inner:
        return " " if piece[:1].isspace() else ""
    return f"{' ' if piece[0].isspace() else ''}{inner}{' ' if piece[-1].isspace() else ''}"
