"""In which language we speak: the channel's where it chose one, else that of the article."""

from pathlib import Path

import pytest

from tests.scenarios.scene import Scene, Transport, at_work, town


@pytest.mark.parametrize(
    ("article", "words"),
    [
        ("teure-bruecke", "Was der Artikel berichtet,"),
        ("barrage-fissures", "Ce que l’article rapporte,"),
        ("embalse-umbria", "Lo que el artículo"),
        ("harbour-cranes", "What the article reports,"),
    ],
)
async def test_a_reply_speaks_the_articles_language(newsroom: Scene, article: str, words: str) -> None:
    """Counts, footings and hints are in the language of the claims they stand beside."""
    ts = await newsroom.paste(newsroom.site.link(article))

    (said,) = newsroom.said(ts)
    assert words in said


async def test_a_chosen_language_wins(transport: Transport, tmp_path: Path) -> None:
    """Where a language is set, our words are in it whatever the article's is."""
    async with town() as here, at_work(here, transport, tmp_path, language="fr") as scene:
        ts = await scene.paste(here.site.link("teure-bruecke"))

        assert "Ce que l’article rapporte," in scene.said(ts)[0]
