"""Lists in pages, with cursors."""

from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import Field

from bot.playground.api.method import Answer, Arguments
from bot.playground.refusal import Refused


class Paged(Arguments):
    cursor: str | None = None
    limit: Annotated[int, Field(ge=1, le=999)] = 100


def page(items: Sequence[Any], limit: int, cursor: str | None) -> tuple[Sequence[Any], str]:
    """A stretch of `items` and the cursor of the next one. Raises `Refused`."""
    if cursor and not (cursor.startswith("at:") and cursor[3:].isdigit()):
        raise Refused("invalid_cursor")
    start = int(cursor[3:]) if cursor else 0
    end = start + limit
    return items[start:end], f"at:{end}" if end < len(items) else ""


def listed(name: str, items: Sequence[Any], cursor: str) -> Answer:
    """The answer around one page."""
    more = {"has_more": bool(cursor)} if name == "messages" else {}
    return {"ok": True, name: list(items), **more, "response_metadata": {"next_cursor": cursor}}
