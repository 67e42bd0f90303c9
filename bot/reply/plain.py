"""Text from outside, made safe to stand within a sentence of ours: one line, nothing invisible, nothing that reorders."""

import re
from typing import Final

_ISOLATE, _POP = "\u2068", "\u2069"
# Controls, formats (bidi, zero width, tags), lone surrogates and private use; but not the Arabic number signs, which
# are formats that are seen, and not what is unassigned, which may be newer than this list.
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ue000-\uf8ff\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000f0000-\U0010ffff]"
)
# The two joiners stay between characters that are not ASCII: Persian, Indic scripts and emoji need them.
_STRAY_JOINER: Final = re.compile(
    "(?<![^\x00-\x7f\\s\u200c\u200d])[\u200c\u200d]+|[\u200c\u200d]+(?![^\x00-\x7f\\s\u200c\u200d])"
)
# Most texts are of these alone, and nothing has to be done to them; no space in here but the plain one.
_HARMLESS: Final = re.compile("[ -~\xa1-\xac\xae-\u02ff\u2010-\u2027\u20a0-\u20bf]*")
_RTL: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_SENTENCE_END: Final = re.compile(r"[.!?…][”’\"')\]»]*(?=\s)|[。！？][」』）]*")
_INNER: Final = str.maketrans({"“": "‘", "”": "’", "„": "‚", "«": "‹", "»": "›", '"': "'"})
_MARKED: Final = re.compile(r"\A[“„«»\"]|[”“«»\"]\Z")


def marked(text: str) -> bool:
    """Whether it begins or ends with a quotation mark, beside which another one would be doubled."""
    return bool(_MARKED.search(text))


def inner(text: str) -> str:
    """A title or words with quotation marks of their own, as they stand within ours: “‘We were never asked’: …”."""
    return text.translate(_INNER)


def clean(text: str) -> str:
    """One line without control, bidi, zero-width, private and lone surrogate characters."""
    if _is_harmless(text):
        return text.strip(" ")
    seen = _UNSEEN.sub("", text)
    if "\u200c" in seen or "\u200d" in seen:
        seen = _STRAY_JOINER.sub("", seen)
    return " ".join(seen.split())


def _is_harmless(text: str) -> bool:
    return "  " not in text and _HARMLESS.fullmatch(text) is not None


def isolate(text: str) -> str:
    """The text, and marks around it that keep right-to-left letters in it from reordering what stands beside it."""
    return f"{_ISOLATE}{text}{_POP}" if _RTL.search(text) else text


def shorten(text: str, most: int) -> str:
    """At most `most` characters, cut at a word where there is one, with an ellipsis."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    space = -1 if text[most - 1] == " " else cut.rfind(" ", most // 2)
    return (cut[:space] if space > 0 else cut).rstrip(" ,;:–—-\u200c\u200d") + "…"


def shorten_at_sentence(text: str, most: int) -> str:
    """At most `most` characters, cut after a whole sentence where one ends in time, with an ellipsis beside it."""
    if len(text) <= most:
        return text
    ends = [match.end() for match in _SENTENCE_END.finditer(text, 0, most - 1)]
    return f"{text[: ends[-1]]} …" if ends and ends[-1] < most - 2 else shorten(text, most)


def phrase(text: str, most: int) -> str:
    """Cleaned, shortened, isolated: ready to stand in a sentence of ours.

    Of a text that is many times too long only the beginning is looked at.
    """
    return isolate(shorten(clean(text[: 8 * most]), most))


def show(text: str) -> str:
    """What a surface draws: lines kept, and within them our own isolates and a space at either end; else as `clean`."""
    if _is_harmless(text):
        return text
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
