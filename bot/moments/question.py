"""Somebody replies in a thread: the article answers."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.article.article import Article
from bot.claims.answer import Answer
from bot.claims.reading import Reading
from bot.errors import AllowanceSpent, LanguageUnread, ReaderError, ReaderOverlong
from bot.flow import answer_from
from bot.intake.heed import answers
from bot.intake.message import Place
from bot.intake.question import is_about_us, is_question
from bot.intake.task import Ask, ReadLinks
from bot.intake.triage import command_in, is_unknown, meant
from bot.intake.verdict import asks_for_a_verdict, asks_for_the_truth, asks_whether_it_is_true
from bot.moments.allowed import Tokens, whisper_spent
from bot.moments.newsroom import Newsroom, request_of
from bot.moments.paste import read_links
from bot.moments.responding import whisper_once, whisper_under
from bot.moments.which import Read, most_likely_meant
from bot.ports import Later
from bot.ports.library import QUESTION
from bot.reply.catalogue import Words
from bot.reply.compose import answer_reply, failure, heading_of, help_note, say
from bot.reply.plain import inner, phrase
from bot.reply.reply import AnswerReply, Note, Reply
from bot.reply.verdict import no_verdict, verdict_reply
from bot.row import Said
from bot.telling import Telling

READING = timedelta(seconds=90)
"""As long as a reading may take that a question waits for."""

WAIT = 1.0  # seconds until we look again whether it has ended


async def answer(room: Newsroom, task: Ask, *, again: str = "") -> None:
    """Answer from what was read in this thread. Threads that are not ours are left alone, unless we are named.

    `again` is the press of *Try again* that asked for it.
    """
    reports = await room.library.thread_reports(task.place)
    if task.called and is_unknown(task.question):
        telling = await room.telling(task.place, question_key(task), request_of(task), after=task.message)
        if not telling.is_done:
            await telling.final(_unknown(room.words_about(reports[-1][1]) if reports else room.words, task.question))
        return
    if not reports:
        if task.mentioned:
            await _read_the_root(room, task, again)
        else:
            await _say_it_is_forgotten(room, task)
        return
    await _answer_of(room, task, reports, again)


async def _answer_of(room: Newsroom, task: Ask, reports: Sequence[Read], again: str) -> None:
    if not answers(task, room.rules):
        await _say_why_not(room, task)
        return
    async with await room.telling(task.place, question_key(task), request_of(task), after=task.message) as telling:
        if not telling.is_done or again:
            await _answer_from(room, task, reports, telling, again)


async def _answer_from(room: Newsroom, task: Ask, reports: Sequence[Read], telling: Telling, again: str) -> None:
    answered = await room.library.thread_answers(task.place) if len(reports) > 1 else ()
    entry, article, reading = most_likely_meant(task.question, reports, answered, task.message)
    about = Said(entry.article, entry.reading)
    if (reply := at_once(room, task, article, reading)) is not None:
        await telling.final(reply, about)
        return
    known = None if again else await room.library.answer_to(task.place, task.message)
    try:
        told = known or await _ask_reader(room, task, article, reports, telling, again)
    except AllowanceSpent as spent:
        await whisper_spent(room, task.place, task.user, spent)
        return
    if told is not None:
        await telling.final(reply_to(room, task, told, article, reports), about)


def at_once(room: Newsroom, task: Ask, article: Article, reading: Reading) -> Reply | None:
    """What needs no reader; None for a question that does."""
    said = room.words_about(article)
    if not task.question:
        return say("ask_what", said)
    if asks_for_the_truth(task.question):
        return say("no_verdict", said)
    if asks_for_a_verdict(task.question):
        return verdict_reply(reading, article, said)
    if (command := command_in(task.question)) and task.mentioned:
        return help_note(room.words) if command == "help" else say("not_in_threads", room.words, command=command)
    return None


def reply_to(
    room: Newsroom, task: Ask, told: Answer, article: Article, reports: Sequence[Read], *, growing: bool = False
) -> AnswerReply:
    """The answer, with the title of its article where the thread has several, or none."""
    said = room.words_about(article)
    reply = answer_reply(told, article, said, growing=growing)
    if asks_whether_it_is_true(task.question):
        reply = no_verdict(reply, said)
    here = any(task.thread in (entry.place.thread, entry.ts) for entry, _, _ in reports)
    if here and len({each.address or each.digest for _, each, _ in reports}) == 1:
        return reply
    named = said("answer.of", title=inner(heading_of(article, said)))
    return replace(reply, lead=f"{named} {reply.lead}".strip())


def _unknown(said: Words, asked: str) -> Note:
    """In one sentence: where the command is written that was probably meant, or what may be written here."""
    near = meant(asked)
    return say("not_in_threads", said, command=phrase(near, 100)) if near else say("unknown_here", said)


def _what_we_do(room: Newsroom, task: Ask, *, in_thread: bool) -> Note:
    """To whoever asks us by name where nothing was read: help, where that is what they ask for."""
    if command_in(task.question) == "help" or (is_question(task.question) and not in_thread):
        return help_note(room.words)
    return say("no_reading" if in_thread else "no_link", room.words)


async def _say_why_not(room: Newsroom, task: Ask) -> None:
    """Whoever asks us by name where nothing is answered learns why, alone; anybody else did not ask us."""
    if task.mentioned:
        await whisper_once(room, task, "why-not", say("follow_ups_off", room.words))


async def _say_it_is_forgotten(room: Newsroom, task: Ask) -> None:
    """Once to whoever asks where our own message still invites them to; any other thread is none of ours."""
    user = task.user
    if user is None or not answers(task, room.rules) or not await room.keeping.is_forgotten(task.place):
        return
    note = say("forgotten_thread", room.words)
    row, key = Place(task.team, task.channel), f"forgotten:{task.place.thread}:{user}"
    await whisper_under(room, row, key, task.place, user, note)


def question_key(task: Ask) -> str:
    return f"{QUESTION}{task.message}"


async def _ask_reader(
    room: Newsroom, task: Ask, article: Article, reports: Sequence[Read], telling: Telling, again: str
) -> Answer | None:
    """The answer, kept; None when a failure was told instead. Raises `AllowanceSpent`."""
    try:
        async with Tokens(room, task, f"{task.key}/{again}") as tokens:
            await tokens.to_answer(article)
            return await _ask_with(room, task, article, reports, telling, tokens)
    except ReaderError as error:
        return await _in_vain(room, task, article, telling, again, error)


async def _in_vain(
    room: Newsroom, task: Ask, article: Article, telling: Telling, again: str, error: ReaderError
) -> Answer | None:
    """The answer that stood there before somebody tried again; None where there was none, and the failure is told in its place."""
    before = await room.library.answer_to(task.place, task.message) if again else None
    said = room.words_about(article)
    if before is None:
        await telling.final(
            failure(error, said, retry=not isinstance(error, LanguageUnread | ReaderOverlong)), failed=True
        )
    else:
        await whisper_once(room, task, "in-vain", failure(error, said, retry=False), again=again)
    return before


async def _ask_with(
    room: Newsroom, task: Ask, article: Article, reports: Sequence[Read], telling: Telling, tokens: Tokens
) -> Answer:
    """Raises `ReaderError`."""
    await telling.reopen()
    telling.stage(room.words_about(article)("progress.answering"), in_thread=False)

    def show(growing: Answer) -> None:
        if growing.parts:
            telling.grow(reply_to(room, task, growing, article, reports, growing=True), user=task.user)

    earlier = await room.library.earlier(task.place)
    told = await answer_from(room.desk, article, task.question, earlier, show)
    await room.library.keep_answer(task.place, task.message, told, user=task.user)
    room.metrics.dropped.inc(told.dropped)
    await tokens.used()
    return told


async def _read_the_root(room: Newsroom, task: Ask, again: str) -> None:
    """A mention in a thread we know nothing of: read what its root message links to, then answer."""
    in_thread = task.thread is not None and task.thread != task.message
    links = await room.chat.root_links(task.place) if in_thread else ()
    if not links:
        if reports := await _read_above(room, task):
            await _answer_of(room, task, reports, again)
            return
        telling = await room.telling(task.place, question_key(task), request_of(task), after=task.message)
        if not telling.is_done:
            await telling.final(_what_we_do(room, task, in_thread=in_thread))
        return
    await read_links(room, ReadLinks(**task.origin, links=links[:1], asked=True))
    if is_question(task.question) and await room.library.thread_reports(task.place):
        await answer(room, task)


async def _read_above(room: Newsroom, task: Ask) -> Sequence[Read]:
    """What a question means that is written below in direct messages: what was read there last, with all of that thread.

    Raises `Later` while something is read there.
    """
    if not task.direct or not is_question(task.question) or is_about_us(task.question):
        return ()
    if await room.library.is_reading(task.team, task.channel, since=datetime.now(UTC) - READING):
        raise Later(WAIT, free=True)
    latest = await room.library.recent(task.team, {task.channel}, limit=1)
    if not latest:
        return ()
    place = latest[0].place
    return await room.library.thread_reports(replace(place, thread=place.thread or latest[0].ts))
