"""How many connections the server lets the bot's user have, asked of the catalogue: who may have too few starts, and does no work."""

from typing import Final

from sqlalchemy import Connection, text

from bot.errors import LibraryError

OF_THE_LIBRARY: Final = 8
OF_THE_QUEUE: Final = 4
OF_THE_DOOR: Final = 1
"""Where what is accepted waits for no work."""

NEEDED: Final = OF_THE_LIBRARY + OF_THE_QUEUE + OF_THE_DOOR
"""By one process at its busiest."""

_NARROWEST = text("""
    SELECT * FROM (
        SELECT rolconnlimit, 'user', 'its CONNECTION LIMIT' FROM pg_roles
        WHERE rolname = session_user AND NOT rolsuper AND rolconnlimit >= 0
        UNION ALL
        SELECT datconnlimit, 'database', 'its CONNECTION LIMIT' FROM pg_database
        JOIN pg_roles ON rolname = session_user AND NOT rolsuper
        WHERE datname = current_database() AND datconnlimit >= 0
        UNION ALL
        SELECT CAST(current_setting('max_connections') AS integer)
            - CASE WHEN rolsuper THEN 0 ELSE CAST(current_setting('superuser_reserved_connections') AS integer) END,
            'server', 'max_connections, without those for superusers'
        FROM pg_roles WHERE rolname = session_user
    ) AS known (most, whose, setting) ORDER BY most LIMIT 1
""")


def refuse_too_few(connection: Connection) -> None:
    """Raises `LibraryError` where one process alone would lack some, whoever else is connected; nothing is changed."""
    narrowest = connection.execute(_NARROWEST).first()
    if narrowest is not None and narrowest.most < NEEDED:
        raise LibraryError(
            f"The {narrowest.whose} that DATABASE_URL names may have too few connections ({narrowest.most}, by "
            f"{narrowest.setting}), and each process needs {NEEDED}: let it have as many for each."
        )
