"""A new reading says which of its claims were read here before."""

import pytest
from sqlalchemy import delete

from bot.adapters.rows.tables import mentions
from bot.playground.articles import SHOWCASE
from bot.playground.transcript import transcript
from tests.crowd import straight
from tests.pages import html
from tests.scenarios.scene import Scene

ACCUSED = (
    "Marevia, Dunmark and Sorelle have accused Veskara and Lodestar of using the cranes to follow arms deliveries."
)
LATER = html(
    "<h1>Tarnmouth council meets on cranes</h1>"
    "<p>The council of Tarnmouth will meet on Friday to talk about the port, its chair, Otto Vance, said.</p>"
    f"<p>{ACCUSED}</p>"
    "<p>“Nobody will lose a job over this,” Vance told reporters outside the town hall on Thursday evening.</p>",
    title="Tarnmouth council meets on cranes | The Northern Courier",
)
COUNCIL = "\n\n".join(
    (
        "Tarnmouth council meets on cranes",
        "The council of Tarnmouth will meet on Friday to talk about the port, its chair, Otto Vance, said.",
        ACCUSED,
        "“Nobody will lose a job over this,” Vance told reporters outside the town hall on Thursday evening.",
    )
)
OTHER = LATER.replace("Sorelle have accused Veskara", "Sorelle have accused Ostland")


def elsewhere(said: str) -> list[str]:
    return [line for line in said.splitlines() if "Also in:" in line]


async def test_a_claim_that_was_read_before_says_where_when_and_who_denied_it(newsroom: Scene) -> None:
    """Under the claim: the earlier article, its outlet and day, and who denied the claim there."""
    first = await newsroom.paste(newsroom.site.link(SHOWCASE))
    newsroom.site.pages["later"] = LATER.encode()

    ts = await newsroom.paste(newsroom.site.link("later"))

    (said,) = newsroom.said(ts)
    (line,) = elsewhere(said)
    assert "Also in: Port cranes in Tarnmouth sent data abroad" in line
    assert "The Harbour Courier · 14 October 2026" in line
    assert "denied there by Veskara and Lodestar" in line
    assert "1 of these claims was read here before" in said
    assert f"thread_ts={first}" in str(newsroom.replies(ts))


async def test_a_claim_about_somebody_else_was_not_read_before(newsroom: Scene) -> None:
    """However many words the two share."""
    await newsroom.paste(newsroom.site.link(SHOWCASE))
    newsroom.site.pages["other"] = OTHER.encode()

    ts = await newsroom.paste(newsroom.site.link("other"))

    assert not elsewhere(newsroom.said(ts)[0])


async def test_what_was_told_is_remembered_though_its_process_died_before_that(newsroom: Scene) -> None:
    """The next run finds the reply there, says nothing twice, and makes up for the rest."""
    link = newsroom.site.link(SHOWCASE)
    first = await newsroom.paste(link)
    with straight(newsroom.bot.settings.database_url) as connection:
        connection.execute(delete(mentions))
    newsroom.site.pages["later"] = LATER.encode()

    await newsroom.paste(link, thread=first)

    assert len(newsroom.said(first)) == 1
    assert len(elsewhere(newsroom.said(await newsroom.paste(newsroom.site.link("later")))[0])) == 1


async def test_the_same_article_is_not_its_own_precedent(newsroom: Scene) -> None:
    """Pasted again, it says nothing of itself."""
    await newsroom.paste(newsroom.site.link(SHOWCASE))

    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))

    assert not elsewhere(newsroom.said(ts)[0])


async def test_the_same_text_at_another_place_is_a_precedent(newsroom: Scene) -> None:
    """Shared as a file, shared as another, pasted as text: each says where it was read before."""
    for name in ("council.txt", "copy.txt"):
        await newsroom.slack.say(newsroom.ana, newsroom.newsroom, "", files=[(name, COUNCIL.encode())])
        await newsroom.quiet()
    await newsroom.run(COUNCIL)

    everything = newsroom.slack.messages(newsroom.newsroom, threads=True)
    ours = [transcript(each) for each in everything if each.get("user") == newsroom.slack.bot_user_id]
    assert [len(elsewhere(said)) for said in ours] == [
        0,
        3,
        3,
    ]  # of three claims; a file that was shared twice is one article


async def test_a_private_channel_is_no_precedent_outside_it(newsroom: Scene) -> None:
    """Not even for a member of it, who pastes where others read along; inside it the public ones are."""
    secret = newsroom.slack.add_group("secret", members=[newsroom.ana])
    await newsroom.paste(newsroom.site.link(SHOWCASE), channel=secret)
    newsroom.site.pages["later"] = LATER.encode()

    outside = await newsroom.paste(newsroom.site.link("later"))
    inside = await newsroom.paste(newsroom.site.link("later"), channel=secret)

    assert not elsewhere(newsroom.said(outside)[0])
    assert len(elsewhere(newsroom.said(inside, channel=secret)[0])) == 1


@pytest.mark.parametrize("how", ["shared", "org_shared"])
async def test_a_channel_that_outsiders_share_hears_of_itself_only(newsroom: Scene, how: str) -> None:
    """People of another company, or of another workspace, do not learn what was read elsewhere in this one."""
    shared = newsroom.slack.add_channel("with-partner", members=[newsroom.ana], **{how: True})
    await newsroom.paste(newsroom.site.link(SHOWCASE))
    newsroom.site.pages["later"] = LATER.encode()

    ts = await newsroom.paste(newsroom.site.link("later"), channel=shared)

    assert not elsewhere(newsroom.said(ts, channel=shared)[0])


async def test_slack_away_does_not_hold_a_reading_up(newsroom: Scene) -> None:
    """Where nobody says who reads along, the channel itself is enough."""
    await newsroom.paste(newsroom.site.link(SHOWCASE))
    newsroom.site.pages["later"] = LATER.encode()
    newsroom.slack.fail("users.*", status=500, times=None)

    ts = await newsroom.paste(newsroom.site.link("later"))

    assert len(newsroom.said(ts)) == 1


async def test_a_quiet_reading_speaks_of_all_that_its_reader_sees(newsroom: Scene) -> None:
    """Only the asker reads it."""
    secret = newsroom.slack.add_group("secret", members=[newsroom.ana])
    await newsroom.paste(newsroom.site.link(SHOWCASE), channel=secret)
    newsroom.site.pages["later"] = LATER.encode()

    await newsroom.run(f"quietly {newsroom.site.link('later')}")

    assert len(elsewhere(newsroom.whispered()[-1])) == 1
