"""The reader of the port, filled by rules alone."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from time import thread_time

from bot.article.article import Article
from bot.claims.form import AnswerDraft, Draft
from bot.claims.reading import ReaderInfo
from bot.ports.reader import CheckAnswer, CheckForm, Watched, always
from bot.readers.offline import claims
from bot.readers.offline.answering import answers
from bot.readers.offline.denying import denials
from bot.readers.offline.denying.denied import Denied
from bot.readers.offline.sourcing import anonymity
from bot.readers.offline.speech import attribution, continuation
from bot.readers.offline.syntax.sentence import Attribution
from bot.readers.offline.text import chronology, passage, tongue
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Passage

RULES = "rules-1"
SECONDS = 20.0
"""Of processor time, about, for everything from the words to the form; the checks take about as long again."""

_SHARE = 7  # of this time one part is for who speaks: where each is denied, to link them takes six times as long

_REMEMBERED = 8  # articles: questions about one come together, and to read it takes longer than to answer them


class OfflineReader:
    """Satisfies `ports.Reader`; asks nobody, so `check` has nothing to ask again about."""

    info = ReaderInfo(name="offline", model=RULES, prompt=None)

    def __init__(self, seconds: float = SECONDS) -> None:
        """`seconds` of processor time are taken at most; what was not read by then is left out and named."""
        self._drafted = lru_cache(maxsize=_REMEMBERED)(partial(draft, seconds=seconds))

    def in_language(self, language: str | None) -> "OfflineReader":
        """Rules do not translate: claims stay in the article's language."""
        return self

    async def read(self, article: Article, check: CheckForm, watched: Watched = always) -> AsyncGenerator[Draft]:
        """One draft, the final one. Raises `LanguageUnread`."""
        yield await self._draft(article)

    async def answer(
        self,
        article: Article,
        question: str,
        earlier: Sequence[tuple[str, str]],
        check: CheckAnswer,
    ) -> AsyncGenerator[AnswerDraft]:
        """One draft: the sentences that match the question best. Raises `LanguageUnread`."""
        read = await self._draft(article)
        yield answers.answer(article, question, earlier, _language(article), read.form)

    async def _draft(self, article: Article) -> Draft:
        """A long article takes a while, and the loop must not wait."""
        return await asyncio.to_thread(self._drafted, article)


def draft(article: Article, seconds: float = SECONDS) -> Draft:
    """The form that the rules fill in about so many `seconds`; `unread` are the sentences that they did not get to.

    Raises `LanguageUnread`.
    """
    retold = chronology.of(article)
    return retold.draft(_draft(retold.article, seconds)) if retold else _draft(article, seconds)


def _draft(article: Article, seconds: float) -> Draft:
    seen, found, denied = attributed(article, seconds)
    form, spans = claims.assemble(seen, found, denied)
    read, whole = len(seen.lines), len(article.sentences)
    return Draft(
        form=form, done=True, spans=spans, cut=read < whole, unread=((read + 1, whole),) if read < whole else ()
    )


def attributed(
    article: Article, seconds: float = SECONDS
) -> tuple[Passage, list[list[Attribution]], list[Denied | None]]:
    """The article as the rules see it, as far as they get in time, its attributions and its denials by sentence. Raises
    `LanguageUnread`."""
    seen = passage.of(article, _language(article))
    began = thread_time()
    spoken: list[list[Attribution]] = []
    for line in seen.lines:
        if spoken and thread_time() - began > seconds / _SHARE:
            break
        spoken.append(attribution.in_line(line, seen))
    seen = replace(seen, lines=seen.lines[: len(spoken)])
    found = anonymity.grant(seen, continuation.complete(seen, spoken))
    return seen, found, denials.of(seen, found)


def _language(article: Article) -> Language:
    return tongue.of(article.language, article.text)
