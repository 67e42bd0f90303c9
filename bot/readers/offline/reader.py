"""The reader of the port, filled by rules alone."""

import asyncio
from collections.abc import AsyncGenerator, Sequence

from bot.article.article import Article
from bot.claims.form import AnswerDraft, Draft
from bot.claims.reading import ReaderInfo
from bot.ports.reader import CheckAnswer, CheckForm, Watched, always
from bot.readers.offline import anonymity, answers, attribution, claims, continuation, denials, language, passage
from bot.readers.offline.denied import Denied
from bot.readers.offline.passage import Passage
from bot.readers.offline.sentence import Attribution

RULES = "rules-1"


class OfflineReader:
    """Satisfies `ports.Reader`; asks nobody, so `check` has nothing to ask again about."""

    info = ReaderInfo(name="offline", model=RULES, prompt=None)

    def in_language(self, language: str | None) -> "OfflineReader":
        """Rules do not translate: claims stay in the article's language."""
        return self

    async def read(self, article: Article, check: CheckForm, watched: Watched = always) -> AsyncGenerator[Draft]:
        """One draft, the final one. Raises `LanguageUnread`."""
        yield await asyncio.to_thread(draft, article)  # a long article takes a while; the loop must not wait

    async def answer(
        self,
        article: Article,
        question: str,
        earlier: Sequence[tuple[str, str]],
        check: CheckAnswer,
    ) -> AsyncGenerator[AnswerDraft]:
        """One draft: the sentences that match the question best. Raises `LanguageUnread`."""
        read = await asyncio.to_thread(draft, article)
        yield AnswerDraft(form=answers.answer(article, question, earlier, _language(article), read.form), done=True)


def draft(article: Article) -> Draft:
    """The form that the rules fill. Raises `LanguageUnread`."""
    form, spans = claims.assemble(*attributed(article))
    return Draft(form=form, done=True, spans=spans)


def attributed(article: Article) -> tuple[Passage, list[list[Attribution]], list[Denied | None]]:
    """The article as the rules see it, its attributions and its denials by sentence. Raises `LanguageUnread`."""
    seen = passage.of(article, _language(article))
    found = continuation.complete(seen, [attribution.in_line(line, seen) for line in seen.lines])
    found = anonymity.grant(seen, found)
    return seen, found, denials.of(seen, found)


def _language(article: Article) -> language.Language:
    return language.of(article.language, article.text)
