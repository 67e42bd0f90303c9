"""Which of a thread's articles a question is about."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from bot.article.article import Article
from bot.claims.language.lexicon import lexicon
from bot.claims.reading import Reading
from bot.intake.task import TASK, ReadLinks, ReadText
from bot.ports import Entry
from bot.ports.library import QUESTION
from bot.reply.catalogue import LANGUAGES

Read = tuple[Entry, Article, Reading]
"""What was read in a thread: the row of its reply, and what the reply is about."""

_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
_OF_ANY: Final = """
deny denies denied denying disputes disputed contests contested comment declined respond react reply source quoted article story
report happened happens about anonymous unnamed bestreitet bestreiten bestritten dementiert dementieren widerspricht leugnet zurück
quelle artikel geht handelt passiert geäußert äußert reagiert kommentar anonyme nient dément démentent conteste rejette parle
passé réagi commenté niega niegan desmiente desmienten rechaza fuente artículo trata pasó ocurrió reaccionó comentó anónima
"""
"""Words of questions that any article may be asked: "Who denies it?" means no article that happens to say "denies"."""


def most_likely_meant(question: str, reports: Sequence[Read], answers: Sequence[Entry], asked: str) -> Read:
    """The article that holds most of the question's words; among equals the one that the thread was about when it was asked,
    of versions the newest.

    The thread is about what was pasted or answered from last, before the message `asked`.
    """
    words = _words(question) - _of_any()
    newest = {_name(read[1]): read for read in reports}
    names = {entry.article: _name(article) for entry, article, _ in reports}
    last: dict[str, float] = {}
    for entry in (*(entry for entry, _, _ in reports), *answers):
        at = _asked_at(entry)
        if entry.article in names and at <= float(asked):
            name = names[entry.article]
            last[name] = max(at, last.get(name, 0.0))

    def rank(name: str) -> tuple[int, float]:
        return len(words & _words(_all_text(newest[name][1]))), last.get(name, 0.0)

    return newest[max(reversed(newest), key=rank)]


def _name(article: Article) -> str:
    """The same for every version of it."""
    return article.address or article.digest


def _asked_at(entry: Entry) -> float:
    """When the message was written that a reply answers; where that is not known, when the reply was."""
    if entry.is_answer:
        return float(entry.link.removeprefix(QUESTION))
    task = TASK.validate_json(entry.request) if entry.request else None
    if isinstance(task, ReadText):
        return float(task.message)
    at = (task.edit or task.message) if isinstance(task, ReadLinks) else entry.ts
    return float(at or 0)


def _all_text(article: Article) -> str:
    return " ".join(filter(None, (article.title, article.outlet, *article.byline, article.text)))


def _words(text: str) -> set[str]:
    """Words of four letters or more, by their first six letters, and numbers."""
    return set(_stems(_WORD.findall(text)))


def _stems(words: Sequence[str]) -> Iterator[str]:
    return (word.casefold()[:6] for word in words)


@cache
def _of_any() -> frozenset[str]:
    known = [lexicon(language) for language in LANGUAGES]
    lists = (list(each.function | each.auxiliaries | each.reporting | each.vocabulary.rumours) for each in known)
    return frozenset(_stems([*_OF_ANY.split(), *(word for words in lists for word in words)]))
