"""The doors into a thread, where Slack has no commands: *List claims* in a message's menu, and `!claims`."""

from typing import Any

from bot.playground.articles import SHOWCASE
from bot.slack.drawing import actions
from bot.slack.incoming.payload import list_claims_of
from tests.scenarios.scene import Scene


async def listed(newsroom: Scene, ts: str, *, channel: str | None = None) -> None:
    """Ana chooses *List claims* in the menu of a message."""
    await newsroom.slack.shortcut(newsroom.ana, channel or newsroom.newsroom, ts, callback_id=actions.LIST_CLAIMS)
    await newsroom.quiet()


async def test_a_message_that_was_not_ours_is_read_into_its_thread(newsroom: Scene) -> None:
    """Another app's message with a link, deep in a thread: its claims come into that thread."""
    root = await newsroom.paste("what is new?")
    feed = await newsroom.slack.say_as_bot("feed", newsroom.newsroom, newsroom.site.link(SHOWCASE), thread_ts=root)
    await newsroom.quiet()
    before = newsroom.said(root)

    await listed(newsroom, feed)

    assert before == []
    (said,) = newsroom.said(root)
    assert "claims" in said


async def test_a_message_that_was_read_already_says_so_to_the_asker(newsroom: Scene) -> None:
    """The list is not posted twice, and whoever chose it hears that it is there."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))

    await listed(newsroom, ts)

    (reply,) = newsroom.replies(ts)
    assert "already read in this thread" in newsroom.whispered()[0]
    assert f"p{reply['ts'].replace('.', '')}?thread_ts={ts}" in str(
        newsroom.slack.ephemerals(newsroom.newsroom, newsroom.ana)
    )


async def test_a_message_without_a_link_says_so(newsroom: Scene) -> None:
    """Nothing to read, and one sentence that says what to choose."""
    ts = await newsroom.paste("good morning")

    await listed(newsroom, ts)

    assert "holds no link" in newsroom.whispered()[0]
    assert newsroom.replies(ts) == []


async def test_where_we_are_not_the_asker_gets_the_list_alone(newsroom: Scene) -> None:
    """In a channel that the bot is not in, the list comes to whoever chose it, with a hint to invite it."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE), channel=newsroom.lobby)

    await listed(newsroom, ts, channel=newsroom.lobby)

    whispered = newsroom.whispered(channel=newsroom.lobby)
    assert any("claims" in said for said in whispered)
    assert any("invite me" in said for said in whispered)
    assert newsroom.replies(ts, channel=newsroom.lobby) == []


async def test_a_deleted_root_ends_with_the_asker_told(newsroom: Scene) -> None:
    """The thread is gone: whoever chose it still gets the list."""
    ts = await newsroom.slack.say_as_bot("feed", newsroom.newsroom, newsroom.site.link(SHOWCASE))
    newsroom.slack.fail("chat.postMessage", error="thread_not_found", times=None)

    await listed(newsroom, ts)

    assert any("claims" in said for said in newsroom.whispered())


async def test_the_prefix_asks_us_in_a_thread(newsroom: Scene) -> None:
    """`!claims LINK` reads a link in a thread, as if we were mentioned."""
    root = await newsroom.paste("what is new?")
    newsroom.site.pages["home"] = b"<html><body><nav><a href=/a>News</a> <a href=/b>Sport</a></nav></body></html>"

    await newsroom.paste(f"!claims {newsroom.site.link(SHOWCASE)}", thread=root)
    await newsroom.paste(f"!claims {newsroom.site.link('home')}", thread=root)

    reading, failure = newsroom.said(root)
    assert "claims" in reading
    assert "no article" in failure


async def test_the_prefix_alone_reads_what_the_thread_began_with(newsroom: Scene) -> None:
    """`!claims` in a thread that began without us reads the link of its first message; a question is answered."""
    channel = newsroom.lobby
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE), channel=channel)
    newsroom.slack.invite_bot(channel)

    await newsroom.paste("!claims", channel=channel, thread=ts)
    await newsroom.paste("!claims how many cranes were taken off the network", channel=channel, thread=ts)

    reading, answer = newsroom.said(ts, channel=channel)
    assert "claims" in reading
    assert "14 of the port’s 22 cranes" in answer


async def test_asking_again_for_what_is_there_is_told(newsroom: Scene) -> None:
    """The second `!claims` with the same link posts nothing and says to the asker that it is there."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))

    await newsroom.paste(f"!claims {newsroom.site.link(SHOWCASE)}", thread=ts)

    assert len(newsroom.replies(ts)) == 1
    assert "already read in this thread" in newsroom.whispered()[0]


def test_links_in_any_block_or_attachment_are_found() -> None:
    """Feeds put their link into a section or an attachment, not into the text."""

    def found(**message: Any) -> tuple[str, ...]:
        body = {
            "message": {"ts": "1.1"} | message,
            "channel": {"id": "C1"},
            "user": {"id": "U1"},
            "response_url": "https://hooks.example/1",
            "action_ts": "2.2",
        }
        return list_claims_of(body, team="T1", links_per_message=3).links

    section = {"type": "section", "text": {"type": "mrkdwn", "text": "*<https://a.example/1|One>*"}}
    assert found(blocks=[section]) == ("https://a.example/1",)
    assert found(attachments=[{"title_link": "https://a.example/2"}]) == ("https://a.example/2",)
    assert found(text="plain") == ()
