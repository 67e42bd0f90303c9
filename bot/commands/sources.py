"""What people name on the command line: links, files, `-` for what is piped in."""

import sys

from bot.adapters.files import page_of_file
from bot.article.article import Article
from bot.article.extract import article_from_text
from bot.errors import ClaimsBotError, NotAnArticle
from bot.flow import Desk, article_at
from bot.reply.catalogue import words
from bot.reply.compose import sentence


async def article_named(desk: Desk, source: str) -> Article:
    """The article of a link or a file. Raises `WebError`, `PageError`."""
    if source == "-":
        text = sys.stdin.read()
        if not text.strip():
            raise NotAnArticle("nothing was piped in")
        return article_from_text(text)
    if source.lower().startswith(("http://", "https://")):
        return await article_at(desk, source)
    return await desk.press.article(page_of_file(source))


def complain(error: ClaimsBotError, about: str | None = None) -> None:
    """One sentence on stderr."""
    said = sentence(error, words(None), url=about)
    print(f"claims-bot: {f'{about}: ' if about else ''}{said}", file=sys.stderr)
