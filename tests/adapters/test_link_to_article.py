"""From a link to an article, over real sockets and processes."""

import pytest

from bot.adapters.processes.pool import Pool
from bot.adapters.processes.press import WorkerPress
from bot.adapters.web.aiohttp_web import OpenWeb
from bot.article.address import article_key
from bot.errors import NotAnArticle, NotReadable, PageError
from tests.hostile import hostile_server
from tests.nursery import NURSERY


async def test_a_link_becomes_a_numbered_article() -> None:
    """Fetched exactly as pasted, extracted elsewhere, numbered, and known under one key."""
    async with hostile_server() as site:
        link = site.url("/article?utm_source=x")
        async with OpenWeb(allow=frozenset({site.pair}), seconds=5, robots=True) as web, Pool(NURSERY) as pool:
            article = await WorkerPress(pool).article(await web.fetch(link))

    assert article.url == link
    assert article_key(link) == article_key(site.url("/article"))
    assert (article.title, article.language, article.lead) == ("Harbour bridge stays closed", "en", 1)
    assert [article.sentence(n)[:12] for n in (1, 2, 3, 4)] == [
        "Harbour brid",
        "The transpor",
        "The company ",
        "Shop owners ",
    ]


async def test_a_link_to_a_pdf_becomes_an_article_with_pages() -> None:
    """Fetched, read in a worker, and each sentence on its page."""
    async with (
        hostile_server() as site,
        OpenWeb(allow=frozenset({site.pair}), seconds=5, robots=False) as web,
        Pool(NURSERY) as pool,
    ):
        article = await WorkerPress(pool).article(await web.fetch(site.url("/paper")))

    assert article.title == "Harbour bridge stays closed"
    assert article.page_of(2) == 1


@pytest.mark.parametrize(("path", "error"), [("/empty", NotAnArticle), ("/document", NotReadable)])
async def test_a_page_without_an_article_is_a_clear_error(path: str, error: type[PageError]) -> None:
    """Nothing on the page is not an empty list of sentences."""
    async with (
        hostile_server() as site,
        OpenWeb(allow=frozenset({site.pair}), seconds=5, robots=False) as web,
        Pool(NURSERY) as pool,
    ):
        with pytest.raises(error):
            await WorkerPress(pool).article(await web.fetch(site.url(path)))
