"""The open web, and what makes articles of its pages."""

from typing import Protocol

from bot.article.article import Article
from bot.article.page import Page
from bot.article.validators import Validators


class NotModified(Exception):
    """Raised by `Web.fetch` when the page is still the one that the `known` validators name."""


class Web(Protocol):
    """The open web. One deadline and a size cap over everything; public addresses only."""

    async def fetch(self, url: str, *, known: Validators | None = None) -> Page:
        """Raises `WebError`; `PageError` where status or headers already say what stands in the way.

        With the validators of an earlier page (`article.validators`) it may raise `NotModified`: what was read then
        still stands. Servers are free to send the page anyway, so a page that comes may be the same.
        """
        ...


class Press(Protocol):
    """Makes an article of a page, away from the event loop, within a deadline."""

    def expect(self) -> None:
        """A page is on its way: what is needed for it may be made ready."""
        ...

    async def article(self, page: Page) -> Article:
        """Raises `PageError`."""
        ...
