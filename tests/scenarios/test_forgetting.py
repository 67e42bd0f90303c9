"""What was kept goes: after its days, with the workspace, or when somebody asks."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.playground.articles import SHOWCASE
from bot.reply.catalogue import words
from tests.scenarios.scene import Scene, Transport, at_work, town

TABLES = ("articles", "article_keys", "readings", "replies", "answers", "votes", "uses", "meters")


def kept(folder: Path) -> dict[str, int]:
    """Rows by table, of those that hold any."""
    with closing(sqlite3.connect(folder / "claims.sqlite3")) as connection:
        counted = {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in TABLES}
    return {name: count for name, count in counted.items() if count}


async def a_read_thread(scene: Scene) -> str:
    """A link was read, and a question about it answered."""
    ts = await scene.paste(scene.site.link(SHOWCASE))
    await scene.paste("Who denies it?", thread=ts)
    assert len(scene.replies(ts)) == 2
    return ts


def page_of(scene: Scene) -> bytes:
    page = scene.site.pages[SHOWCASE]
    assert isinstance(page, bytes)
    return page


async def test_a_thread_is_forgotten_by_the_link_of_a_message(newsroom: Scene, tmp_path: Path) -> None:
    """The asker alone is told; nothing of the thread is kept, and the article is fetched anew when it is pasted again."""
    ts = await a_read_thread(newsroom)
    link = f"https://local.slack.com/archives/{newsroom.newsroom}/p{ts.replace('.', '')}"

    await newsroom.run(f"forget {link}")

    (said,) = newsroom.whispered()
    assert said.startswith("Forgotten")
    assert not {"articles", "readings", "answers"} & kept(tmp_path).keys()
    await newsroom.paste(newsroom.site.link(SHOWCASE))
    assert newsroom.site.visits == [SHOWCASE, SHOWCASE]


async def test_a_thread_is_forgotten_by_the_link_of_its_article(newsroom: Scene, tmp_path: Path) -> None:
    """People know the article's link; every thread of this channel where it was read goes."""
    await a_read_thread(newsroom)
    await newsroom.paste(newsroom.site.link(SHOWCASE))

    await newsroom.run(f"forget {newsroom.site.link(SHOWCASE)}")

    assert newsroom.whispered()[0].startswith("Forgotten")
    assert not {"articles", "readings", "answers"} & kept(tmp_path).keys()
    await newsroom.run("recent")
    assert "Nothing was read" in newsroom.whispered()[1]


async def test_a_question_in_a_forgotten_thread_is_told_so_once(newsroom: Scene) -> None:
    """The reply above still invites it; whoever asks learns why there is no answer, alone, until it is read anew."""
    ts = await a_read_thread(newsroom)
    link = f"https://local.slack.com/archives/{newsroom.newsroom}/p{ts.replace('.', '')}"
    await newsroom.run(f"forget {link}")

    for text in ("Who denies it?", "Who is Tomas Relling?", "Fine."):
        await newsroom.paste(text, thread=ts)

    _, *told = newsroom.whispered()
    assert told == [words("en")("say.forgotten_thread")]
    assert len(newsroom.replies(ts)) == 2
    await newsroom.run(f"forget {link}")
    assert "nothing to forget" in newsroom.whispered()[-1]
    await newsroom.paste(newsroom.site.link(SHOWCASE), thread=ts)
    await newsroom.paste("Who denies it?", thread=ts)
    assert "sentence 12" in newsroom.said(ts)[-1]


async def test_an_article_is_forgotten_in_every_version(newsroom: Scene, tmp_path: Path) -> None:
    """Its text at another address of the site goes with it, and so does another wording under its headline."""
    page = page_of(newsroom).replace(b"canonical", b"other")
    newsroom.site.pages |= {"news": page, "m/news": page, "amp/news": page.replace(b" on ", b" upon ")}
    for name in ("news", "m/news", "amp/news"):
        await newsroom.paste(newsroom.site.link(name))
    assert kept(tmp_path)["articles"] == 3

    await newsroom.run(f"forget {newsroom.site.link('news')}")

    assert newsroom.whispered()[0].startswith("Forgotten")
    assert not {"articles", "readings"} & kept(tmp_path).keys()


async def test_a_thread_of_another_channel_is_not_forgotten_from_here(newsroom: Scene, tmp_path: Path) -> None:
    """Who is in one channel cannot delete another's; and what is unknown is said to be unknown."""
    await a_read_thread(newsroom)
    before = kept(tmp_path)

    await newsroom.run(f"forget https://local.slack.com/archives/C0000/p{'1' * 16}")
    await newsroom.run("forget https://unknown.example/x")
    await newsroom.run("forget")

    elsewhere, nothing, what = newsroom.whispered()
    assert "another channel" in elsewhere
    assert "nothing to forget" in nothing
    assert "what to forget" in what
    assert kept(tmp_path).items() >= (before | {"replies": kept(tmp_path)["replies"]}).items()


async def test_an_uninstalled_app_keeps_nothing(newsroom: Scene, tmp_path: Path) -> None:
    """Slack says that the app was removed: everything of the workspace is deleted, redelivered or not."""
    await a_read_thread(newsroom)

    event = newsroom.slack.duplicate({"type": "app_uninstalled"})
    newsroom.slack.redeliver(event)
    await newsroom.quiet()

    assert kept(tmp_path) == {}


async def test_a_revoked_bot_token_keeps_nothing_but_a_persons_does(newsroom: Scene, tmp_path: Path) -> None:
    """We hold no person's token, so its end ends nothing."""
    await a_read_thread(newsroom)

    newsroom.slack.duplicate({"type": "tokens_revoked", "tokens": {"oauth": [newsroom.ana], "bot": []}})
    await newsroom.quiet()
    assert kept(tmp_path)
    newsroom.slack.duplicate({"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [newsroom.slack.bot_user_id]}})
    await newsroom.quiet()

    assert kept(tmp_path) == {}


async def test_what_is_old_is_gone_after_the_next_start(transport: Transport, tmp_path: Path) -> None:
    """The worker purges at its start: what is older than `CLAIMS_KEEP_DAYS` goes, the rest stays."""
    async with town() as here:
        async with at_work(here, transport, tmp_path) as before:
            await a_read_thread(before)
            await before.paste(here.site.link("late"))
        with closing(sqlite3.connect(tmp_path / "claims.sqlite3")) as connection:
            for table, column in (("articles", "created_at"), ("readings", "created_at"), ("answers", "created_at")):
                connection.execute(f"UPDATE {table} SET {column} = '2020-01-01 00:00:00.000000'")
            connection.execute(
                "UPDATE replies SET created_at = '2020-01-01', changed_at = '2020-01-01' WHERE state = 'done'"
            )
            connection.commit()

        async with at_work(here, transport, tmp_path, keep_days=30):
            async with asyncio.timeout(10):
                while {"articles", "answers"} & kept(tmp_path).keys():
                    await asyncio.sleep(0.02)

        assert kept(tmp_path)["replies"] >= 1
        assert "meters" in kept(tmp_path)
