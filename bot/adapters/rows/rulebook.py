"""What each channel's members chose, on every engine."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache

from sqlalchemy import RowMapping, bindparam, select, update

from bot.adapters.rows.database import Connection, Database, Query, among, fetch, listed, now, put_once, rows
from bot.adapters.rows.documents import readable
from bot.adapters.rows.tables import channel_rules
from bot.adapters.rows.together import Together
from bot.intake.rules import Rules


@cache
def _chosen(dialect: str) -> Query:
    of_team = channel_rules.c.team == bindparam("in_team")
    return select(channel_rules.c.channel, channel_rules.c.document).where(
        of_team, among(channel_rules.c.channel, "channels", dialect)
    )


class SqlRulebook:
    """`Rulebook` over one database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._asked = Together(self._rules)

    async def rules(self, team: str, channel: str) -> Rules | None:
        """Each message asks, when it is accepted and when it is worked on: many that come together ask together."""
        return await self._asked.ask((team, channel))

    async def _rules(self, places: Sequence[tuple[str, str]]) -> Sequence[Rules | None]:
        async def step(connection: Connection) -> Mapping[tuple[str, str], str]:
            found = {}
            for team in {team for team, _ in places}:
                for row in await _of(connection, team, {channel for asked, channel in places if asked == team}):
                    found[team, row["channel"]] = row["document"]
            return found

        found = await self._database.read(step)
        return [readable(Rules, found[place]) if place in found else None for place in places]

    async def keep_rules(self, team: str, channel: str, rules: Rules) -> None:
        document = rules.model_dump_json()

        async def step(connection: Connection) -> None:
            await put_once(connection, channel_rules, team=team, channel=channel, document=document, created_at=now())
            await connection.execute(
                update(channel_rules)
                .where(channel_rules.c.team == team, channel_rules.c.channel == channel)
                .values(document=document)
            )

        await self._database.write(step)

    async def all_rules(self, team: str) -> Mapping[str, Rules]:
        query = select(channel_rules.c.channel, channel_rules.c.document).where(channel_rules.c.team == team)
        kept = {row["channel"]: readable(Rules, row["document"]) for row in await fetch(self._database, query)}
        return {channel: rules for channel, rules in kept.items() if rules is not None}


async def _of(connection: Connection, team: str, channels: Collection[str]) -> Sequence[RowMapping]:
    dialect = connection.dialect.name
    return await rows(connection, _chosen(dialect), {"in_team": team, "channels": listed(channels, dialect)})
