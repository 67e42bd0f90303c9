"""Words of a reader, looked for in the article and given back in the article's own characters."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from bot.article.article import Article, Sentence

_ALIKE = str.maketrans(
    dict.fromkeys("‘’‚‛′`´ʼ＇", "'")
    | dict.fromkeys("“”„‟″«»‹›＂「」『』", '"')
    | dict.fromkeys("‐‑‒–—―−﹣－", "-")
    | {"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "…": "..."}
)


@lru_cache(maxsize=65536)
def _fold_character(character: str) -> str:
    if character.isspace():
        return " "
    if unicodedata.category(character) in ("Cf", "Cc"):
        return ""
    plain = unicodedata.normalize("NFKD", character.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)).translate(_ALIKE)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Case, diacritics, quote and dash styles, runs of white space and invisible characters made alike."""
    if text.isascii() and text.isprintable():
        return " ".join(text.lower().replace("`", "'").split())
    return _fold(text)[0].strip()


def _fold(text: str) -> tuple[str, list[int]]:
    """The folded text and, for each of its characters, the index it came from."""
    folded: list[str] = []
    places: list[int] = []
    for index, character in enumerate(text):
        for part in _fold_character(character):
            if part == " " and (not folded or folded[-1] == " "):
                continue
            folded.append(part)
            places.append(index)
    return "".join(folded), places


class Verbatim:
    """One text, folded once, in which phrases can be found."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded, self._places = _fold(text)

    def find(self, phrase: str) -> str | None:
        """The first occurrence of `phrase` as whole words, in this text's own characters."""
        for start, end in self.occurrences(phrase):
            return self._text[start:end]
        return None

    def occurrences(self, phrase: str, since: int = 0) -> Iterator[tuple[int, int]]:
        """(start, end) in this text of each occurrence as whole words that begins at `since` or later."""
        wanted = fold(phrase)
        start = self._folded.find(wanted, bisect_left(self._places, since)) if wanted else -1
        while start >= 0:
            end = start + len(wanted)
            if self._whole(start, end):
                yield self._original(start, end)
            start = self._folded.find(wanted, end)

    def sentences_with(self, phrase: str, sentences: Sequence[Sentence]) -> list[int]:
        """Numbers of the sentences in which an occurrence begins."""
        at = {_sentence_at(start, sentences) for start, _ in self.occurrences(phrase)}
        return sorted(n for n in at if n > 0)

    def first_sentence(self, phrase: str, sentences: Sequence[Sentence]) -> int | None:
        """The number of the sentence in which the first occurrence begins."""
        for start, _ in self.occurrences(phrase):
            return _sentence_at(start, sentences) or None
        return None

    def _whole(self, start: int, end: int) -> bool:
        before = self._folded[start - 1 : start]
        after = self._folded[end : end + 1]
        return not (_joins(before, self._folded[start]) or _joins(self._folded[end - 1], after))

    def _original(self, start: int, end: int) -> tuple[int, int]:
        last = self._places[end - 1] + 1
        while last < len(self._text) and unicodedata.combining(self._text[last]):
            last += 1
        return self._places[start], last


def _sentence_at(place: int, sentences: Sequence[Sentence]) -> int:
    """The number of the last sentence that begins there or before; 0 before the first one."""
    return bisect_right(sentences, place, key=lambda sentence: sentence.start)


def _joins(left: str, right: str) -> bool:
    """Whether two neighbours belong to one word; scripts without word spacing never do."""
    return bool(left and right) and left.isalnum() and right.isalnum() and not (_unspaced(left) or _unspaced(right))


def _unspaced(character: str) -> bool:
    code = ord(character)
    return 0x0E00 <= code <= 0x0EFF or 0x1000 <= code <= 0x109F or 0x1780 <= code <= 0x17FF or 0x2E80 <= code <= 0x9FFF


@lru_cache(maxsize=8)
def in_text(text: str) -> Verbatim:
    return Verbatim(text)


def find_in_article(article: Article, phrase: str) -> str | None:
    return in_text(article.text).find(phrase)


def find_in_sentences(article: Article, numbers: Iterable[int], phrase: str) -> str | None:
    """The phrase within one of the sentences, or across neighbours among them."""
    wanted = sorted({n for n in numbers if article.has(n)})
    for n in wanted:
        found = Verbatim(article.sentence(n)).find(phrase)
        if found:
            return found
    return Verbatim(article.passage(wanted)).find(phrase) if len(wanted) > 1 else None
