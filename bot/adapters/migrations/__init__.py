"""The schema's history, and the one way to bring a database up to it."""

import threading
from importlib import import_module
from typing import TYPE_CHECKING

from sqlalchemy import Connection

if TYPE_CHECKING:
    from alembic.config import Config

_one_at_a_time = threading.Lock()  # Alembic keeps its context in module globals


def head() -> str:
    """The revision that this version of the program works with."""
    from alembic.script import ScriptDirectory

    revision = ScriptDirectory.from_config(_config()).get_current_head()
    assert revision is not None
    return revision


def knows(revision: str) -> bool:
    """Whether `revision` is in this version's history; a newer version's is not."""
    from alembic.script import ScriptDirectory

    return any(script.revision == revision for script in ScriptDirectory.from_config(_config()).walk_revisions())


def prepare() -> None:
    """Load what `upgrade` needs, which takes most of a second: better before a lock is taken than under it."""
    for module in ("alembic.command", "alembic.runtime.migration"):
        import_module(module)
    head()


def upgrade(connection: Connection) -> None:
    """Apply what is missing, in the connection's transaction. Does nothing on a current database."""
    from alembic import command

    with _one_at_a_time:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _config() -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "bot.adapters:migrations")
    config.set_main_option("path_separator", "os")
    return config
