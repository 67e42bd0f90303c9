"""Sequels: what leans on a sentence before: "otherwise" on its condition, "both sides" on the two that it names."""

import re
from collections.abc import Iterator

from bot.article.article import Article

_NAME = r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3}"
_PAIR = re.compile(rf"\b({_NAME}) and (?:the )?({_NAME})")
_BOTH = re.compile(
    r"\b(?:[Bb]oth|[Tt]he two|[Tt]hese two) (?:sides|parties|countries|nations|states|governments|companies|firms|banks|groups|clubs|teams"
    r"|unions|cities|towns|men|women|brothers|sisters|siblings|leaders|ministers|players|airlines|carmakers|neighbours|neighbors|islands)\b"
)
_IF = re.compile(r"^[“\"]?If ([^,;.]+), ")
_OTHERWISE = re.compile(r"^([“\"]?)Otherwise,? ")
_BACK = 4  # sentences back in which the two are named


def with_sequel(article: Article, n: int, sentence: str, text: str, language: str) -> str:
    """Sentence `n` in its words `sentence`, with what it leans on as far as the restatement `text` says that."""
    if language != "en":
        return sentence
    before = _IF.match(article.sentence(n - 1)) if n > 1 else None
    if before and "otherwise" not in text.casefold():
        sentence = _OTHERWISE.sub(lambda match: f"{match[1]}Unless {before[1]}, ", sentence)
    both = None if _BOTH.search(text) else _BOTH.search(sentence)
    pair = _PAIR.search(text) if both else None
    if both and pair and _names(article, n, pair):
        sentence = sentence[: both.start()] + pair[0] + sentence[both.end() :]
    return sentence


def _names(article: Article, n: int, pair: re.Match[str]) -> bool:
    """Whether the nearest sentence before that names two side by side, or the first, names these."""
    nearest = next((found for k in _back(n) if (found := list(_PAIR.finditer(article.sentence(k))))), [])
    ours = {pair[1], pair[2]}
    return any(_ends(match[1], ours) and _ends(match[2], ours) for match in nearest)


def _back(n: int) -> Iterator[int]:
    yield from range(n - 1, max(0, n - 1 - _BACK), -1)
    if n > _BACK + 1:
        yield 1


def _ends(name: str, ours: set[str]) -> bool:
    """ "Jan Holt" of "brothers Karl and Jan Holt"."""
    return any(name == own or name.endswith(f" {own}") or own.endswith(f" {name}") for own in ours)
