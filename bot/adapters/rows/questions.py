"""Questions and their answers, by the message that asked."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, select, update

from bot.adapters.rows.database import Connection, Database, fetch, now, put_once
from bot.adapters.rows.documents import readable
from bot.adapters.rows.ledger import first, in_thread, place_values
from bot.adapters.rows.tables import answers
from bot.adapters.rows.texts import storable
from bot.claims.answer import Answer
from bot.intake.message import Place

SILENT = "The article does not say."


class SqlQuestions:
    """The questions' part of `Library`, over one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep_answer(self, place: Place, message: str, answer: Answer, *, user: str | None) -> None:
        values = place_values(place) | {
            "message": message,
            "asker": user,
            "question": storable(answer.question),
            "document": answer.model_dump_json(),
            "created_at": now(),
        }
        new = {name: values[name] for name in ("asker", "question", "document")}
        replace = update(answers).where(*_asked_in(place, message)).values(new)

        async def step(connection: Connection) -> None:
            if (await connection.execute(replace)).rowcount == 0:
                await put_once(connection, answers, **values)

        await self._database.write(step)

    async def answer_to(self, place: Place, message: str) -> Answer | None:
        row = await first(self._database, select(answers.c.document).where(*_asked_in(place, message)))
        return readable(Answer, row["document"]) if row else None

    async def earlier(self, place: Place, *, limit: int = 6) -> Sequence[tuple[str, str]]:
        query = select(answers.c.document).where(*in_thread(answers, place)).order_by(answers.c.n.desc()).limit(limit)
        kept = [readable(Answer, row["document"]) for row in await fetch(self._database, query)]
        return [(answer.question, _told(answer)) for answer in reversed(kept) if answer is not None]


def _asked_in(place: Place, message: str) -> tuple[ColumnElement[bool], ...]:
    return answers.c.team == place.team, answers.c.channel == place.channel, answers.c.message == message


def _told(answer: Answer) -> str:
    return " ".join(part.text for part in answer.parts) if answer.told else SILENT
