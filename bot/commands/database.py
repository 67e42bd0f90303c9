"""`claims-bot db …`: the database at this version's schema, into a file, and back."""

import asyncio
from pathlib import Path

from bot.adapters.backup import back_up, restore
from bot.adapters.store import is_sqlite, upgrade
from bot.settings import Settings


async def upgrade_database(settings: Settings) -> int:
    """Raises `LibraryError`, with nothing changed."""
    await asyncio.to_thread(upgrade, settings.database_url)
    print("The database is at this version's schema.")
    return 0


async def back_up_database(settings: Settings, file: Path, *, replace: bool) -> int:
    """Raises `LibraryError`."""
    url = settings.database_url
    await asyncio.to_thread(back_up, url, file, sqlite=is_sqlite(url), replace=replace)
    print(f"Everything is in {file}. It holds articles and questions: keep it safe.")
    return 0


async def restore_database(settings: Settings, file: Path) -> int:
    """Raises `LibraryError`, with nothing changed."""
    url = settings.database_url
    done = await asyncio.to_thread(restore, url, file, sqlite=is_sqlite(url))
    await asyncio.to_thread(upgrade, url)
    print(f"The database is as {file} has it, at this version's schema.")
    if not done.checked:
        print("That file has no checksum, as backups of older versions: only its structure was checked.")
    if done.aside:
        print(f"What was there before is in {done.aside}.")
    return 0
