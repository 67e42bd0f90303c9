"""What the log says while the queue waits for its database: once, and why."""

import structlog

from bot.adapters.rows.database import READ_ONLY, is_read_only, reason
from bot.errors import LibraryError

log = structlog.get_logger(__name__)

_NO_RIGHT = "42501"


class Waiting:
    """Tells of each reason once, until it is over."""

    def __init__(self) -> None:
        self._told = ""

    def tell(self, error: BaseException) -> None:
        why = _why(error)
        if why != self._told:
            log.warning("the queue waits for its database", error=why)
        self._told = why

    def over(self) -> None:
        """Somebody wrote."""
        self._told = ""


def _why(error: BaseException) -> str:
    """A sentence where there is one; of what else a driver says only the kind."""
    if isinstance(error, LibraryError):
        return str(error)
    cause = error.__cause__ or error
    if is_read_only(cause):
        return READ_ONLY
    return reason(cause) if getattr(cause, "sqlstate", None) == _NO_RIGHT else type(cause).__name__
