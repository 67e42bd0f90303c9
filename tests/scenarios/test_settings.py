"""A channel's members say what the bot does in it."""

import asyncio
from pathlib import Path
from typing import Any

from bot.playground.articles import SHOWCASE
from bot.slack.drawing.actions import OWN
from tests.scenarios.scene import Scene, Transport, at_work, town
from tests.waiting import until


async def change(newsroom: Scene, *, channel: str | None = None, user: str | None = None, **values: Any) -> None:
    """Somebody opens the settings of a channel, fills them in, and sends them off."""
    user, channel = user or newsroom.ana, channel or newsroom.newsroom
    await newsroom.slack.slash(user, channel, "/claims", "settings")
    await newsroom.quiet()
    view = await opened(newsroom)
    await newsroom.slack.submit_view(view["id"], values)
    await newsroom.quiet()


async def opened(newsroom: Scene) -> dict[str, Any]:
    """The form, once it is there: windows open beside the ack."""
    async with asyncio.timeout(5):
        while not (forms := [view for view in newsroom.slack.views if view["type"] == "modal"]):
            await asyncio.sleep(0.01)
    return forms[-1]


async def test_what_holds_from_now_on_is_said_in_the_language_that_does(newsroom: Scene) -> None:
    """A channel that goes back to the default language is told so in it."""
    await change(newsroom, language="de")

    await change(newsroom, language=OWN)

    to_german, and_back = newsroom.whispered()
    assert to_german.startswith("Gespeichert")
    assert and_back.startswith("Saved")


async def test_a_channel_that_wants_to_be_asked_is_read_only_when_it_mentions_us(newsroom: Scene) -> None:
    """A pasted link is left alone, without a sign that it was seen; a mention is not."""
    await change(newsroom, reads="asked")

    quiet = await newsroom.paste(newsroom.site.link(SHOWCASE))
    asked = await newsroom.paste(f"<@{newsroom.slack.bot_user_id}> {newsroom.site.link(SHOWCASE)}")

    assert newsroom.said(quiet) == []
    assert not [each for each in newsroom.slack.statuses if each.thread_ts == quiet and each.status]
    assert len(newsroom.said(asked)) == 1
    assert "reads when mentioned" in newsroom.whispered()[0]


async def test_questions_are_answered_only_when_mentioned_or_not_at_all(newsroom: Scene) -> None:
    """Who asks by name where nothing is answered learns why, alone."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
    await change(newsroom, follow_ups="mentions")
    await newsroom.paste("Who denies it?", thread=ts)
    assert len(newsroom.said(ts)) == 1
    await newsroom.paste(f"<@{newsroom.slack.bot_user_id}> Who denies it?", thread=ts)
    assert len(newsroom.said(ts)) == 2

    await change(newsroom, follow_ups="none")
    await newsroom.paste(f"<@{newsroom.slack.bot_user_id}> What would it cost?", thread=ts)

    assert len(newsroom.said(ts)) == 2
    assert "I answer no questions" in newsroom.whispered()[-1]


async def test_a_channel_speaks_its_language(newsroom: Scene) -> None:
    """Our words, from the confirmation on; other channels keep theirs."""
    other = newsroom.slack.add_channel("other", members=[newsroom.ana])
    await change(newsroom, language="de")

    german = await newsroom.paste(newsroom.site.link(SHOWCASE))
    english = await newsroom.paste(newsroom.site.link(SHOWCASE), channel=other)

    assert newsroom.whispered()[0].startswith("Gespeichert")
    assert "11 Aussagen" in newsroom.said(german)[0]
    assert "11 claims" in newsroom.said(english, channel=other)[0]


async def test_domains_are_left_alone_or_kept_to(newsroom: Scene) -> None:
    """Whoever asks by name or by command is read all the same."""
    await change(newsroom, ignore="https://127.0.0.1/x")
    quiet = await newsroom.paste(newsroom.site.link(SHOWCASE))
    asked = await newsroom.paste(f"<@{newsroom.slack.bot_user_id}> {newsroom.site.link(SHOWCASE)}")
    assert newsroom.said(quiet) == []
    assert len(newsroom.said(asked)) == 1

    await change(newsroom, ignore="", keep_to="news.example")
    assert newsroom.said(await newsroom.paste(newsroom.site.link(SHOWCASE))) == []
    await change(newsroom, ignore="", keep_to="")
    assert len(newsroom.said(await newsroom.paste(newsroom.site.link(SHOWCASE)))) == 1


async def test_the_form_shows_what_holds(newsroom: Scene) -> None:
    """Opened again, it is filled in as it was sent off."""
    await change(newsroom, reads="asked", ignore="shop.example", language="fr")

    await newsroom.slack.slash(newsroom.ben, newsroom.newsroom, "/claims", "settings")
    await newsroom.quiet()

    view = str(await opened(newsroom))
    assert "'initial_value': 'shop.example'" in view
    assert "Réglages" in view


async def test_what_is_no_domain_is_said_at_its_field(newsroom: Scene) -> None:
    """The form stays open in its own language, and nothing is kept until it is right."""
    await change(newsroom, language="de")
    await newsroom.slack.slash(newsroom.ana, newsroom.newsroom, "/claims", "settings")
    await newsroom.quiet()
    view = await opened(newsroom)

    wrong = await newsroom.slack.submit_view(view["id"], {"ignore": "shop.example, ???", "keep_to": "not a domain"})

    assert wrong.error is None
    assert wrong.answer == {
        "response_action": "errors",
        "errors": {"ignore": "Das ist keine Domain: ???.", "keep_to": "Das sind keine Domains: not, a, domain."},
    }
    await newsroom.slack.submit_view(view["id"], {"ignore": "shop.example", "keep_to": ""})
    await newsroom.quiet()
    assert [each for each in newsroom.slack.views if each["type"] == "modal"] == []
    assert len(newsroom.whispered()) == 2
    assert "shop.example" in newsroom.whispered()[-1]


async def test_a_form_that_is_sent_twice_counts_once(newsroom: Scene) -> None:
    """A double click is one wish."""
    await newsroom.slack.slash(newsroom.ana, newsroom.newsroom, "/claims", "settings")
    await newsroom.quiet()
    view = await opened(newsroom)
    before = newsroom.slack.backend.workspace.views[view["id"]]
    await newsroom.slack.submit_view(view["id"], {"reads": "asked"})
    newsroom.slack.backend.workspace.views[view["id"]] = before
    newsroom.slack.backend.view_users[view["id"]] = newsroom.ana
    await newsroom.slack.submit_view(view["id"], {"reads": "asked"})
    await newsroom.quiet()

    assert len(newsroom.whispered()) == 1


async def test_somebody_who_has_left_the_channel_changes_nothing(newsroom: Scene) -> None:
    """The form was open before they left; they are told, and the channel's rules stay."""
    secret = newsroom.slack.add_group("secret", members=[newsroom.ana, newsroom.ben])
    await newsroom.slack.slash(newsroom.ana, secret, "/claims", "settings")
    await newsroom.quiet()
    view = await opened(newsroom)
    del newsroom.slack.backend.workspace.channels[secret].members[newsroom.ana]

    await newsroom.slack.submit_view(view["id"], {"reads": "asked"})
    await newsroom.quiet()

    ts = await newsroom.paste(newsroom.site.link(SHOWCASE), channel=secret, user=newsroom.ben)
    assert len(newsroom.said(ts, channel=secret)) == 1


async def test_a_window_that_could_not_open_in_time_is_told(newsroom: Scene) -> None:
    """Slack's trigger had expired."""
    newsroom.slack.fail("views.open", error="expired_trigger_id")

    await newsroom.run("settings")

    await until(lambda: bool(newsroom.whispered()))
    assert "run out" in newsroom.whispered()[0]


async def test_settings_hold_after_a_restart_and_defaults_come_from_the_environment(
    transport: Transport, tmp_path: Path
) -> None:
    """What a channel chose outlives the process; what it did not choose is as whoever runs us wants it."""
    async with town() as here:
        other = here.slack.add_channel("other", members=[here.ana])
        async with at_work(here, transport, tmp_path) as before:
            await change(before, reads="all", follow_ups="none")
        async with at_work(here, transport, tmp_path, channel_reads="asked") as after:
            chosen = await after.paste(here.site.link(SHOWCASE))
            default = await after.paste(here.site.link(SHOWCASE), channel=other)
            await after.paste("Who denies it?", thread=chosen)
            assert len(after.said(chosen)) == 1
            assert after.said(default, channel=other) == []
