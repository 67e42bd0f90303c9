"""In which language we speak: the channel's where it chose one, else that of the article."""

from pathlib import Path

import pytest

from bot.playground.articles import SHOWCASE
from bot.reply.catalogue import words
from tests.scenarios.scene import Scene, Transport, at_work, town
from tests.scenarios.test_reread import choose
from tests.scenarios.test_settings import change
from tests.scenarios.test_votes import disliked


@pytest.mark.parametrize(
    ("article", "beginning"),
    [
        ("teure-bruecke", "Was der Artikel berichtet,"),
        ("barrage-fissures", "Ce que l’article rapporte,"),
        ("embalse-umbria", "Lo que el artículo"),
        ("harbour-cranes", "What the article reports,"),
    ],
)
async def test_a_reply_speaks_the_articles_language(newsroom: Scene, article: str, beginning: str) -> None:
    """Counts, footings and hints are in the language of the claims they stand beside."""
    ts = await newsroom.paste(newsroom.site.link(article))

    (said,) = newsroom.said(ts)
    assert beginning in said


async def test_a_chosen_language_wins(transport: Transport, tmp_path: Path) -> None:
    """Where a language is set, our words are in it whatever the article's is."""
    async with town() as here, at_work(here, transport, tmp_path, language="fr") as scene:
        ts = await scene.paste(here.site.link("teure-bruecke"))

        assert "Ce que l’article rapporte," in scene.said(ts)[0]


async def test_what_is_said_about_a_reading_keeps_its_language(newsroom: Scene) -> None:
    """In the thread of a German article the form, a question back and what is unchanged are in German."""
    ts = await newsroom.paste(newsroom.site.link("teure-bruecke"))

    form = await disliked(newsroom, ts)
    await choose(newsroom, ts)
    await newsroom.paste(f"<@{newsroom.slack.bot_user_id}>", thread=ts)

    assert form["title"]["text"] == words("de")("wrong.title")
    _, unchanged, what = newsroom.said(ts)
    assert unchanged.startswith("Unverändert")
    assert what == words("de")("say.ask_what")


async def test_a_channel_hears_its_language_from_the_first_word_to_the_last(newsroom: Scene) -> None:
    """The receipt of a command, and a window that came too late."""
    await change(newsroom, language="fr")
    newsroom.slack.fail("views.open", error="expired_trigger_id")

    await newsroom.run(newsroom.site.link(SHOWCASE))
    await newsroom.run("settings")
    await newsroom.slack.until(lambda: len(newsroom.whispered()) == 3)

    _, receipt, too_late = newsroom.whispered()
    assert receipt == "Je lis 127.0.0.1 ; ce que je trouve suit ici."
    assert too_late == words("fr")("say.too_late")
