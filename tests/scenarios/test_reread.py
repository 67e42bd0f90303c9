"""Somebody wants an article read again."""

from pathlib import Path

import pytest
from aiohttp import web

from bot.intake.task import Reread
from bot.moments.giving_up import give_up
from bot.playground.articles import SHOWCASE, seeds_folder
from bot.playground.transcript import transcript
from bot.slack.drawing import actions
from tests.pages import PARAGRAPHS, TITLE, body, html
from tests.scenarios.scene import Scene, Transport, at_work, town

BEFORE = (seeds_folder() / f"{SHOWCASE}.html").read_text(encoding="utf-8")
COST = "new controls for all of them would cost 36 million marks"
DENIAL = "Veskara and Lodestar have denied the accusations."


def edited(*pairs: tuple[str, str]) -> bytes:
    text = BEFORE
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text.encode()


async def choose(newsroom: Scene, ts: str, *, user: str | None = None, nth: int = 0) -> None:
    """*Read again* in the menu of the reading in this thread."""
    reply = newsroom.replies(ts)[nth]
    user = user or newsroom.ana
    await newsroom.slack.press(user, newsroom.newsroom, reply["ts"], actions.MENU, "reread")
    await newsroom.quiet()


async def test_an_article_that_did_not_change_says_so_with_times(newsroom: Scene) -> None:
    """In the thread, with when it was read and when it was looked at again."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))

    await choose(newsroom, ts)

    _, said = newsroom.said(ts)
    assert said.startswith("Unchanged: at 20")
    assert said.count(" UTC") == 2
    assert newsroom.site.visits == [SHOWCASE, SHOWCASE]


async def test_what_changed_goes_into_the_thread_with_both_passages(newsroom: Scene) -> None:
    """A figure that was corrected, a hedge, a denial that went: each as it was and as it is."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    newsroom.site.pages[SHOWCASE] = edited((COST, COST.replace("36", "41")), (DENIAL, ""))

    await choose(newsroom, ts)

    first, said = newsroom.said(ts)
    assert "36 million" in first
    assert "1 reworded" in said
    assert "Before: “" in said
    assert COST in said.split("Before: “", 1)[1]
    assert "cost 41 million marks" in said.split("Now: “", 1)[1]
    assert "Denials and responses removed" in said
    assert "Denied by Veskara and Lodestar: Marevia, Dunmark and Sorelle have accused" in said
    assert f"Before: “{DENIAL}”" in said
    assert "Now: no such sentence" in said


async def test_read_again_pressed_twice_looks_once(newsroom: Scene) -> None:
    """While the first look is under way and right after it; pressed again later it looks again."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    (reply,) = newsroom.replies(ts)

    for _ in range(2):
        await newsroom.slack.press(newsroom.ana, newsroom.newsroom, reply["ts"], actions.MENU, "reread")
    await newsroom.quiet()
    await choose(newsroom, ts)
    quickly = len(newsroom.replies(ts))
    newsroom.slack.backend.workspace.pass_time(10)
    await choose(newsroom, ts)

    assert (quickly, len(newsroom.replies(ts))) == (2, 3)
    assert newsroom.site.visits == [SHOWCASE] * 3


async def test_a_second_look_compares_with_the_first(newsroom: Scene) -> None:
    """What was told already is not told again, and the old version is kept."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    newsroom.site.pages[SHOWCASE] = edited((COST, COST.replace("36", "41")))
    await choose(newsroom, ts)
    newsroom.slack.backend.workspace.pass_time(10)

    await choose(newsroom, ts)

    assert newsroom.said(ts)[2].startswith("Unchanged")
    await newsroom.slack.slash(newsroom.ana, newsroom.newsroom, "/claims", "find 36 million marks")
    await newsroom.quiet()
    assert "36 million marks" in newsroom.whispered()[-1]


async def test_a_question_is_answered_from_the_new_version(newsroom: Scene) -> None:
    """The thread's article is what it says now."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    newsroom.site.pages[SHOWCASE] = edited((COST, COST.replace("36", "41")))
    await choose(newsroom, ts)

    await newsroom.paste("What would the new controls for the cranes cost in marks?", thread=ts)

    assert "41 million" in newsroom.said(ts)[2]


async def test_a_page_that_is_unchanged_for_its_server_is_not_sent_again(newsroom: Scene) -> None:
    """The request is conditional on the validators of the first."""
    asked: list[str | None] = []

    async def answer(request: web.Request) -> web.StreamResponse:
        asked.append(request.headers.get("If-None-Match"))
        if asked[-1] == '"v1"':
            return web.Response(status=304)
        return web.Response(text=BEFORE, content_type="text/html", headers={"ETag": '"v1"'})

    newsroom.site.pages["tagged"] = answer
    ts = await newsroom.paste(newsroom.site.link("tagged"))

    await choose(newsroom, ts)

    assert asked == [None, '"v1"']
    assert newsroom.said(ts)[1].startswith("Unchanged")


async def test_a_change_that_touches_no_claim_says_so(newsroom: Scene) -> None:
    """The text is another, what it claims is not."""
    more = "Have you crossed the bridge lately?"
    newsroom.site.pages["bridge"] = html().encode()
    ts = await newsroom.paste(newsroom.site.link("bridge"))
    newsroom.site.pages["bridge"] = html(f"<h1>{TITLE}</h1>{body(*PARAGRAPHS, more)}").encode()

    await choose(newsroom, ts)

    assert "no claim and no denial in it has" in newsroom.said(ts)[1]


async def test_the_command_reads_again_by_the_link_of_the_article_or_the_message(newsroom: Scene) -> None:
    """What changed goes into the thread; the asker is shown the way there, or told that nothing did."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    newsroom.site.pages[SHOWCASE] = edited((COST, COST.replace("36", "41")))

    await newsroom.run(f"reread {newsroom.site.link(SHOWCASE)}")
    await newsroom.run(f"reread https://local.slack.com/archives/{newsroom.newsroom}/p{ts.replace('.', '')}")

    assert "1 reworded" in newsroom.said(ts)[1]
    told, unchanged = newsroom.whispered()
    assert told.startswith("What changed is in the thread")
    assert unchanged.startswith("Unchanged")


async def test_the_command_finds_the_thread_though_the_same_text_was_read_at_another_address_since(
    newsroom: Scene,
) -> None:
    """Each address has the thread in which it was told."""
    page = html().encode()
    newsroom.site.pages |= {"first": page, "second": page}
    await newsroom.paste(newsroom.site.link("first"))
    await newsroom.paste(newsroom.site.link("second"))

    await newsroom.run(f"reread {newsroom.site.link('first')}")
    await newsroom.run(f"reread {newsroom.site.link('second')}")

    assert all(said.startswith("Unchanged") for said in newsroom.whispered())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("reread", "Tell me what to read again"),
        ("reread https://unknown.example/x", "was not read in this channel yet"),
        ("reread https://local.slack.com/archives/C0000/p1111111111222222", "was not read in this channel yet"),
    ],
)
async def test_what_was_not_read_here_cannot_be_compared(newsroom: Scene, text: str, said: str) -> None:
    """The asker is told what to do instead."""
    await newsroom.run(text)

    assert said in newsroom.whispered()[0]


async def test_a_page_that_is_gone_is_told_to_whoever_pressed(newsroom: Scene) -> None:
    """The reading stays as it is."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    newsroom.site.pages[SHOWCASE] = 404

    await choose(newsroom, ts)

    assert len(newsroom.said(ts)) == 1
    assert "no page at that address" in newsroom.whispered()[0]


async def test_a_reading_that_was_purged_is_told_to_whoever_pressed(newsroom: Scene) -> None:
    """There is nothing left to compare with."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    await newsroom.run(f"forget {newsroom.site.link(SHOWCASE)}")

    await choose(newsroom, ts)

    assert "no longer keep that reading" in newsroom.whispered()[-1]


async def test_what_cannot_be_read_again_can_be_tried_again(newsroom: Scene) -> None:
    """Where the records are away for longer than the attempts last, the thread says so, with a button that works."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    reply = newsroom.replies(ts)[0]
    task = Reread(
        team=newsroom.slack.team_id,
        channel=newsroom.newsroom,
        thread=ts,
        user=newsroom.ana,
        reply=reply["ts"],
        event="1",
    )
    await give_up(await newsroom.bot.rooms.of(task.team), task, RuntimeError())
    said = newsroom.replies(ts)[1]

    await newsroom.slack.press(newsroom.ana, newsroom.newsroom, said["ts"], actions.TRY_AGAIN)
    await newsroom.quiet()

    assert "Something went wrong" in transcript(said)
    assert newsroom.said(ts)[1].startswith("Unchanged")


async def test_changes_survive_a_restart_between_paste_and_press(transport: Transport, tmp_path: Path) -> None:
    """What is compared with is in the database."""
    async with town() as here:
        async with at_work(here, transport, tmp_path) as before:
            ts = await before.paste(here.site.link(SHOWCASE))
        here.site.pages[SHOWCASE] = edited((COST, COST.replace("36", "41")))
        async with at_work(here, transport, tmp_path) as after:
            await choose(after, ts)
            assert "1 reworded" in after.said(ts)[1]
            assert transcript(after.replies(ts)[1])
