"""The second moment: somebody replies in the thread, and the article answers."""

import asyncio
from pathlib import Path

import pytest
from aiohttp import web

from bot.playground.articles import SHOWCASE
from bot.reply.catalogue import words
from tests.scenarios.scene import Scene, Transport, at_work, town

pytestmark = pytest.mark.both_transports

TRUTH = [
    ("en", SHOWCASE, "Is this true?"),
    ("de", "teure-bruecke", "Stimmt das?"),
    ("fr", "barrage-fissures", "Est-ce que c’est vrai ?"),
    ("es", "embalse-umbria", "¿Es verdad?"),
]


@pytest.fixture
async def thread(newsroom: Scene) -> str:
    return await newsroom.paste(newsroom.site.link(SHOWCASE))


async def test_a_question_is_answered_from_the_article(newsroom: Scene, thread: str) -> None:
    """The sentences that match best, cited, with a word on how they were found."""
    await newsroom.paste("Who denies it?", thread=thread)

    answer = newsroom.said(thread)[1]
    assert "sentence" in answer
    assert "without a language model" in answer


async def test_talk_between_people_is_left_alone(newsroom: Scene, thread: str) -> None:
    """Remarks, and questions to somebody else, get no answer."""
    for text in ("I will call the port.", f"<@{newsroom.ben}> is that your cousin?", "did you see this?"):
        await newsroom.paste(text, thread=thread)

    assert len(newsroom.replies(thread)) == 1


async def test_a_question_in_a_thread_that_is_not_ours_is_left_alone(newsroom: Scene) -> None:
    """Threads without a reading are none of our business, unless we are named."""
    ts = await newsroom.paste("lunch")

    await newsroom.paste("Where is it?", thread=ts)

    assert newsroom.replies(ts) == []


async def test_a_mention_alone_is_asked_what_it_wants(newsroom: Scene, thread: str) -> None:
    """Named without a question, the bot asks for one."""
    await newsroom.paste(f"<@{newsroom.slack.bot_user_id}>", thread=thread)

    assert "What would you like to know" in newsroom.said(thread)[1]


async def test_a_direct_message_without_a_link_is_told_what_to_send(newsroom: Scene) -> None:
    """Whoever says hello to the bot learns what it is for."""
    direct = newsroom.slack.direct(newsroom.ana)

    ts = await newsroom.paste("hello", channel=direct)

    (said,) = newsroom.said(ts, channel=direct)
    assert "address of an article" in said


async def test_a_question_below_in_direct_messages_means_what_was_read_last(newsroom: Scene) -> None:
    """People write there one below the other: the answer names its article, and so does one to a question under it."""
    direct = newsroom.slack.direct(newsroom.ana)
    await newsroom.paste(newsroom.site.link("tide-clock"), channel=direct)
    await newsroom.paste(newsroom.site.link(SHOWCASE), channel=direct)

    first = await newsroom.paste("Can you tell me who denies it?", channel=direct)
    await newsroom.paste("Who is Tomas Relling?", channel=direct, thread=first)

    for said in newsroom.said(first, channel=direct):
        assert said.startswith("From “Port cranes in Tarnmouth")
    assert "sentence 12" in newsroom.said(first, channel=direct)[0]


async def test_a_question_below_waits_for_the_reading_above(newsroom: Scene) -> None:
    """Typed while the link is still being read."""
    direct = newsroom.slack.direct(newsroom.ana)
    page = newsroom.site.pages[SHOWCASE]
    assert isinstance(page, bytes)

    async def slowly(_: web.Request) -> web.Response:
        await asyncio.sleep(1.0)
        return web.Response(body=page, content_type="text/html", charset="utf-8")

    newsroom.site.pages["slow"] = slowly
    await newsroom.slack.say(newsroom.ana, direct, newsroom.site.link("slow"))
    async with asyncio.timeout(20):
        while "slow" not in newsroom.site.visits:
            await asyncio.sleep(0.01)
    asked = await newsroom.paste("Who denies it?", channel=direct)

    assert "sentence 12" in newsroom.said(asked, channel=direct)[0]


@pytest.mark.parametrize("text", ["hello", "What can you do?", "help"])
async def test_what_is_no_question_about_an_article_is_told_what_to_send(newsroom: Scene, text: str) -> None:
    """Also where an article was read in these direct messages."""
    direct = newsroom.slack.direct(newsroom.ana)
    await newsroom.paste(newsroom.site.link("tide-clock"), channel=direct)

    asked = await newsroom.paste(text, channel=direct)

    assert "/claims" in newsroom.said(asked, channel=direct)[0]


async def test_a_vote_is_kept_with_the_reply(newsroom: Scene, thread: str) -> None:
    """The last press of each person counts."""
    (reply,) = newsroom.replies(thread)

    for user, choice in ((newsroom.ana, "positive"), (newsroom.ben, "positive"), (newsroom.ben, "negative")):
        await newsroom.slack.press(user, newsroom.newsroom, reply["ts"], "vote", choice)
    await newsroom.quiet()

    library = newsroom.bot.store.library
    entry = await library.entry_by_ts(newsroom.slack.team_id, newsroom.newsroom, reply["ts"])
    assert entry is not None
    assert await library.votes(entry) == {newsroom.ana: True, newsroom.ben: False}


async def test_a_thread_is_remembered_after_a_restart(transport: Transport, tmp_path: Path) -> None:
    """What was read before a restart answers questions after it."""
    async with town() as here:
        async with at_work(here, transport, tmp_path) as before:
            ts = await before.paste(before.site.link(SHOWCASE))
        async with at_work(here, transport, tmp_path) as after:
            await after.paste("Who denies it?", thread=ts)

            assert len(after.replies(ts)) == 2
            assert after.site.visits == [SHOWCASE]


@pytest.mark.parametrize(("language", "article", "question"), TRUTH)
async def test_whoever_asks_what_is_true_is_told_that_we_never_say(
    newsroom: Scene, language: str, article: str, question: str
) -> None:
    """In the language of the article; only a question about nothing else."""
    ts = await newsroom.paste(newsroom.site.link(article))

    await newsroom.paste(question, thread=ts)

    assert words(language)("say.no_verdict") in newsroom.said(ts)[-1]


async def test_who_asks_for_a_verdict_gets_what_is_claimed_and_denied(newsroom: Scene, thread: str) -> None:
    """After one sentence that says that we give none; no model is asked, and no words are compared."""
    await newsroom.paste("Which of them is lying?", thread=thread)

    said = newsroom.said(thread)[1]
    assert said.splitlines()[0] == words("en")("answer.no_verdict")
    assert "— sentence 11" in said
    assert "“Veskara and Lodestar have denied the accusations.” — sentence 12" in said
    assert "without a language model" not in said


async def test_whether_something_is_true_is_answered_with_what_the_article_has(newsroom: Scene, thread: str) -> None:
    """The sentences that tell of it, below one that says that there is no verdict."""
    await newsroom.paste("Is it true that Veskara and Lodestar have denied the accusations?", thread=thread)

    said = newsroom.said(thread)[1]
    assert said.splitlines()[0] == words("en")("answer.no_verdict")
    assert "“Veskara and Lodestar have denied the accusations.” — sentence 12" in said


async def test_where_nobody_denies_who_asks_for_a_verdict_is_told_that_there_is_none(newsroom: Scene) -> None:
    """In the one sentence that answers after the truth."""
    ts = await newsroom.paste(newsroom.site.link("tide-clock"))
    await newsroom.paste("Is the mayor lying?", thread=ts)

    assert newsroom.said(ts)[1].startswith(words("en")("say.no_verdict"))


async def test_a_command_in_a_thread_is_told_where_it_is_written(newsroom: Scene) -> None:
    """Slack has no commands there, and `recent` is no question about the article."""
    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))

    await newsroom.paste("!claims recent", thread=ts)

    assert "/claims recent in the channel" in newsroom.said(ts)[-1]


@pytest.mark.parametrize(
    ("words", "said"), [("foo", "I do not know that command"), ("recnt", "/claims recent in the channel")]
)
async def test_an_unknown_word_behind_claims_is_no_question(newsroom: Scene, words: str, said: str) -> None:
    """As with `/claims foo`, but in one sentence, whether or not anything was read in the thread."""
    read = await newsroom.paste(newsroom.site.link(SHOWCASE))
    unread = await newsroom.paste("What a day.")

    for thread in (read, unread):
        await newsroom.paste(f"!claims {words}", thread=thread)

        assert said in newsroom.said(thread)[-1]


@pytest.mark.parametrize("text", ["what do you do?", "help"])
async def test_a_mention_that_asks_what_we_do_is_answered_with_help(newsroom: Scene, text: str) -> None:
    """Outside threads there is no article that could answer."""
    ts = await newsroom.paste(f"<@{newsroom.slack.bot_user_id}> {text}")

    assert "/claims find" in newsroom.said(ts)[0]


async def test_what_holds_no_link_is_told_of_the_other_ways(newsroom: Scene) -> None:
    """Text of an article goes with the command, and help is named."""
    ts = await newsroom.paste(f"<@{newsroom.slack.bot_user_id}> The port authority said on Monday that it would close.")

    said = newsroom.said(ts)[0]
    assert "found no link" in said
    assert "/claims help" in said


async def test_a_question_that_names_nothing_is_about_what_the_thread_was_about(newsroom: Scene, thread: str) -> None:
    """What was pasted last, or answered from since; a link in the question's own message comes before both."""
    asked = "Who denies it?"
    await newsroom.paste(newsroom.site.link("teure-bruecke"), thread=thread)
    await newsroom.paste(asked, thread=thread)
    await newsroom.paste("How many cranes were taken off the network?", thread=thread)
    await newsroom.paste(asked, thread=thread)
    await newsroom.paste(f"<@{newsroom.slack.bot_user_id}> {newsroom.site.link('tide-clock')} {asked}", thread=thread)

    answers = [said for said in newsroom.said(thread) if said.startswith(("From “", "Aus „"))]
    assert ["Tarnmouth" in said for said in answers] == [False, True, True, False]
    assert "Br" in answers[0]
    assert "clock" in answers[3]


async def test_an_answer_names_its_article_where_the_thread_has_several(newsroom: Scene, thread: str) -> None:
    """By its title; where there is one only, that need not be said."""
    await newsroom.paste("Who denies it?", thread=thread)
    await newsroom.paste(newsroom.site.link("teure-bruecke"), thread=thread)
    await newsroom.paste("How many cranes were taken off the network?", thread=thread)

    _, alone, _, among_two = newsroom.said(thread)
    assert "From “" not in alone
    assert "From “Port cranes in Tarnmouth" in among_two
