"""What the log says while the queue waits for its database: each reason once, and when it is over."""

import structlog

from bot.adapters.rows.database import READ_ONLY, is_read_only, reason
from bot.errors import LibraryError

log = structlog.get_logger("claims_bot.queue")

_NO_RIGHT = "42501"


class Waiting:
    """Tells of each reason once, in whichever order they come again, and then of the end.

    `for_what` and `again` are the two events.
    """

    def __init__(
        self, for_what: str = "the queue waits for its database", again: str = "the queue has its database again"
    ) -> None:
        self._for_what, self._again = for_what, again
        self._told: set[str] = set()
        self._lately = False

    def tell(self, error: BaseException) -> None:
        why = _why(error)
        if why not in self._told:
            log.warning(self._for_what, error=why)
        self._told.add(why)
        self._lately = True

    def over(self) -> None:
        """Whoever waited waits no more."""
        if self._told:
            log.info(self._again)
        self._told.clear()
        self._lately = False

    def calm(self) -> None:
        """What is done now and then was done: it is over, unless somebody had to wait since the last time."""
        if not self._lately:
            self.over()
        self._lately = False


def _why(error: BaseException) -> str:
    """A sentence where there is one; of what else a driver says only the kind."""
    if isinstance(error, LibraryError):
        return str(error)
    cause = error.__cause__ or error
    if is_read_only(cause):
        return READ_ONLY
    if _is_of_the_server(cause):
        return f"The database cannot be used: {reason(cause)}."
    return reason(cause) if getattr(cause, "sqlstate", None) == _NO_RIGHT else type(cause).__name__


def _is_of_the_server(error: BaseException) -> bool:
    """PEP 249 has a class for what is not a statement's fault, such as a lost connection; it has this name in every driver."""
    return any(kind.__name__ == "OperationalError" for kind in type(error).__mro__)
