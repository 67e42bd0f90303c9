"""A question that came beside its link: answered once that is read."""

from dataclasses import replace

from bot.article.article import Article
from bot.claims.reading import Reading
from bot.errors import AllowanceSpent, ReaderError
from bot.flow import answer_from
from bot.intake.heed import answers
from bot.intake.look import Shelfmark
from bot.intake.task import Ask, ReadLinks, RunCommand
from bot.moments.allowed import Tokens
from bot.moments.newsroom import Newsroom
from bot.moments.question import answer, at_once, reply_to
from bot.moments.responding import respond_once
from bot.ports import Entry
from bot.reply.compose import failure, say
from bot.reply.reply import Reply


async def answer_beside(room: Newsroom, task: ReadLinks) -> None:
    """Of one message, if the link could be read."""
    if task.question and await room.library.thread_reports(task.place):
        await answer(room, Ask(**task.origin, question=task.question, mentioned=True))


async def answer_under(room: Newsroom, task: RunCommand, listed: Entry) -> None:
    """Of a command, in the thread of the list that it brought."""
    if task.question and listed.ts and listed.reading:
        await answer(room, _asked(task, listed.ts))


async def answer_alone(room: Newsroom, task: RunCommand, what: str, mark: Shelfmark, *, public: bool) -> None:
    """The same where the list has no thread: after it, through `response_url`."""
    kept = await room.library.kept_reading(task.team, mark) if task.question else None
    if kept is not None:
        reply = await _answer(room, _asked(task, None), what, *kept)
        await respond_once(room, task, f"{what}/answer", reply, public=public)


def _asked(task: RunCommand, ts: str | None) -> Ask:
    """A command is no message; the list that it brought stands for it."""
    return Ask(
        team=task.team,
        channel=task.channel,
        thread=ts,
        user=task.user,
        event=task.event,
        message=ts or task.event,
        question=task.question,
        mentioned=True,
    )


async def _answer(room: Newsroom, asked: Ask, what: str, article: Article, reading: Reading) -> Reply:
    """With the title of its article, and nothing that needs a row to be found by."""
    if not answers(asked, room.rules):
        return say("follow_ups_off", room.words)
    if (reply := at_once(room, asked, article, reading)) is not None:
        return reply
    try:
        async with Tokens(room, asked, f"{asked.key}/{what}") as tokens:
            await tokens.to_answer(article)
            told = await answer_from(room.desk, article, asked.question, ())
            await tokens.used()
    except (AllowanceSpent, ReaderError) as error:
        return failure(error, room.words_about(article), retry=False)
    room.metrics.dropped.inc(told.dropped)
    return replace(reply_to(room, asked, told, article, ()), retry=False)
