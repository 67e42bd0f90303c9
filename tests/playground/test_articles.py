"""The sample articles on loopback."""

from bot.playground.articles import article_site


async def test_the_articles_are_where_they_are_wanted_or_elsewhere() -> None:
    """At the port one asks for, so that a link outlives a restart; where it is taken, at a free one."""
    async with article_site() as (host, port):
        pass

    async with article_site(host, port) as again, article_site(host, port) as beside:
        assert again == (host, port)
        assert beside[1] not in (0, port)
