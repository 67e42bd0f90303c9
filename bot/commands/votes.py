"""`claims-bot votes`: what people thought of the readings, as rows of gold that `eval` reads."""

import json

from bot.adapters.store import open_store
from bot.evaluation.ballots import gold_row
from bot.settings import Settings


async def print_votes(settings: Settings) -> int:
    """One JSON object a line, a line for each reading that somebody voted on. Raises `LibraryError`."""
    async with open_store(settings.database_url, lock=False) as store:
        for ballot in await store.ballots.all():
            print(json.dumps(gold_row(ballot), ensure_ascii=True))
    return 0
