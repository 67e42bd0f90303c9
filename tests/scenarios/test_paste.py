"""The first moment: a link is pasted, and its claims go into the thread."""

import asyncio
import json
from pathlib import Path

import pytest
from aiohttp import web

from bot.playground.articles import SHOWCASE, seeds_folder
from tests.scenarios.scene import Scene, Transport, at_work, town
from tests.scenarios.test_settings import change

pytestmark = pytest.mark.both_transports


async def test_a_pasted_link_becomes_a_list_in_its_thread(newsroom: Scene) -> None:
    """One reply: headline, outlet and date, counts, claims with who says them, a link to each sentence."""
    ts = await newsroom.paste(f"have you seen {newsroom.site.link(SHOWCASE)} ?")

    (reply,) = newsroom.replies(ts)
    (said,) = newsroom.said(ts)
    expected = json.loads((seeds_folder() / f"{SHOWCASE}.json").read_text())["article"]
    assert expected["title"] in said
    assert expected["outlet"] in said
    assert "claims" in said
    assert "#:~:text=" in json.dumps(reply["blocks"])
    assert reply["thread_ts"] == ts


async def test_progress_shows_within_a_second(newsroom: Scene) -> None:
    """The thread says that something is happening before anything is known."""

    async def seconds(sample: str) -> float:
        deliveries, calls = len(newsroom.slack.deliveries), len(newsroom.slack.calls)
        await newsroom.paste(newsroom.site.link(sample))
        paste = newsroom.slack.deliveries[deliveries]
        told = (call for call in newsroom.slack.calls[calls:] if call.method == "assistant.threads.setStatus")
        status = next(told)
        assert status.args["status"]
        return status.at - paste.sent_at

    tried = [await seconds(sample) for sample in (SHOWCASE, "empty-silos")]
    assert min(tried) < 1.0  # other programs slow either


async def test_without_statuses_a_plain_line_shows_progress(newsroom: Scene) -> None:
    """Where Slack has no thread status, whoever asked sees a line that becomes the list."""
    newsroom.slack.fail("assistant.threads.setStatus", error="unknown_method", times=None)

    ts = await newsroom.paste(f"<@{newsroom.slack.bot_user_id}> {newsroom.site.link(SHOWCASE)}")

    posted = next(call for call in newsroom.slack.calls if call.method == "chat.postMessage")
    (said,) = newsroom.said(ts)
    assert "Fetching" in posted.args["text"]
    assert "claims" in said


async def test_without_statuses_and_unasked_the_line_comes_with_the_article(newsroom: Scene) -> None:
    """A plain pasted link shows a line once there is an article to read, so that a page without one stays silent."""
    newsroom.slack.fail("assistant.threads.setStatus", error="unknown_method", times=None)
    newsroom.site.pages["home"] = b"<html><body><nav><a href=/a>News</a> <a href=/b>Sport</a></nav></body></html>"

    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    home = await newsroom.paste(newsroom.site.link("home"))

    posted = [call for call in newsroom.slack.calls if call.method == "chat.postMessage"]
    (said,) = newsroom.said(ts)
    assert [call.args["text"] for call in posted] == ["Reading 22 sentences …"]
    assert "claims" in said
    assert newsroom.replies(home) == []


async def test_a_mention_and_its_message_are_one_paste(newsroom: Scene) -> None:
    """Slack delivers a mention twice, under two event ids; the thread gets one reply."""
    ts = await newsroom.paste(f"<@{newsroom.slack.bot_user_id}> {newsroom.site.link(SHOWCASE)}")

    assert len(newsroom.replies(ts)) == 1


async def test_a_direct_message_is_read(newsroom: Scene) -> None:
    """A link sent to the bot alone is answered there."""
    direct = newsroom.slack.direct(newsroom.ana)

    ts = await newsroom.paste(newsroom.site.link(SHOWCASE), channel=direct)

    assert len(newsroom.replies(ts, channel=direct)) == 1


async def test_direct_messages_between_several_are_read_as_a_channel_is(newsroom: Scene) -> None:
    """A link is listed in its thread, and talk without one is left alone."""
    together = newsroom.slack.add_group_direct([newsroom.ana, newsroom.ben])

    ts = await newsroom.paste(newsroom.site.link(SHOWCASE), channel=together)
    talk = await newsroom.paste("What do you think?", channel=together)

    assert len(newsroom.replies(ts, channel=together)) == 1
    assert newsroom.replies(talk, channel=together) == []


async def test_links_of_one_message_are_read_in_order_and_the_rest_named(newsroom: Scene) -> None:
    """Three links are read, one after the other; the others are named."""
    names = sorted(newsroom.site.pages)[:3]
    links = [newsroom.site.link(name) for name in names]

    ts = await newsroom.paste(" ".join([*links, newsroom.site.link("fourth"), newsroom.site.link("fifth")]))

    said = newsroom.said(ts)
    assert newsroom.site.visits == names
    assert len(said) == 4
    assert "fourth" in said[3]
    assert "fifth" in said[3]


async def test_the_same_link_twice_in_a_thread_is_one_reply(newsroom: Scene) -> None:
    """Who pastes a link again into its own thread gets no second list."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))

    await newsroom.paste(f"{newsroom.site.link(SHOWCASE)}?utm_source=mail", thread=ts, user=newsroom.ben)

    assert len(newsroom.replies(ts)) == 1


async def test_the_same_link_in_another_thread_is_answered_from_what_is_kept(newsroom: Scene) -> None:
    """The article is fetched and read once; another thread gets the stored reading."""
    first = await newsroom.paste(newsroom.site.link(SHOWCASE))

    second = await newsroom.paste(newsroom.site.link(SHOWCASE), user=newsroom.ben)

    assert newsroom.site.visits == [SHOWCASE]
    assert newsroom.said(first) == newsroom.said(second)


async def test_redeliveries_are_one_reply(newsroom: Scene) -> None:
    """The same event again, and the same message under another event id, change nothing."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    event = next(delivery for delivery in newsroom.slack.deliveries if delivery.event_id)

    newsroom.slack.redeliver(str(event.event_id))
    newsroom.slack.duplicate(str(event.event_id))
    await newsroom.quiet()

    assert len(newsroom.replies(ts)) == 1


async def edited(newsroom: Scene, ts: str, text: str) -> None:
    """Ana changes her message, and waits for what comes of it."""
    await newsroom.slack.edit(newsroom.ana, newsroom.newsroom, ts, text)
    await newsroom.quiet()


async def test_a_link_that_an_edit_brings_is_read_once(newsroom: Scene) -> None:
    """As if it had been pasted; a preview of it and a change of the words around it start nothing."""
    ts = await newsroom.paste("look at this")

    await edited(newsroom, ts, f"look at this {newsroom.site.link(SHOWCASE)}")
    await newsroom.slack.unfurl(newsroom.newsroom, ts)
    await edited(newsroom, ts, f"do look at this {newsroom.site.link(SHOWCASE)}")
    await edited(newsroom, ts, "nothing to see here")

    assert len(newsroom.replies(ts)) == 1
    assert newsroom.site.visits == [SHOWCASE]


async def test_a_link_that_is_changed_is_read_beside_the_old_one(newsroom: Scene) -> None:
    """Also while the old one is being read; both stand in the thread, in their order."""
    other = next(name for name in newsroom.site.pages if name != SHOWCASE)
    ts = await newsroom.slack.say(newsroom.ana, newsroom.newsroom, newsroom.site.link(SHOWCASE))

    await edited(newsroom, ts, newsroom.site.link(other))

    assert newsroom.site.visits == [SHOWCASE, other]
    assert len(newsroom.replies(ts)) == 2


async def test_an_edit_is_heeded_as_a_paste_is(newsroom: Scene) -> None:
    """Not long after the message was written, not of what a bot wrote, and in a channel that wants to ask only where it asks."""
    late = await newsroom.paste("look at this")
    newsroom.slack.backend.workspace.pass_time(700)
    await edited(newsroom, late, newsroom.site.link(SHOWCASE))
    await change(newsroom, reads="asked")
    unasked, asked = await newsroom.paste("look at this"), await newsroom.paste("and at this")

    await edited(newsroom, unasked, newsroom.site.link(SHOWCASE))
    await edited(newsroom, asked, f"<@{newsroom.slack.bot_user_id}> {newsroom.site.link(SHOWCASE)}")

    assert [len(newsroom.replies(ts)) for ts in (late, unasked, asked)] == [0, 0, 1]


async def test_unfurls_bots_and_our_own_words_are_left_alone(newsroom: Scene) -> None:
    """Our own reply with its links, and the edits of it while it grows, start nothing."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))

    assert len(newsroom.replies(ts)) == 1
    assert newsroom.site.visits == [SHOWCASE]


async def test_a_page_without_an_article_is_met_with_silence_unless_we_were_asked(newsroom: Scene) -> None:
    """A home page in a channel is nobody's question to us; with a mention it is."""
    newsroom.site.pages["home"] = b"<html><body><nav><a href=/a>News</a> <a href=/b>Sport</a></nav></body></html>"

    unasked = await newsroom.paste(newsroom.site.link("home"))
    asked = await newsroom.paste(f"<@{newsroom.slack.bot_user_id}> {newsroom.site.link('home')}")

    assert newsroom.replies(unasked) == []
    (said,) = newsroom.said(asked)
    assert "no article" in said


async def test_a_mention_in_a_thread_reads_what_its_root_links_to(newsroom: Scene) -> None:
    """Asked into a thread that began without us, the bot reads the link of its first message."""
    channel = newsroom.lobby
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE), channel=channel)
    assert newsroom.replies(ts, channel=channel) == []
    newsroom.slack.invite_bot(channel)

    await newsroom.paste(f"<@{newsroom.slack.bot_user_id}>", channel=channel, thread=ts)

    assert len(newsroom.replies(ts, channel=channel)) == 1


async def test_progress_shows_while_every_place_is_taken(transport: Transport, tmp_path: Path) -> None:
    """With one job at a time and a slow page ahead, the second paste is seen within a second all the same."""

    async def slow(_: web.Request) -> web.StreamResponse:
        await asyncio.sleep(2.0)
        return web.Response(status=404)

    async with town() as here, at_work(here, transport, tmp_path, concurrency=1) as newsroom:
        newsroom.site.pages["slow"] = slow
        await here.slack.say(here.ana, here.newsroom, newsroom.site.link("slow"))
        asked = await here.slack.say(here.ben, here.newsroom, newsroom.site.link(SHOWCASE))

        await here.slack.until(lambda: bool(here.slack.status_of(here.newsroom, asked)), 1.0)
        await newsroom.quiet()


async def test_the_text_of_an_article_sent_directly_is_read(newsroom: Scene) -> None:
    """Its claims stand under it, and a question there is answered from it; another text is told what is missing."""
    direct = newsroom.slack.direct(newsroom.ana)
    text = "Harbour master warns of silt\n\n" + "\n\n".join(
        (
            "The harbour of Lowmere may be closed to large ships by spring, its master, Ada Quill, said on Tuesday.",
            "The dredging company Tidewright denied that it had stopped its work there.",
            "The council will decide on new money for the dredging in March.",
        )
    )

    ts = await newsroom.paste(text, channel=direct)
    await newsroom.paste("Who denies it?", channel=direct, thread=ts)
    other = await newsroom.paste("lorem-" * 60, channel=direct)

    reading, answer = newsroom.said(ts, channel=direct)
    assert reading.startswith("Harbour master warns of silt")
    assert "Ada Quill" in reading
    assert "Reply in this thread" in reading
    assert "Tidewright denied" in answer
    assert newsroom.said(other, channel=direct) == [
        "I found no article in that text; please paste more of it, in whole sentences, or send its link."
    ]


async def test_what_trying_again_does_not_mend_has_no_button_for_it(newsroom: Scene) -> None:
    """An article in a language without rules stays one."""
    (said,) = newsroom.said(await newsroom.paste(newsroom.site.link("muzei-tramvai")))

    assert "no rules for the language" in said
    assert "Try again" not in said
