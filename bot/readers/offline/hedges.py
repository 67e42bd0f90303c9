"""Hedges: how firmly a source puts it, by the words that say so."""

from bot.claims.reading import Certainty
from bot.readers.offline import cues, tokens
from bot.readers.offline.language import Language


def find(text: str, start: int, end: int, language: Language) -> tuple[Certainty, str | None]:
    """The strongest hedge in `text[start:end]`, verbatim: the first probable one, else the first possible one."""
    words = tokens.cut(text, start, end)
    for certainty in ("probable", "possible"):
        for at in range(len(words)):
            last = cues.phrase(words, at, f"hedges.{certainty}", language)
            if last:
                return certainty, text[words[at].start : words[last - 1].end]
    return "certain", None
