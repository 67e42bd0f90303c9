"""`claims-bot db upgrade`: the database at this version's schema."""

import asyncio

from bot.adapters.store import upgrade
from bot.settings import Settings


async def upgrade_database(settings: Settings) -> int:
    """Raises `LibraryError`, with nothing changed."""
    await asyncio.to_thread(upgrade, settings.database_url)
    print("The database is at this version's schema.")
    return 0
