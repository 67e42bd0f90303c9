"""All claims of a reading, in a window that opens from the reply."""

import json
from time import monotonic
from typing import Any

import pytest

from bot.intake.look import Shelfmark
from bot.playground.articles import SHOWCASE
from bot.playground.transcript import transcript
from bot.slack.drawing import actions
from tests.scenarios.scene import Scene

MANY = 400


def long_article(people: int = MANY) -> bytes:
    """An article in which so many people say something."""
    said = "".join(
        f"<p>Inspector number {i} of the bridge office spoke. “Pillar {i} may be cracked,” said Mara Ilves{i}.</p>"
        for i in range(people)
    )
    return (
        f"<html><head><title>Pillars of the bridge</title></head><body><article>{said}</article></body></html>".encode()
    )


async def opened(newsroom: Scene, ts: str, *, user: str | None = None) -> dict[str, Any]:
    """The window that *All claims* under the reply opens, once it is there."""
    (reply,) = newsroom.replies(ts)
    await newsroom.slack.press(user or newsroom.ana, newsroom.newsroom, reply["ts"], actions.ALL_CLAIMS)
    return await seen(newsroom)


async def seen(newsroom: Scene, *, unlike: str = "") -> dict[str, Any]:
    await newsroom.slack.until(
        lambda: bool(newsroom.slack.views) and newsroom.slack.views[-1]["hash"] != unlike, timeout=5
    )
    view: dict[str, Any] = newsroom.slack.views[-1]
    return view


def drawn(view: dict[str, Any]) -> str:
    return transcript({"blocks": view["blocks"]})


async def test_the_window_shows_each_claim_with_its_passage(newsroom: Scene) -> None:
    """*All claims* opens at once, with claims, sentences and counts; no page is fetched again."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))

    view = await opened(newsroom, ts, user=newsroom.ben)

    assert view["title"]["text"] == "All claims"
    assert "1. " in drawn(view)
    assert "│ " in drawn(view)
    assert newsroom.site.visits == [SHOWCASE]


@pytest.mark.slow
async def test_the_longest_list_opens_within_its_time(newsroom: Scene) -> None:
    """Claims that fit no message are all here, page by page, and the window opens well within three seconds."""
    newsroom.site.pages["pillars"] = long_article()
    ts = await newsroom.paste(newsroom.site.link("pillars"))
    pressed = monotonic()

    view = await opened(newsroom, ts)

    assert monotonic() - pressed < 3.0
    total = int(drawn(view).split("1–10 of ")[1].split()[0])
    assert total >= MANY * 0.9
    assert "more claims" in newsroom.said(ts)[0]


async def test_pages_turn_and_choices_narrow(newsroom: Scene) -> None:
    """The next page follows, a choice leaves what meets it, and both stay while one turns."""
    newsroom.site.pages["pillars"] = long_article(40)
    ts = await newsroom.paste(newsroom.site.link("pillars"))
    first = await opened(newsroom, ts)

    await newsroom.slack.press_in_view(first["id"], actions.NEXT)
    second = await seen(newsroom, unlike=first["hash"])
    await newsroom.slack.press_in_view(first["id"], f"{actions.NARROW}certainty", "possible")
    possible = await seen(newsroom, unlike=second["hash"])
    await newsroom.slack.press_in_view(first["id"], actions.NEXT)
    further = await seen(newsroom, unlike=possible["hash"])

    assert "11–20 of" in drawn(second)
    assert "1–10 of" in drawn(possible)
    assert "may be cracked" in drawn(possible)
    assert "Page 2 of" in drawn(further)
    assert json.loads(further["private_metadata"])["narrowed"] == {"certainty": "possible"}


async def test_quick_presses_end_with_the_last(newsroom: Scene) -> None:
    """Two choices in a row, the second before the first is drawn: what stays is the second."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    view = await opened(newsroom, ts)

    await newsroom.slack.press_in_view(view["id"], f"{actions.NARROW}denied", "denied")
    await newsroom.slack.press_in_view(view["id"], f"{actions.NARROW}denied", actions.ANY)
    await newsroom.slack.until(
        lambda: sum(call.method == "views.update" for call in newsroom.slack.calls) == 2, timeout=5
    )

    assert json.loads(newsroom.slack.views[-1]["private_metadata"])["narrowed"] == {}


async def test_a_list_for_the_asker_only_has_its_window_too(newsroom: Scene) -> None:
    """What `/claims quietly` answered is no message anybody can look up; its button knows where the reading is."""
    await newsroom.run(f"quietly {newsroom.site.link(SHOWCASE)}")
    answer = next(e for e in newsroom.slack.ephemerals(newsroom.newsroom, newsroom.ana) if "claims" in transcript(e))

    await newsroom.slack.press(newsroom.ana, newsroom.newsroom, answer["ts"], actions.ALL_CLAIMS)

    assert "1. " in drawn(await seen(newsroom))


async def test_a_reading_that_is_gone_says_so(newsroom: Scene) -> None:
    """After `/claims forget` the button still stands in the old message; its window tells what happened."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    await newsroom.run(f"forget {newsroom.site.link(SHOWCASE)}")

    view = await opened(newsroom, ts)

    assert "no longer keep" in drawn(view)


async def test_a_reading_that_is_gone_can_be_had_again(newsroom: Scene) -> None:
    """One press in the window reads the article as it is now, into the same thread; another press meanwhile reads nothing more."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    await newsroom.run(f"forget {newsroom.site.link(SHOWCASE)}")
    view = await opened(newsroom, ts)

    await newsroom.slack.press_in_view(view["id"], actions.READ_AFRESH)
    changed = await seen(newsroom, unlike=view["hash"])
    await newsroom.quiet()

    assert "reading it again" in drawn(changed)
    (old, new) = newsroom.said(ts)
    assert old.splitlines()[0] == new.splitlines()[0]
    assert newsroom.site.visits == [SHOWCASE, SHOWCASE]
    await newsroom.slack.press(newsroom.ana, newsroom.newsroom, newsroom.replies(ts)[1]["ts"], actions.ALL_CLAIMS)
    assert "1. " in drawn(await seen(newsroom, unlike=changed["hash"]))


async def test_a_text_that_is_gone_is_not_offered_again(newsroom: Scene) -> None:
    """It has no address that could be read."""
    await newsroom.run(f"quietly {newsroom.site.link(SHOWCASE)}")
    answer = next(e for e in newsroom.slack.ephemerals(newsroom.newsroom, newsroom.ana) if "claims" in transcript(e))
    newsroom.slack.duplicate({"type": "app_uninstalled"})
    await newsroom.quiet()

    await newsroom.slack.press(newsroom.ana, newsroom.newsroom, answer["ts"], actions.ALL_CLAIMS)

    view = await seen(newsroom)
    assert "no longer keep" in drawn(view)
    assert actions.READ_AFRESH not in json.dumps(view["blocks"])


async def test_a_trigger_that_has_run_out_is_told(newsroom: Scene) -> None:
    """Where Slack will not open the window any more, whoever pressed is asked to press again, alone."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    newsroom.slack.fail("views.open", error="expired_trigger_id")
    (reply,) = newsroom.replies(ts)

    await newsroom.slack.press(newsroom.ana, newsroom.newsroom, reply["ts"], actions.ALL_CLAIMS)
    await newsroom.slack.until(lambda: bool(newsroom.whispered()), timeout=5)

    assert "press the button again" in newsroom.whispered()[0]
    assert newsroom.slack.views == []


async def test_one_workspace_cannot_open_what_another_keeps(newsroom: Scene) -> None:
    """A shelfmark says nothing outside the workspace that it was made in."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    (reply,) = newsroom.replies(ts)
    button = next(b for b in reply["blocks"] if b["type"] == "actions")["elements"][0]
    shelfmark = Shelfmark.of(button["value"])

    library = newsroom.bot.store.library
    assert await library.kept_reading(newsroom.slack.team_id, shelfmark) is not None
    assert await library.kept_reading("T0OTHER", shelfmark) is None
