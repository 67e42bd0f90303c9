"""What a workspace has read, found again: by words, by speaker, by likeness. The same on every engine."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from weakref import finalize

from sqlalchemy import bindparam, select

from bot.adapters.processes.bench import Bench
from bot.adapters.rows import fulltext, mentionrows
from bot.adapters.rows.database import Connection, Database, fetch
from bot.adapters.rows.indexing import Indexed, indexed, indexing
from bot.adapters.rows.lately import Lately
from bot.adapters.rows.precedents import Precedents
from bot.adapters.rows.rowslately import RowsLately
from bot.adapters.rows.statements import Statements
from bot.adapters.rows.tables import articles, mentions, readings
from bot.adapters.rows.tellings import Telling, mentioned, named, tellings
from bot.article.article import Article
from bot.claims.grammar.sameness import Statement, language_of
from bot.claims.grammar.terms import Alternatives
from bot.claims.mention import Mention
from bot.claims.reading import Reading, Report
from bot.intake.message import Place
from bot.ports import Found, Hits

MOST = 500  # what one search tells of, newest first
WIDER = 8  # times as many are looked at, where too many were told where nobody may look
AT_ONCE = 25  # claims that are looked for with one search


_REMEMBERED = (
    select(mentions.c.n)
    .where(mentions.c.team == bindparam("in_team"), mentions.c.reading_id == bindparam("reading"))
    .limit(1)
)


class SqlMemory:
    """`Memory` over one database."""

    def __init__(self, database: Database, bench: Bench | None = None) -> None:
        self._database = database
        self._bench = bench or Bench()
        self._said = RowsLately(mentioned, "n", 4096)
        self._named = RowsLately(named, "id", 1024)
        self._statements = Statements()
        self._articles = Lately(database, articles, Article)
        self._readings = Lately(database, readings, Reading)
        self._made: dict[tuple[int, str], Sequence[Indexed]] = {}

    async def remember(self, team: str, reading_id: str, report: Report) -> None:
        at_hand = (id(report), team) in self._made
        if not at_hand and await fetch(self._database, _REMEMBERED, {"in_team": team, "reading": reading_id}):
            return  # for nothing it would be indexed
        values = [each.row(team, reading_id) for each in await self._indexed(team, report)]
        put = partial(mentionrows.put, team=team, reading_id=reading_id, values=values)
        self._said.learn(team, await self._database.write(put, single=True))

    async def find(self, team: str, asked: Alternatives, channels: Collection[str], *, limit: int) -> Hits:
        if not asked or not channels:
            return Hits()

        async def step(connection: Connection) -> Sequence[Telling]:
            most = MOST
            while True:
                newest = await fulltext.newest(connection, team, asked, most)
                told = await tellings(connection, team, newest, channels, self._named)
                if len(told) >= MOST or len(newest) < most:
                    return told[:MOST]
                most *= WIDER

        found = list(_distinct(await self._database.read(step, long=True)))
        whole = await self._whole(team, found[:limit])
        return Hits([each for each in whole if each is not None], max(0, len(found) - limit))

    async def seen(
        self, team: str, article_id: str, report: Report, channels: Collection[str]
    ) -> Mapping[str, Sequence[Found]]:
        claims = report.reading.claims if channels else ()
        keys = {each.mention.item: each.keys for each in (await self._indexed(team, report) if claims else ())}
        precedents = Precedents(
            self._database, self._said, self._named, self._statements, team, article_id, report.article, channels
        )
        told: dict[str, Sequence[Telling]] = {}
        for start in range(0, len(claims), AT_ONCE):
            told |= await precedents.of(claims[start : start + AT_ONCE], keys)
        every = [telling for found in told.values() for telling in found]
        whole = dict(zip(every, await self._whole(team, every), strict=True))
        named = {claim: [found for each in told if (found := whole[each])] for claim, told in told.items()}
        return {claim: found for claim, found in named.items() if found}

    async def _indexed(self, team: str, report: Report) -> Sequence[Indexed]:
        """Made once, for as long as somebody holds the report: who asks what was seen remembers it next."""
        key = id(report), team
        made = self._made.get(key)
        if made is None:
            found = await self._bench.do(indexing(), report) if report.mentions is None else report.mentions
            made = self._made[key] = indexed(team, found)
            finalize(report, self._made.pop, key, None).atexit = False
            self._learn(found, language_of(report.article))
        return made

    def _learn(self, found: Iterable[Mention], language: str) -> None:
        claims = (each for each in found if each.kind == "claim")
        self._statements.learn(Statement(each.text, language, each.plain, each.bag, each.values) for each in claims)

    async def _whole(self, team: str, found: Sequence[Telling]) -> Sequence[Found | None]:
        """Each with its article and its reading; None for what was deleted meanwhile, or is damaged."""
        texts = await self._articles.of(team, {each.article for each in found})
        filled = await self._readings.of(team, {each.reading for each in found})
        return [_found(team, each, texts.get(each.article), filled.get(each.reading)) for each in found]


def _found(team: str, told: Telling, article: Article | None, reading: Reading | None) -> Found | None:
    if article is None or reading is None:
        return None
    place = Place(team, told.channel, told.thread)
    return Found(article, reading, told.kind, told.item, place, told.ts, told.at)


def _distinct(found: Iterable[Telling]) -> Iterator[Telling]:
    """What one article says is told once, however often and in however many versions it was read."""
    told = set()
    for each in found:
        key = (each.url or each.article, each.kind, each.text)
        if key not in told:
            told.add(key)
            yield each
