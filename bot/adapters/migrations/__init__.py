"""The schema's history, and the one way to bring a database up to it.

The history is a line of modules `versions/vNNNN_what.py`, revision `NNNN` each. Alembic is loaded only where there is
something to apply: it takes longer than all else at the start.
"""

import re
import threading
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from bot.errors import LibraryError

if TYPE_CHECKING:
    from alembic.config import Config

TO_RUN = "run `claims-bot db upgrade`."
_MODULE = re.compile(r"v(\d{4})_\w+\.py")
_one_at_a_time = threading.Lock()  # Alembic keeps its context in module globals


@cache
def revisions() -> tuple[str, ...]:
    """Every revision that this version of the program knows, the oldest first."""
    names = (each.name for each in (files(__name__) / "versions").iterdir())
    return tuple(sorted(match[1] for match in map(_MODULE.fullmatch, names) if match))


def head() -> str:
    """The revision that this version of the program works with."""
    return revisions()[-1]


def knows(revision: str) -> bool:
    """Whether `revision` is in this version's history; a newer version's is not."""
    return revision in revisions()


def refuse_newer(what: str, revision: str | None) -> None:
    """Raises `LibraryError` where `what` has a revision that only a newer version knows."""
    if revision is not None and not knows(revision):
        raise LibraryError(
            f"{what} was written by a newer version of claims-bot (schema {revision}, this one knows {head()}): "
            "install that version."
        )


def upgrade(connection: Connection) -> None:
    """Apply what is missing, in the connection's transaction. Does nothing on a current database."""
    if current(connection) == head():
        return
    from alembic import command

    with _one_at_a_time:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def current(connection: Connection) -> str | None:
    """The revision of a database, None without a schema of ours."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return revision


def _config() -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "bot.adapters:migrations")
    config.set_main_option("path_separator", "os")
    return config
