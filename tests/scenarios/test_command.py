"""The third moment: somebody runs `/claims`."""

from pathlib import Path
from typing import Any

import pytest

from bot.playground.articles import SHOWCASE
from bot.playground.transcript import transcript
from tests.scenarios.scene import Scene, Transport, at_work, town

pytestmark = pytest.mark.both_transports


def in_channel(newsroom: Scene, channel: str) -> list[str]:
    messages = newsroom.slack.messages(channel)
    return [transcript(message) for message in messages if message.get("user") == newsroom.slack.bot_user_id]


async def test_a_link_is_read_where_the_command_was_run(newsroom: Scene) -> None:
    """`/claims LINK` posts the list for the whole channel."""
    await newsroom.run(newsroom.site.link(SHOWCASE))

    (said,) = in_channel(newsroom, newsroom.newsroom)
    assert "claims" in said


async def test_a_list_from_a_command_can_be_asked(newsroom: Scene) -> None:
    """A reply under that list is a follow-up like any other."""
    await newsroom.run(newsroom.site.link(SHOWCASE))
    (listed,) = (m for m in newsroom.slack.messages(newsroom.newsroom) if m["user"] == newsroom.slack.bot_user_id)

    await newsroom.paste("Who denies it?", thread=listed["ts"])

    assert len(newsroom.replies(listed["ts"])) == 2


async def test_a_question_beside_its_link_is_answered_under_the_list(newsroom: Scene) -> None:
    """`/claims LINK Who denies it?` asks in the thread of the list that it brings, once."""
    await newsroom.run(f"{newsroom.site.link(SHOWCASE)} Who denies it?")

    (listed,) = (m for m in newsroom.slack.messages(newsroom.newsroom) if m["user"] == newsroom.slack.bot_user_id)
    _, answer = newsroom.said(listed["ts"])
    assert "have denied the accusations" in answer


async def test_a_question_beside_a_link_that_is_read_quietly_is_answered_quietly(newsroom: Scene) -> None:
    """To whoever asked alone, and without what needs a thread."""
    await newsroom.run(f"quietly {newsroom.site.link(SHOWCASE)} Who denies it?")

    answer = newsroom.whispered()[-1]
    assert "have denied the accusations" in answer
    assert "Helpful" not in answer
    assert in_channel(newsroom, newsroom.newsroom) == []


async def test_a_question_beside_several_links_that_are_read_quietly_is_not_dropped_in_silence(newsroom: Scene) -> None:
    """Slack takes five answers to a command, too few for a list and an answer of each link."""
    links = " ".join(newsroom.site.link(name) for name in (SHOWCASE, "barrage-fissures"))

    await newsroom.run(f"quietly {links} Who denies it?")

    english, french = newsroom.whispered()[-2:]
    assert "With several links your question has no answer here" in english
    assert "votre question n’a pas de réponse ici" in french


async def test_a_quiet_reading_is_for_the_asker_only(newsroom: Scene) -> None:
    """`/claims quietly LINK` shows nothing to anybody else."""
    await newsroom.run(f"quietly {newsroom.site.link(SHOWCASE)}")

    assert in_channel(newsroom, newsroom.newsroom) == []
    assert any("claims" in said for said in newsroom.whispered())
    assert "not what is true." in newsroom.whispered()[-1]
    assert "Reply in this thread" not in newsroom.whispered()[-1]  # there is none


async def test_a_quiet_reading_offers_nothing_that_needs_a_thread(newsroom: Scene) -> None:
    """What changed is told in the thread of a reading; where there is none, *Read again* would do nothing."""
    await newsroom.run(f"quietly {newsroom.site.link(SHOWCASE)}")

    shown = newsroom.slack.ephemerals(newsroom.newsroom, newsroom.ana)[-1]
    menus = [each for block in shown["blocks"] for each in block.get("elements", []) if each["type"] == "overflow"]
    values = [option["value"].partition(":")[0] for menu in menus for option in menu["options"]]
    assert values == ["export"] * 4


async def test_pasted_text_is_read(newsroom: Scene) -> None:
    """Text of two hundred characters or more is an article of its own."""
    text = (
        "Ferry to stay closed, port authority says\n"
        "The port authority of Vell said on Monday that the ferry would stay closed until spring. "
        "“We found cracks in two of the four ramps,” its director, Mara Ilves, told reporters. "
        "The ferry company denied that anybody had been in danger."
    )

    await newsroom.run(text)

    (said,) = in_channel(newsroom, newsroom.newsroom)
    assert "Mara Ilves" in said


async def test_recent_lists_what_was_read_here(newsroom: Scene) -> None:
    """`/claims recent` names the articles of this channel, to the asker."""
    await newsroom.paste(newsroom.site.link(SHOWCASE))

    await newsroom.run("recent")

    assert any(
        newsroom.site.link(SHOWCASE) in str(e) for e in newsroom.slack.ephemerals(newsroom.newsroom, newsroom.ana)
    )


async def test_help_and_unknown_words_get_the_help(newsroom: Scene) -> None:
    """The help names the commands, and a word that is not one gets it too."""
    await newsroom.run("help")
    await newsroom.run("frobnicate")

    first, second = newsroom.whispered()
    assert "/claims recent" in first
    assert "do not know that command" in second


async def test_a_mistyped_command_is_met_with_the_one_that_was_meant(newsroom: Scene) -> None:
    """One slip in the first word, whatever follows it, and markup in it stays text."""
    await newsroom.run("fnd water & <!channel>")
    await newsroom.run("recnt")

    first, second = newsroom.whispered()
    assert "Did you mean /claims find water & <" in first
    assert "<!channel>" not in first
    assert "Did you mean /claims recent?" in second


async def test_what_is_missing_is_said_in_one_sentence(newsroom: Scene) -> None:
    """Text that is too short, and `quietly` without a link, are not met with the whole help."""
    asked = ("the bridge is closed", "quietly", "forget this thread", "export pdf", "tide " * 50)

    for text in asked:
        await newsroom.run(text)

    too_short, nothing, forget, form, no_article = told = newsroom.whispered()
    assert "at least 200 characters" in too_short
    assert "what to read for you alone" in nothing
    assert "Tell me what to forget" in forget
    assert "csv, json, markdown or jsonld" in form
    assert "no article in that text" in no_article
    assert all("/claims recent" not in each for each in told)


async def test_what_slack_takes_no_answer_for_any_more_is_whispered(transport: Transport, tmp_path: Path) -> None:
    """The address of a command takes five answers, within half an hour."""
    async with town() as here, at_work(here, transport, tmp_path, links_per_message=8) as scene:
        links = [f"{here.site.link(SHOWCASE)}?page={n}" for n in range(7)]

        await scene.run(f"quietly {' '.join(links)}")

        receipt, *lists = scene.whispered()
        assert receipt.startswith("I am reading")
        assert ["Denied by" in each for each in lists] == [True] * 7


async def test_the_receipt_of_a_command_stays_true(newsroom: Scene) -> None:
    """Slack cannot take back what a command was answered with, so it does not say what is over when the list is there."""
    await newsroom.run(newsroom.site.link(SHOWCASE))

    assert newsroom.whispered() == ["I am reading 127.0.0.1; what I find follows here."]


async def test_a_channel_the_bot_is_not_in_is_answered_with_a_hint(newsroom: Scene) -> None:
    """Where we may not post, the list goes through `response_url`, with a word on inviting us."""
    await newsroom.run(f"{newsroom.site.link(SHOWCASE)} Who denies it?", channel=newsroom.lobby)

    whispered = newsroom.whispered(channel=newsroom.lobby)
    shown = in_channel(newsroom, newsroom.lobby) + whispered
    assert any("claims" in said for said in shown)
    assert any("have denied the accusations" in said for said in shown)
    assert any("invite me" in said for said in whispered)


@pytest.mark.parametrize("fault", [{"status": 500}, {"status": 503}, {"drop_after_accept": True}])
async def test_an_answer_that_slack_may_have_lost_is_owned_up_to(newsroom: Scene, fault: dict[str, Any]) -> None:
    """It is not said twice, for no trace of it can be looked up; who asked learns that it may be missing."""
    newsroom.slack.fail("response_url", times=1, **fault)

    await newsroom.run("help")

    answers = [said for said in newsroom.whispered() if "/claims" in said]
    owned = [said for said in newsroom.whispered() if "whether my answer reached you" in said]
    assert (len(answers), len(owned)) == (1 if "drop_after_accept" in fault else 0, 1)


async def test_a_quiet_reading_that_slack_may_have_lost_can_be_tried_again(newsroom: Scene) -> None:
    """Beneath the word that it may be missing stands *Try again*, which brings it to whoever asked, and to nobody else."""
    newsroom.slack.fail("response_url", times=1, status=500)
    await newsroom.run(f"quietly {newsroom.site.link(SHOWCASE)}")
    owned = newsroom.slack.ephemerals(newsroom.newsroom, newsroom.ana)[-1]
    assert "whether my answer reached you" in newsroom.whispered()[-1]

    await newsroom.slack.press(newsroom.ana, newsroom.newsroom, owned["ts"], "try_again")
    await newsroom.quiet()

    assert "11 claims" in newsroom.whispered()[-1]
    assert in_channel(newsroom, newsroom.newsroom) == []


@pytest.mark.parametrize("words", ["quietly ", ""])
async def test_a_command_that_failed_can_be_tried_again(words: str, newsroom: Scene) -> None:
    """The site had trouble; it is back, the asker presses *Try again*, and the command is done as it was asked for."""
    newsroom.site.pages["late"] = 500
    await newsroom.run(f"{words}{newsroom.site.link('late')}")
    failed = newsroom.slack.ephemerals(newsroom.newsroom, newsroom.ana)[-1]
    newsroom.site.pages["late"] = newsroom.site.pages[SHOWCASE]

    await newsroom.slack.press(newsroom.ana, newsroom.newsroom, failed["ts"], "try_again")
    await newsroom.quiet()

    shown = newsroom.whispered()[-1] if words else in_channel(newsroom, newsroom.newsroom)[-1]
    assert "11 claims" in shown


async def test_a_failure_is_told_to_the_asker(newsroom: Scene) -> None:
    """A link that leads nowhere is answered with one sentence, to the asker alone."""
    await newsroom.run(newsroom.site.link("missing"))

    assert in_channel(newsroom, newsroom.newsroom) == []
    assert any("no page at that address" in said for said in newsroom.whispered())
