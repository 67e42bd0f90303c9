"""Where an article quotes: the stretches between quotation marks, and what that makes of a claim."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.article.article import Article
from bot.claims.reading import Span, SpeechForm

_PAIRS = {
    "“": "”“",
    "„": "“”",
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
    "‘": "’",
    "‚": "‘’",
    "‹": "›",
    "›": "‹",
    '"': '"',
    "'": "'",
    "”": "”",
}
_SINGLE = "‘’‚'"
_WORD = re.compile(r"\w+")
_MARK = re.compile(f"[{''.join({*_PAIRS, *''.join(_PAIRS.values())})}]")


@lru_cache(maxsize=8)
def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of each quotation, marks included; one left open runs to the end of its paragraph."""
    found: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.splitlines(keepends=True):
        found += [(start + a, start + b) for a, b in _in_paragraph(paragraph)]
        start += len(paragraph)
    return tuple(found)


def _in_paragraph(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    opened = -1
    closing = ""
    for match in _MARK.finditer(text):
        index, mark = match.start(), match[0]
        if opened < 0:
            if mark in _PAIRS and _opens(text, index):
                opened, closing = index, _PAIRS[mark]
        elif mark in closing and _closes(text, index):
            found.append((opened, index + 1))
            opened = -1
    if opened >= 0 and text[opened] not in _SINGLE:
        found.append((opened, len(text)))
    return found


def _opens(text: str, index: int) -> bool:
    """A mark before a word; an apostrophe stands inside or after one."""
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    if text[index] in "”’" or (text[index] in "»›" and not after.isalnum()):
        return False
    return bool(after) and not before.isalnum() and (not after.isspace() or text[index] in "«‹")


def _closes(text: str, index: int) -> bool:
    return text[index] not in _SINGLE or not text[index + 1 : index + 2].isalnum()


def speech_form(article: Article, numbers: Sequence[int], content: Span | None) -> SpeechForm:
    """Direct: the words are quoted. Mixed: some of them are. Indirect: none."""
    if content is not None:
        quoted, rest = _words(article.text, content.start, content.end)
        return _form(quoted, rest, most=0.25)
    forms = {_sentence_form(article, n) for n in numbers}
    if len(forms) == 1:
        return forms.pop()
    return "mixed" if forms - {"indirect"} else "indirect"


def _sentence_form(article: Article, n: int) -> SpeechForm:
    span = article.sentences[n - 1]
    quoted, rest = _words(article.text, span.start, span.end)
    return _form(quoted, rest, most=1.0 if rest <= 12 else 0.25)


def _form(quoted: int, rest: int, *, most: float) -> SpeechForm:
    if quoted == 0:
        return "indirect"
    return "direct" if quoted >= 3 and rest <= quoted * most else "mixed"


def _words(text: str, start: int, end: int) -> tuple[int, int]:
    """How many words of text[start:end] stand inside and outside quotation marks."""
    inside = 0
    for a, b in quotations(text):
        if b > start and a < end:
            inside += len(_WORD.findall(text, max(a, start), min(b, end)))
    return inside, len(_WORD.findall(text, start, end)) - inside
