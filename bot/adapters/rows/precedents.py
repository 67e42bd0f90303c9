"""Where other articles made the same claims: a few candidates of each, compared, and more of them only where they were too few."""

import asyncio
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from bot.adapters.rows.database import Connection, Database
from bot.adapters.rows.likeness import newest
from bot.adapters.rows.rowslately import RowsLately
from bot.adapters.rows.statements import Statements
from bot.adapters.rows.tellings import Telling, Told, told
from bot.adapters.rows.texts import fingerprint
from bot.article.article import Article
from bot.claims.grammar.sameness import Statement, language_of, may_be_same, same
from bot.claims.reading import Claim

ELSEWHERE = 3  # articles that are named for one claim
FIRST = 16  # mentions of each key that are looked at, the newest
WIDER = 64  # times as many, where these were too few
COMPARED = 1000  # mentions that one claim is compared with
AT_ONCE = 8  # statements that are analysed without a thread
ROWS_AT_ONCE = 2048  # mentions that are read without one


@dataclass(frozen=True, slots=True)
class Asked:
    """One claim that is looked for."""

    id: str
    text: str
    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """The rows of mentions that may be alike, the newest first. Of the mentions before number `floor` not all were looked at."""

    asked: Asked
    said: Sequence[Any]
    floor: int

    def is_enough(self, found: Sequence[Telling]) -> bool:
        """Whether looking at older ones would change nothing, or costs more than it is worth."""
        are_the_newest = len(found) == ELSEWHERE and all(each.n >= self.floor for each in found)
        return are_the_newest or not self.floor or len(self.said) == COMPARED


class Precedents:
    """Those of one article, among what was told in these channels."""

    def __init__(
        self,
        database: Database,
        said: RowsLately[int],
        named: RowsLately[str],
        statements: Statements,
        team: str,
        article_id: str,
        article: Article,
        channels: Collection[str],
    ) -> None:
        self._database = database
        self._said = said
        self._named = named
        self._statements = statements
        self._team = team
        self._article_id = article_id
        self._article = article
        self._address = fingerprint(article.canonical_url or article.url or "") if article.address else None
        self._channels = channels
        self._language = language_of(article)

    async def of(self, claims: Sequence[Claim], keys: Mapping[str, tuple[int, ...]]) -> Mapping[str, Sequence[Telling]]:
        """By the claim's id, newest first; `keys` are those of the claims, by their ids."""
        asked = [Asked(each.id, each.text, keys[each.id]) for each in claims]
        found: dict[str, Sequence[Telling]] = {}
        most = FIRST
        while asked:
            long = most * sum(len(each.keys) for each in asked) > ROWS_AT_ONCE
            looked = await self._database.read(partial(self._look, asked=asked, most=most), long=long)
            near = await self._compared(looked)
            there = await self._told({row["reading_id"] for rows in near for row in rows}, long=long)
            every = [(each, self._newest(each, there.of(rows))) for each, rows in zip(looked, near, strict=True)]
            found |= {each.asked.id: tellings for each, tellings in every if tellings}
            asked = [each.asked for each, tellings in every if not each.is_enough(tellings)]
            most *= WIDER
        return found

    async def _look(self, connection: Connection, asked: Sequence[Asked], most: int) -> Sequence[Looked]:
        latest = await newest(connection, {key for each in asked for key in each.keys}, most)
        every = {n for found in latest.values() for n in found}
        said = await self._said.of(connection, self._team, every)
        return [_looked(each, latest, said, most) for each in asked]

    async def _told(self, readings: Collection[str], *, long: bool) -> Told:
        if not readings:  # as nearly always
            return Told({}, {})
        there = partial(told, team=self._team, readings=readings, channels=self._channels, texts=self._named)
        return await self._database.read(there, long=long)

    async def _compared(self, looked: Sequence[Looked]) -> Sequence[Sequence[Any]]:
        """Of each claim the rows that may say what it says."""

        def compared() -> Sequence[Sequence[Any]]:
            return [self._near(each) for each in looked]

        texts = [
            text for each in looked if each.said for text in (each.asked.text, *(row["text"] for row in each.said))
        ]
        is_long = self._statements.missing(texts, self._language) > AT_ONCE
        return await asyncio.to_thread(compared) if is_long else compared()

    def _near(self, looked: Looked) -> Sequence[Any]:
        if not looked.said:
            return ()
        claim = self._stated(looked.asked.text)
        return [row for row in looked.said if may_be_same(claim, self._stated(row["text"]))]

    def _newest(self, looked: Looked, tellings: Iterable[Telling]) -> Sequence[Telling]:
        """A few that say what the claim says, of each article one."""
        found: list[Telling] = []
        for each in tellings:
            is_new = self._is_of_another(each) and not any(each.is_about(other) for other in found)
            if is_new and same(self._stated(looked.asked.text), self._stated(each.text)):
                found.append(each)
            if len(found) == ELSEWHERE:
                break
        return found

    def _stated(self, text: str) -> Statement:
        return self._statements.of(text, self._language)

    def _is_of_another(self, told: Telling) -> bool:
        """Not the article itself, nor another version of it; a file that is shared again is told of, for its thread."""
        same_address = told.article == self._article_id or told.address_digest == self._address
        published = self._article.outlet is not None
        return not (same_address or (published and told.is_headed(self._article.title, self._article.address)))


def _looked(asked: Asked, latest: Mapping[int, Sequence[int]], said: Mapping[int, Any], most: int) -> Looked:
    mine = [latest.get(key, ()) for key in asked.keys]
    candidates = [said[n] for n in sorted({n for found in mine for n in found}, reverse=True) if n in said]
    return Looked(asked, candidates[:COMPARED], max((found[-1] for found in mine if len(found) == most), default=0))
