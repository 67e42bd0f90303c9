"""`claims-bot votes`: what people thought of the readings, as rows of gold that `eval` reads."""

import json
import sys

from bot.adapters.store import open_store
from bot.evaluation.ballots import gold_row
from bot.settings import Settings


async def print_votes(settings: Settings) -> int:
    """One JSON object a line, a line for each reading that somebody voted on; where there is none, that is said on stderr.
    Raises `LibraryError`."""
    async with open_store(settings.database_url, lock=False) as store:
        ballots = await store.ballots.all()
    for ballot in ballots:
        print(json.dumps(gold_row(ballot), ensure_ascii=True))
    if not ballots:
        print("claims-bot: nobody has voted on a reading yet.", file=sys.stderr)
    return 0
