"""What went wrong, in one sentence on stderr."""

import sys
import traceback
from pathlib import Path

import structlog

from bot.adapters.web.files import KINDS
from bot.commands.sources import PIPED
from bot.errors import ClaimsBotError
from bot.reply.catalogue import words
from bot.reply.compose import sentence

log = structlog.get_logger("claims_bot.complaints")


def complain(error: Exception, about: str | None = None) -> None:
    """In the words that people read in Slack, but for what whoever runs the bot can do themselves; or with the place in our
    code that did not expect it. For whoever looks for the cause, what lies behind it."""
    known = isinstance(error, ClaimsBotError)
    log.debug("failed", error=type(error).__name__, reason=str(error), exc_info=None if known else error)
    said = _known(error, about) if isinstance(error, ClaimsBotError) else _unexpected(error)
    print(f"claims-bot: {f'{about}: ' if about else ''}{said}", file=sys.stderr)


def _known(error: ClaimsBotError, about: str | None) -> str:
    said, file = words(None).of_operator(), str(error.about.get("file", ""))
    is_text = file == PIPED or KINDS.get(Path(file).suffix.lower(), "").startswith(("text/plain", "text/markdown"))
    return sentence(error, said, url=about, paste=said("say.paste_whole") if is_text else None)


def _unexpected(error: Exception) -> str:
    where = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(where.filename).name}:{where.lineno}"
    return f"unexpected {type(error).__name__} at {place}; CLAIMS_LOG_LEVEL=debug shows more."
