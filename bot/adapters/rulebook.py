"""What each channel's members chose, on every engine."""

from collections.abc import Mapping

from sqlalchemy import bindparam, select, update

from bot.adapters.database import Connection, Database, fetch, now, put_once
from bot.adapters.documents import readable
from bot.adapters.tables import channel_rules
from bot.intake.rules import Rules

_RULES = select(channel_rules.c.document).where(
    channel_rules.c.team == bindparam("team"), channel_rules.c.channel == bindparam("channel")
)


class SqlRulebook:
    """`Rulebook` over one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def rules(self, team: str, channel: str) -> Rules | None:
        found = await fetch(self._database, _RULES, {"team": team, "channel": channel})
        return readable(Rules, found[0]["document"]) if found else None

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
