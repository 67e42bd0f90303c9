"""A reading as a file: from the menu under it, and with `/claims export`."""

import csv
import io
import json
from typing import Any

from bot.playground.articles import SHOWCASE
from bot.reply.export import FORMS
from bot.slack.drawing import actions
from tests.scenarios.scene import Scene


async def press(newsroom: Scene, reply: dict[str, Any], form: str, user: str | None = None) -> None:
    """Somebody chooses a form in the menu under the reply."""
    menu = next(e for b in reply["blocks"] for e in b.get("elements", []) if e.get("type") == "overflow")
    value = next(o["value"] for o in menu["options"] if o["value"].startswith(f"export:{form}:"))
    await newsroom.slack.press(user or newsroom.ana, newsroom.newsroom, reply["ts"], actions.MENU, value)


async def chosen(newsroom: Scene, reply: dict[str, Any], form: str) -> None:
    """Ana chooses a form, and waits for what comes of it."""
    await press(newsroom, reply, form)
    await newsroom.quiet()


def files(newsroom: Scene, ts: str) -> list[dict[str, Any]]:
    """The files in the thread."""
    return [file for message in newsroom.slack.thread(newsroom.newsroom, ts) for file in message.get("files", [])]


def handed(newsroom: Scene) -> list[dict[str, Any]]:
    """The files in Ana's direct messages with the bot."""
    messages = newsroom.slack.messages(newsroom.slack.direct(newsroom.ana))
    return [file for message in messages for file in message.get("files", [])]


def content(newsroom: Scene, file: dict[str, Any]) -> bytes:
    return newsroom.slack.backend.workspace.files[file["id"]].content


async def test_each_form_comes_as_a_file_into_the_thread(newsroom: Scene) -> None:
    """Four forms, four files, each with all claims; nothing is fetched or read again."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    (reply,) = newsroom.replies(ts)

    for form in FORMS:
        await chosen(newsroom, reply, form)

    found = {file["name"].rpartition(".")[2]: content(newsroom, file) for file in files(newsroom, ts)}
    claims = json.loads(found["json"])["claims"]
    assert set(found) == {"csv", "json", "md", "jsonld"}
    assert len(list(csv.DictReader(io.StringIO(found["csv"].decode("utf-8-sig"))))) == len(claims)
    assert sum(node["@type"] == "Claim" for node in json.loads(found["jsonld"])["@graph"]) == len(claims)
    assert found["md"].startswith(b"# ")
    assert newsroom.site.visits == [SHOWCASE]
    assert handed(newsroom) == []


async def test_a_form_pressed_twice_comes_once(newsroom: Scene) -> None:
    """While the first is under way and right after it; pressed again later, or by somebody else, it comes again."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    (reply,) = newsroom.replies(ts)

    for form in FORMS:
        await press(newsroom, reply, form)
        await press(newsroom, reply, form)
    await newsroom.quiet()
    await chosen(newsroom, reply, "csv")
    quickly = len(files(newsroom, ts))
    newsroom.slack.backend.workspace.pass_time(10)
    await chosen(newsroom, reply, "csv")
    await press(newsroom, reply, "csv", newsroom.ben)
    await newsroom.quiet()

    assert (quickly, len(files(newsroom, ts))) == (4, 6)
    assert newsroom.whispered() == []


async def test_the_command_hands_the_file_to_the_asker(newsroom: Scene) -> None:
    """With a link, with a form, or with neither for what was read here last; nobody else sees it."""
    await newsroom.run(f"export {newsroom.site.link(SHOWCASE)}")
    await newsroom.paste(newsroom.site.link(SHOWCASE))
    await newsroom.run("export jsonld")
    await newsroom.run(f"export {newsroom.site.link(SHOWCASE)} markdown")

    assert [file["name"].rpartition(".")[2] for file in handed(newsroom)] == ["csv", "jsonld", "md"]
    assert sum("the claims of “Port cranes in Tarnmouth" in said for said in newsroom.whispered()) == 3
    assert newsroom.site.visits == [SHOWCASE]


async def test_a_thread_is_exported_by_the_link_of_its_message(newsroom: Scene) -> None:
    """*Copy link* of a message names the thread; a thread of another channel is not told about here."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    here = f"https://local.slack.com/archives/{newsroom.newsroom}/p{ts.replace('.', '')}"

    await newsroom.run(f"export {here}")
    await newsroom.run(f"export {here.replace(newsroom.newsroom, newsroom.lobby)}")

    assert len(handed(newsroom)) == 1
    assert "in another channel" in newsroom.whispered()[-1]


async def test_nothing_read_and_nothing_found_are_told(newsroom: Scene) -> None:
    """Without any reading here, and for a link that leads nowhere, one sentence says so."""
    await newsroom.run("export")
    await newsroom.run(f"export {newsroom.site.link('missing')}")

    assert "Nothing was read in this channel yet" in newsroom.whispered()[0]
    assert "no page at that address" in newsroom.whispered()[1]
    assert handed(newsroom) == []


async def test_where_the_thread_takes_no_file_the_asker_gets_it(newsroom: Scene) -> None:
    """We were removed after the reply, or the channel was archived: the file goes to whoever asked."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    (reply,) = newsroom.replies(ts)
    newsroom.slack.remove_bot(newsroom.newsroom)

    await chosen(newsroom, reply, "csv")

    assert files(newsroom, ts) == []
    assert [file["name"].rpartition(".")[2] for file in handed(newsroom)] == ["csv"]


async def test_a_list_for_the_asker_only_is_exported_to_them(newsroom: Scene) -> None:
    """What nobody else saw does not come into the channel as a file."""
    await newsroom.run(f"quietly {newsroom.site.link(SHOWCASE)}")
    answer = newsroom.slack.ephemerals(newsroom.newsroom, newsroom.ana)[-1]

    await chosen(newsroom, answer, "csv")

    assert len(handed(newsroom)) == 1


async def test_a_file_that_is_too_large_is_said(newsroom: Scene) -> None:
    """Slack refuses the size, or any file of ours: whoever asked reads why, and where the claims are."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    (reply,) = newsroom.replies(ts)

    newsroom.slack.fail("files.getUploadURLExternal", error="file_upload_size_restricted")
    await chosen(newsroom, reply, "json")
    newsroom.slack.backend.workspace.pass_time(10)
    newsroom.slack.fail("files.getUploadURLExternal", error="file_uploads_disabled")
    await chosen(newsroom, reply, "json")

    assert "larger than Slack takes" in newsroom.whispered()[0]
    assert "takes no files from me" in newsroom.whispered()[1]
    assert files(newsroom, ts) == []


async def test_a_reading_that_is_gone_says_so(newsroom: Scene) -> None:
    """After `/claims forget` the menu still stands in the old message."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    (reply,) = newsroom.replies(ts)
    await newsroom.run(f"forget {newsroom.site.link(SHOWCASE)}")

    await chosen(newsroom, reply, "csv")

    assert "no longer keep" in newsroom.whispered()[-1]


async def test_a_share_whose_answer_was_lost_is_not_repeated(newsroom: Scene) -> None:
    """Slack took the file, the connection was cut before we heard: it is looked for and not sent again."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    (reply,) = newsroom.replies(ts)
    newsroom.slack.fail("files.completeUploadExternal", drop_after_accept=True)

    await chosen(newsroom, reply, "csv")

    assert len(files(newsroom, ts)) == 1


async def test_a_follow_up_beside_an_export_is_answered_once(newsroom: Scene) -> None:
    """A file of ours in the thread is not taken for an answer that was cut."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    (reply,) = newsroom.replies(ts)
    await chosen(newsroom, reply, "csv")
    newsroom.slack.fail("chat.postMessage", drop_after_accept=True)
    newsroom.slack.fail("chat.startStream", error="unknown_method", times=None)

    await newsroom.paste("How many cranes were taken off the network?", thread=ts)

    assert len([each for each in newsroom.replies(ts) if not each.get("files")]) == 2
