"""What went wrong, in one sentence on stderr."""

import sys
import traceback
from pathlib import Path

import structlog

from bot.errors import ClaimsBotError
from bot.reply.catalogue import words
from bot.reply.compose import sentence

log = structlog.get_logger("claims_bot.complaints")


def complain(error: Exception, about: str | None = None) -> None:
    """In the words that people read in Slack, or with the place in our code that did not expect it; for whoever looks for the
    cause, what lies behind it."""
    known = isinstance(error, ClaimsBotError)
    log.debug("failed", error=type(error).__name__, reason=str(error), exc_info=None if known else error)
    said = sentence(error, words(None), url=about) if isinstance(error, ClaimsBotError) else _unexpected(error)
    print(f"claims-bot: {f'{about}: ' if about else ''}{said}", file=sys.stderr)


def _unexpected(error: Exception) -> str:
    where = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(where.filename).name}:{where.lineno}"
    return f"unexpected {type(error).__name__} at {place}; CLAIMS_LOG_LEVEL=debug shows more."
