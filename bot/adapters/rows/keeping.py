"""What is not kept for ever: what has grown old, what a workspace leaves behind, what somebody wants forgotten."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Table, and_, case, delete, exists, or_, select, tuple_, update

from bot.adapters.rows.database import Connection, Database, fetch, now, put_once, rows
from bot.adapters.rows.ledger import in_thread, new_row
from bot.adapters.rows.tables import (
    answers,
    article_keys,
    articles,
    aside,
    channel_rules,
    jobs,
    meters,
    paces,
    readings,
    remarks,
    replies,
    secrets,
    uses,
    votes,
)
from bot.adapters.rows.tellings import same_headline
from bot.adapters.rows.texts import fingerprint
from bot.intake.message import Place
from bot.intake.task import FORGET_TEAM

BATCH = 200  # rows of one transaction: nobody's write waits long behind it
PAUSE = 0.02  # seconds between two of them
ORDER = (
    remarks,
    votes,
    answers,
    replies,
    readings,
    articles,
    jobs,
    uses,
    meters,
    paces,
    aside,
)  # what points comes before what is pointed at
LASTING = (channel_rules, secrets)  # what no age takes away, only the end of the workspace
UNFINISHED = ("waiting", "running")
FORGOTTEN = "forgotten"  # the ledger's link of a thread of which nothing else is kept


class SqlKeeping:
    """`Keeping` over one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def purge(self, before: datetime) -> int:
        old = sum([await self._clear(table, _old(table, before)) for table in ORDER])
        gone = old + await self._clear(secrets, secrets.c.until < now())
        if gone:
            await self._database.scrub()
        return gone

    async def forget_team(self, team: str) -> bool:
        """An organisation takes along every workspace that we were in through it."""
        through = await fetch(self._database, select(secrets.c.team).where(secrets.c.org == team).distinct())
        return all([await self._forget_one(each) for each in (*(row["team"] for row in through), team)])

    async def _forget_one(self, team: str) -> bool:
        """What ran when this began, or came meanwhile, may have written behind us, whether it is done by now or not."""
        await self._clear(jobs, (jobs.c.team == team) & (jobs.c.state != "running"))
        calm = not await self._has_jobs(team)
        for table in (*ORDER, *LASTING):
            if table is not jobs:
                await self._clear(table, table.c.team == team)
        await self._database.scrub()
        return calm and not await self._has_jobs(team)

    async def _has_jobs(self, team: str) -> bool:
        """Others than those that forget it."""
        others = select(jobs.c.id).where(jobs.c.team == team, jobs.c.kind != FORGET_TEAM)
        return bool(await fetch(self._database, others.limit(1)))

    async def is_leaving(self, team: str) -> bool:
        forgets = and_(jobs.c.team == team, jobs.c.kind == FORGET_TEAM, jobs.c.state.in_(UNFINISHED))
        return bool(await fetch(self._database, select(jobs.c.id).where(forgets).limit(1)))

    async def threads_about(self, team: str, channel: str, key: str) -> Sequence[str]:
        async def step(connection: Connection) -> Sequence[RowMapping]:
            about = replies.c.article_id.in_(await _versions(connection, team, key))
            query = select(replies.c.thread, replies.c.ts).where(
                replies.c.team == team,
                replies.c.channel == channel,
                or_(about, replies.c.link_digest == fingerprint(key)),
            )
            return await rows(connection, query)

        found = await self._database.read(step, long=True)
        return sorted({row["thread"] or row["ts"] for row in found} - {None})

    async def forget_threads(
        self, team: str, channel: str, threads: Sequence[str], key: str | None = None
    ) -> int | None:
        """One transaction: whoever asked is told about all of it or none."""
        forget = partial(_forget, team=team, channel=channel, threads=threads, key=key)
        gone = await self._database.write(forget, long=True)
        if gone:
            await self._database.scrub()
        return gone

    async def is_forgotten(self, place: Place) -> bool:
        note = (*in_thread(replies, place), replies.c.link_digest == fingerprint(FORGOTTEN))
        return bool(await fetch(self._database, select(replies.c.id).where(*note)))

    async def _clear(self, table: Table, which: ColumnElement[bool]) -> int:
        """Batch by batch. Several processes may: each leaves the rows alone that another has in hand."""
        key = tuple_(*table.primary_key.columns)
        some = select(*table.primary_key.columns).where(which).limit(BATCH).with_for_update(skip_locked=True)
        statement = delete(table).where(key.in_(some))
        gone = 0
        while True:
            deleted = await self._database.write(partial(_count, statement=statement), long=True)
            gone += deleted
            if deleted < BATCH:
                return gone
            await asyncio.sleep(PAUSE)


async def _count(connection: Connection, statement: Any) -> int:
    return int((await connection.execute(statement)).rowcount)


def _old(table: Table, before: datetime) -> ColumnElement[bool]:
    """Rows of any workspace that were last of use before then, without those that somebody works on or points to."""
    if table is jobs:
        return and_(jobs.c.accepted_at < before, jobs.c.finished_at < before, jobs.c.state.not_in(UNFINISHED))
    old = table.c.created_at < before
    if table is replies:
        return and_(old, replies.c.changed_at < before, ~_worked_on(replies), ~_asked_about())
    if table is answers:
        return and_(old, ~_worked_on(answers))
    if table is readings:
        told = exists().where(replies.c.team == readings.c.team, replies.c.reading_id == readings.c.id)
        return and_(old, ~told, ~_being_read(readings.c.team, readings.c.article_id))
    if table is articles:
        return and_(old, ~_told(), ~_being_read(articles.c.team, articles.c.id))
    return old


def _told() -> ColumnElement[bool]:
    """A reply is about the article, or about a reading of it: the same text at two outlets is read once."""
    itself = exists().where(replies.c.team == articles.c.team, replies.c.article_id == articles.c.id)
    by_reading = exists().where(
        readings.c.team == articles.c.team,
        readings.c.article_id == articles.c.id,
        replies.c.team == readings.c.team,
        replies.c.reading_id == readings.c.id,
    )
    return or_(itself, by_reading)


def _worked_on(table: Table) -> ColumnElement[bool]:
    """A job of the same thread is not finished; outside threads, any command's."""
    lane = table.c.team + "/" + table.c.channel + "/" + case((table.c.thread == "", "-"), else_=table.c.thread)
    command = and_(table.c.thread == "", jobs.c.kind == "command")
    return exists().where(jobs.c.team == table.c.team, jobs.c.state.in_(UNFINISHED), or_(jobs.c.lane == lane, command))


def _asked_about() -> ColumnElement[bool]:
    """Our own message is the root of a thread in which a job is not finished."""
    lane = replies.c.team + "/" + replies.c.channel + "/" + replies.c.ts
    return exists().where(jobs.c.team == replies.c.team, jobs.c.state.in_(UNFINISHED), jobs.c.lane == lane)


def _being_read(team: ColumnElement[str], article_id: ColumnElement[str]) -> ColumnElement[bool]:
    """A reply that is not final yet was asked for under one of the article's addresses, or by a command.

    A job looks an article up some time before its reply points to it.
    """
    commanded = exists().where(jobs.c.team == team, jobs.c.kind == "command", jobs.c.state.in_(UNFINISHED))
    return or_(_asked_for(team, article_id), commanded)


def _asked_for(team: ColumnElement[str], article_id: ColumnElement[str]) -> ColumnElement[bool]:
    entry, key = replies.alias(), article_keys.alias()
    return exists().where(
        entry.c.team == team,
        entry.c.state.in_(("new", "posting", "posted")),
        key.c.team == team,
        key.c.article_id == article_id,
        key.c.key_digest == entry.c.link_digest,
    )


async def _versions(connection: Connection, team: str, key: str) -> list[str]:
    """The article that an address leads to, with its text at other addresses and what stands under its headline on its site:
    what a site shows to telephones, an earlier wording."""
    under = select(article_keys.c.article_id).where(
        article_keys.c.team == team, article_keys.c.key_digest == fingerprint(key)
    )
    columns = (articles.c.id, articles.c.title, articles.c.url, articles.c.digest)
    named = await rows(connection, select(*columns).where(articles.c.team == team, articles.c.id.in_(under)))
    alike = or_(
        articles.c.digest.in_([each["digest"] for each in named]),
        articles.c.title.in_([each["title"] for each in named if each["title"]]),
    )
    others = await rows(connection, select(*columns).where(articles.c.team == team, alike)) if named else []
    return [other["id"] for other in others if any(_is_same(each, other) for each in named)]


def _is_same(one: RowMapping, other: RowMapping) -> bool:
    titled = same_headline((one["title"], one["url"]), (other["title"], other["url"]))
    return titled or one["digest"] == other["digest"]


async def _forget(
    connection: Connection, team: str, channel: str, threads: Sequence[str], key: str | None
) -> int | None:
    lanes = and_(jobs.c.team == team, jobs.c.lane.in_([f"{team}/{channel}/{thread}" for thread in threads]))
    if await rows(connection, select(jobs.c.id).where(lanes, jobs.c.state.in_(UNFINISHED)).limit(1)):
        return None
    ours = and_(
        replies.c.team == team,
        replies.c.channel == channel,
        replies.c.link_digest != fingerprint(FORGOTTEN),
        or_(replies.c.thread.in_(threads), and_(replies.c.thread == "", replies.c.ts.in_(threads))),
    )
    about = [row["article_id"] for row in await rows(connection, select(replies.c.article_id).where(ours))]
    about += await _versions(connection, team, key) if key else []
    answered = and_(answers.c.team == team, answers.c.channel == channel, answers.c.thread.in_(threads))
    idle = ~_told() & ~_asked_for(articles.c.team, articles.c.id)
    gone = [
        await _count(connection, delete(replies).where(ours)),
        await _count(connection, delete(answers).where(answered)),
        await _count(connection, delete(articles).where(articles.c.team == team, articles.c.id.in_(about), idle)),
    ]
    # A job's key stays, without its text: a late redelivery must not read the thread anew.
    await connection.execute(update(jobs).where(lanes).values(payload=""))
    for thread in threads if sum(gone) else ():
        await put_once(connection, replies, **new_row(Place(team, channel, thread), FORGOTTEN, "", "done"))
    return sum(gone)
