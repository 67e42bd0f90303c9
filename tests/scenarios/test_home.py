"""Somebody opens the app's Home."""

import re
from typing import Any

from bot.playground.articles import SHOWCASE
from bot.playground.transcript import transcript
from bot.slack.drawing import actions
from tests.scenarios.scene import Scene
from tests.scenarios.test_settings import opened

OWN_VOICE = "warm-river"


async def home(newsroom: Scene, user: str | None = None) -> str:
    await newsroom.slack.open_home(user or newsroom.ana)
    await newsroom.quiet()
    return shown(newsroom, user)


def shown(newsroom: Scene, user: str | None = None) -> str:
    view = newsroom.slack.home(user or newsroom.ana)
    assert view is not None
    return transcript(view)


def buttons(newsroom: Scene) -> list[dict[str, Any]]:
    view = newsroom.slack.home(newsroom.ana)
    assert view is not None
    return [block["accessory"] for block in view["blocks"] if "accessory" in block]


async def test_home_tells_how_to_use_it_what_was_read_and_what_is_done_where(newsroom: Scene) -> None:
    """Before anything was read, and after."""
    before = await home(newsroom)
    await newsroom.paste(newsroom.site.link(SHOWCASE))

    after = await home(newsroom)

    assert "/claims find" in before
    assert "Nothing was read yet" in before
    assert "Port cranes in Tarnmouth" in after
    assert "11 claims" in after
    assert "reads every link · answers every question" in after


async def test_home_tells_how_to_begin_until_something_was_read(newsroom: Scene) -> None:
    """Where to paste a link, how to invite it elsewhere, and which command tells the rest; then it is known."""
    before = await home(newsroom)
    await newsroom.paste(newsroom.site.link(SHOWCASE))
    after = await home(newsroom)

    begin = before[before.index("TO GET GOING") :][:400]
    assert f"#{newsroom.newsroom}" in begin
    assert "/invite" in begin
    assert "/claims help" in begin
    assert "TO GET GOING" not in after


async def test_home_names_the_channel_of_each_reading(newsroom: Scene) -> None:
    """As Slack names it; what was sent to the bot alone was read in a direct message."""
    other = next(name for name in newsroom.site.pages if name != SHOWCASE)
    await newsroom.paste(newsroom.site.link(SHOWCASE))
    await newsroom.paste(newsroom.site.link(other), channel=newsroom.slack.direct(newsroom.ana))

    directly, in_channel = [line for line in (await home(newsroom)).splitlines() if " claims · " in line]

    assert f" — #{newsroom.newsroom} · " in in_channel
    assert " — direct message · " in directly


async def test_the_same_number_of_claims_is_told_everywhere(newsroom: Scene) -> None:
    """What the outlet says in its own voice is counted apart in the reply; `recent`, Home and the file count as it does."""
    ts = await newsroom.paste(newsroom.site.link(OWN_VOICE))
    (said,) = newsroom.said(ts)

    await newsroom.run("recent")
    await newsroom.run("export markdown")
    (file,) = newsroom.slack.backend.workspace.files.values()

    assert "2 in the outlet’s own voice" in said
    told = [said, newsroom.whispered()[0], await home(newsroom), file.content.decode()]
    assert [re.findall(r"(\d+) claims\b", each) for each in told] == [["13"]] * 4


async def test_home_shows_nothing_of_channels_that_its_person_does_not_see(newsroom: Scene) -> None:
    """A private channel's reading is in the Home of its members only."""
    secret = newsroom.slack.add_group("secret", members=[newsroom.ana])
    await newsroom.paste(newsroom.site.link(SHOWCASE), channel=secret)

    assert "Tarnmouth" not in await home(newsroom, newsroom.ben)
    assert secret not in str(newsroom.slack.home(newsroom.ben))
    assert "Tarnmouth" in await home(newsroom, newsroom.ana)
    assert secret in str(newsroom.slack.home(newsroom.ana))


async def test_a_channel_can_be_set_up_from_home(newsroom: Scene) -> None:
    """The button opens its form, and Home then shows what holds."""
    await home(newsroom)
    (button,) = [each for each in buttons(newsroom) if each["value"] == newsroom.newsroom]
    view = newsroom.slack.home(newsroom.ana)
    assert view is not None

    block = next(b for b in view["blocks"] if b.get("accessory", {}).get("value") == newsroom.newsroom)
    await newsroom.slack.press_in_view(view["id"], actions.SETTINGS, block_id=block["block_id"])
    await newsroom.quiet()
    form = await opened(newsroom)
    await newsroom.slack.submit_view(form["id"], {"reads": "asked"})
    await newsroom.quiet()

    assert button["text"]["text"] == "Settings"
    assert newsroom.newsroom in form["private_metadata"]
    assert "reads when mentioned" in shown(newsroom)


async def test_the_messages_tab_asks_nothing_of_us(newsroom: Scene) -> None:
    """Only the Home tab is drawn."""
    newsroom.slack.duplicate(
        {"type": "app_home_opened", "user": newsroom.ana, "channel": "D1", "tab": "messages", "event_ts": "1.1"}
    )
    await newsroom.quiet()

    assert newsroom.slack.home(newsroom.ana) is None
