"""Pages kept for a while, to ask a site only whether they have changed."""

from collections import OrderedDict

from bot.article.page import Page


class Shelf:
    """Keeps the latest pages that came with an `ETag` or `Last-Modified`, up to `max_bytes` of body in all."""

    def __init__(self, max_bytes: int = 4_000_000) -> None:
        self._max_bytes = max_bytes
        self._pages: OrderedDict[str, Page] = OrderedDict()

    def conditions(self, url: str) -> dict[str, str]:
        """The headers that make a request for `url` conditional; none for a page that is not kept."""
        page = self._pages.get(url)
        return page.validators.conditions() if page else {}

    def kept(self, url: str) -> Page | None:
        """The page of an earlier answer."""
        return self._pages.get(url)

    def keep(self, url: str, page: Page) -> None:
        """Put a page on the shelf if it can be asked for conditionally and leaves room for others."""
        self._pages.pop(url, None)
        if not page.validators or len(page.body) > self._max_bytes // 4:
            return
        self._pages[url] = page
        while sum(len(kept.body) for kept in self._pages.values()) > self._max_bytes:
            self._pages.popitem(last=False)
