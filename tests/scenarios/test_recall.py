"""Somebody looks for what was read before: `/claims find` and `/claims source`."""

from pathlib import Path

import pytest

from bot.playground.articles import SHOWCASE
from bot.playground.transcript import transcript
from tests.scenarios.scene import Scene, at_work, town
from tests.scenarios.test_precedents import LATER


def told(newsroom: Scene, user: str, channel: str) -> str:
    """The last thing that only this person was told."""
    return transcript(newsroom.slack.ephemerals(channel, user)[-1])


async def ask(newsroom: Scene, text: str, *, user: str | None = None, channel: str | None = None) -> str:
    user, channel = user or newsroom.ana, channel or newsroom.newsroom
    await newsroom.slack.slash(user, channel, "/claims", text)
    await newsroom.quiet()
    return told(newsroom, user, channel)


async def test_words_find_claims_and_denials_with_links_to_their_threads(newsroom: Scene) -> None:
    """The asker alone is told what was found, who said it, in which article, and where it was told."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))

    said = await ask(newsroom, "find crane networks")

    assert "14 of the port’s 22 cranes had been taken off the network" in said
    assert "Ilse Brandvik" in said
    assert "Port cranes in Tarnmouth" in said
    (message,) = newsroom.slack.ephemerals(newsroom.newsroom, newsroom.ana)
    assert ts.replace(".", "") in str(message) or f"thread_ts={ts}" in str(message)


async def test_denials_are_found_by_who_denies(newsroom: Scene) -> None:
    """In the sentence that says so: the claim that they deny is found beside it."""
    await newsroom.paste(newsroom.site.link(SHOWCASE))

    assert "Denied by Veskara and Lodestar: Veskara and Lodestar have denied the accusations" in await ask(
        newsroom, "find lodestar denied"
    )


async def test_a_source_is_listed_over_time(newsroom: Scene) -> None:
    """What somebody said, with how firmly it was put."""
    await newsroom.paste(newsroom.site.link(SHOWCASE))

    said = await ask(newsroom, "source Brandvik")

    assert said.startswith("What Brandvik said")
    assert "36 million marks" in said
    assert "likely (“highly likely”)" in said
    assert "Tomas Relling" not in said


async def test_what_somebody_denies_is_listed_once(newsroom: Scene) -> None:
    """The sentence is a claim of theirs and a denial: it is told as the denial."""
    await newsroom.paste(newsroom.site.link(SHOWCASE))

    said = await ask(newsroom, "source Veskaran foreign ministry")

    assert said.count("fairy tale") == 1
    assert "Denied by Veskaran foreign ministry" in said


async def test_hits_stand_under_their_article(newsroom: Scene) -> None:
    """Newest article first, each named once with its thread, and under it what it says."""
    await newsroom.paste(newsroom.site.link(SHOWCASE))
    newsroom.site.pages["later"] = LATER.encode()
    await newsroom.paste(newsroom.site.link("later"))

    lines = (await ask(newsroom, "find cranes")).splitlines()

    headings = [line for line in lines if "thread" in line]
    assert [line.partition(" — ")[0] for line in headings] == [
        "Tarnmouth council meets on cranes",
        "Port cranes in Tarnmouth sent data abroad, officials say",
    ]
    second = lines[lines.index(headings[1]) :]
    assert len([line for line in second if line.startswith("• ")]) > 1


async def test_search_words_are_never_syntax(newsroom: Scene) -> None:
    """Operators, quotes and half an expression are words like others, and no word at all is asked for one."""
    await newsroom.paste(newsroom.site.link(SHOWCASE))

    assert "Nothing that was read here" in await ask(newsroom, 'find "cranes" AND (NOT OR* NEAR zebra')
    assert "Tell me what to find" in await ask(newsroom, "find")
    assert "Tell me what to find" in await ask(newsroom, "find *** &&& !!")
    assert "Tell me whose words" in await ask(newsroom, "source")
    assert "said by Nobody" in await ask(newsroom, "source Nobody")


async def test_a_private_channel_is_seen_by_its_members_only(newsroom: Scene) -> None:
    """From outside nothing of it can be found, by no word and no name; its members find it from anywhere."""
    secret = newsroom.slack.add_group("secret", members=[newsroom.ana])
    await newsroom.paste(newsroom.site.link(SHOWCASE), channel=secret)

    for asked in ("find cranes", "find Lodestar", "source Brandvik"):
        assert "Nothing that was read here" in await ask(newsroom, asked, user=newsroom.ben)
        assert "Tarnmouth" in await ask(newsroom, asked, user=newsroom.ana)
        assert "Tarnmouth" in await ask(newsroom, asked, user=newsroom.ana, channel=secret)


async def test_direct_messages_are_seen_by_their_own_person_only(newsroom: Scene) -> None:
    """Not even by somebody who asks in the same words."""
    direct = newsroom.slack.direct(newsroom.ana)
    await newsroom.paste(newsroom.site.link(SHOWCASE), channel=direct)

    assert "Nothing that was read here" in await ask(newsroom, "find cranes", user=newsroom.ben)
    assert "Tarnmouth" in await ask(newsroom, "find cranes", user=newsroom.ana)


async def test_a_public_channel_is_seen_by_members_of_the_workspace_and_not_by_guests(newsroom: Scene) -> None:
    """A guest finds what was read in the channels they are in."""
    guest = newsroom.slack.add_user("gil", guest=True)
    carla = newsroom.slack.add_user("carla")
    lounge = newsroom.slack.add_channel("lounge", members=[guest, carla])
    await newsroom.paste(newsroom.site.link(SHOWCASE))

    assert "Tarnmouth" in await ask(newsroom, "find cranes", user=carla, channel=lounge)
    assert "Nothing that was read here" in await ask(newsroom, "find cranes", user=guest, channel=lounge)


async def test_where_slack_does_not_say_who_sees_what_only_this_channel_is_searched(newsroom: Scene) -> None:
    """An app that was installed without the scopes goes on working, and shows too little rather than too much."""
    newsroom.slack.scopes.difference_update({"channels:read", "groups:read", "im:read", "mpim:read", "users:read"})
    general = newsroom.slack.add_channel("general2", members=[newsroom.ana])
    await newsroom.paste(newsroom.site.link(SHOWCASE))

    assert "Tarnmouth" in await ask(newsroom, "find cranes")
    assert "Nothing that was read here" in await ask(newsroom, "find cranes", channel=general)


async def test_who_has_left_a_channel_finds_nothing_of_it(newsroom: Scene) -> None:
    """From the very next search on."""
    secret = newsroom.slack.add_group("secret", members=[newsroom.ana, newsroom.ben])
    await newsroom.paste(newsroom.site.link(SHOWCASE), channel=secret)
    assert "Tarnmouth" in await ask(newsroom, "find cranes")

    del newsroom.slack.backend.workspace.channels[secret].members[newsroom.ana]

    assert "Nothing that was read here" in await ask(newsroom, "find cranes")
    assert "Nothing that was read here" in await ask(newsroom, "source Brandvik")


async def test_slack_is_asked_about_people_and_channels_once_in_a_while(newsroom: Scene) -> None:
    """Who somebody is and where we are is remembered for a while; where they are is asked each time."""
    await newsroom.paste(newsroom.site.link(SHOWCASE))

    for word in ("cranes", "marks", "key"):
        await ask(newsroom, f"find {word}")

    called = [call.method for call in newsroom.slack.calls]
    assert called.count("users.conversations") == 1 + 3
    assert called.count("users.info") == 1


@pytest.mark.parametrize("how", ["thread", "uninstalled"])
async def test_what_was_forgotten_is_found_no_more(newsroom: Scene, how: str) -> None:
    """Forgetting a thread and removing the app empty the index, too."""
    await newsroom.paste(newsroom.site.link(SHOWCASE))
    if how == "thread":
        await newsroom.run(f"forget {newsroom.site.link(SHOWCASE)}")
    else:
        newsroom.slack.duplicate({"type": "app_uninstalled"})
        await newsroom.quiet()

    assert "Nothing that was read here" in await ask(newsroom, "find cranes")


async def test_what_was_read_is_found_after_a_restart(tmp_path: Path) -> None:
    """It is in the database, not in the process."""
    async with town() as here:
        async with at_work(here, "socket", tmp_path) as before:
            await before.paste(here.site.link(SHOWCASE))
        async with at_work(here, "http", tmp_path) as after:
            assert "Tarnmouth" in await ask(after, "find cranes")
