"""Hedges: how firmly a source puts it, by the words that say so."""

from collections.abc import Sequence

from bot.claims.reading import Certainty
from bot.readers.offline import cues, names, tokens
from bot.readers.offline.language import Language
from bot.readers.offline.tokens import Token

_BEGINS = frozenset('.!?:;\n"“‘«„')


def find(text: str, start: int, end: int, language: Language) -> tuple[Certainty, str | None]:
    """The strongest hedge in `text[start:end]`, verbatim: the first probable one, else the first possible one."""
    words = tokens.cut(text, start, end)
    for certainty in ("probable", "possible"):
        for at in range(len(words)):
            last = cues.phrase(words, at, f"hedges.{certainty}", language)
            if last and not is_name(text, words, at, language) and not _measures(words, at, last, language):
                return certainty, text[words[at].start : words[last - 1].end]
    return "certain", None


def _measures(words: Sequence[Token], at: int, last: int, language: Language) -> bool:
    """ "no more likely than", "stand up to them": a comparison, and no number behind "up to"."""
    if at and words[at - 1].low in language["hedges.comparing"]:
        return True
    numeric = " ".join(word.low for word in words[at:last]) in language["hedges.of_numbers"]
    return numeric and not (last < len(words) and words[last].text.lstrip("$€£")[:1].isdigit())


def is_name(text: str, words: Sequence[Token], at: int, language: Language) -> bool:
    """A word with a capital in mid-sentence or beside a number: the month of May, somebody called Will."""
    word = words[at]
    if not word.text[0].isupper() or word.text.isupper() or names.in_title_case(words, language):
        return False
    beside = (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])
    if any(other.text[0].isdigit() for other in beside):
        return True
    before = text[: word.start].rstrip(" ")[-1:]
    return bool(before) and before not in _BEGINS
