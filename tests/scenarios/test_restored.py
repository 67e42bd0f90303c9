"""A backup is put back: what was told since it was made stands in Slack, and is not told again."""

from pathlib import Path

from bot.adapters.backup import back_up, restore
from bot.adapters.store import open_store
from bot.intake.task import ReadLinks, Reread, Task
from bot.playground.articles import SHOWCASE
from tests.engines import a_ready_sqlite_database
from tests.scenarios.scene import Town, at_work, town


def looks(here: Town) -> int:
    """How often a thread was looked through."""
    return sum(call.method == "conversations.replies" for call in here.slack.calls)


async def accepted(here: Town, url: str, link: str) -> str:
    """The link waits in the queue, and nothing is known of it but that; the ts of its message."""
    ts = await here.slack.say(here.ana, here.newsroom, link)
    team = here.slack.team_id
    await wait_for(
        url, ReadLinks(team=team, channel=here.newsroom, thread=ts, message=ts, user=here.ana, links=(link,))
    )
    return ts


async def wait_for(url: str, task: Task) -> None:
    async with open_store(url) as store:
        assert await store.jobs.accept(task)


async def test_a_link_that_waited_in_the_backup_and_was_told_since_is_not_told_twice(tmp_path: Path) -> None:
    """Its reply is found by its trace in the thread, and becomes what the restored job tells; who was never told is told now."""
    url, kept = a_ready_sqlite_database(tmp_path), tmp_path / "kept"
    async with town() as here:
        told = await accepted(here, url, here.site.link(SHOWCASE))
        back_up(url, kept, sqlite=True)
        async with at_work(here, "http", tmp_path) as before:
            await before.quiet()
            assert here.replies(told) == 1
        looked = looks(here)
        restore(url, kept, sqlite=True)

        async with at_work(here, "http", tmp_path) as after:
            await after.quiet()
            new = await after.paste(here.site.link(SHOWCASE))

            assert (here.replies(told), here.replies(new)) == (1, 1)
            assert (looked, looks(here)) == (0, 1)


async def test_what_leaves_no_trace_is_told_at_most_once(tmp_path: Path) -> None:
    """A word to one person alone that was due when the backup was made may have been said since: it is not said again."""
    url, kept = a_ready_sqlite_database(tmp_path), tmp_path / "kept"
    async with town() as here:
        ts = await here.slack.say(here.ana, here.newsroom, "Good morning")
        pressed = Reread(
            team=here.slack.team_id, channel=here.newsroom, user=here.ana, thread=ts, reply=ts, event="1.1"
        )
        await wait_for(url, pressed)
        back_up(url, kept, sqlite=True)
        for _ in range(2):
            async with at_work(here, "http", tmp_path) as scene:
                await scene.quiet()
                assert len(scene.whispered()) == 1
            restore(url, kept, sqlite=True)
