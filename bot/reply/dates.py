"""Days as a language writes them, and points in time, which each surface shows in its reader's own zone.

A text of ours holds a point in time between two brackets that nobody writes; `parted` finds it again.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Final

from bot.reply.catalogue import Words
from bot.reply.plain import phrase

_MOMENT: Final = re.compile(r"⧼(\d{4}-\d\d-\d\dT\d\d:\d\d)⧽")


def moment(at: datetime) -> str:
    """To the minute, for a text of ours."""
    return f"⧼{at.astimezone(UTC):%Y-%m-%dT%H:%M}⧽"


def parted(text: str) -> Iterator[str | datetime]:
    """The text in pieces, its points in time apart."""
    for n, piece in enumerate(_MOMENT.split(text)):
        if n % 2:
            yield datetime.fromisoformat(piece).replace(tzinfo=UTC)
        elif piece:
            yield piece


def in_utc(text: str) -> str:
    """For where nobody's zone is known."""
    return "".join(piece if isinstance(piece, str) else f"{piece:%Y-%m-%d %H:%M} UTC" for piece in parted(text))


def day_in_words(day: date, words: Words) -> str:
    """ "17 November 2026"."""
    return words("date.day", day=day.day, month=words.names("date.months")[day.month - 1], year=day.year)


def day_of(moment: str | None, words: Words) -> str:
    """The day of an ISO 8601 time, as it stands there; what is no such time stays as it is, unknown is empty."""
    try:
        return day_in_words(date.fromisoformat((moment or "")[:10]), words)
    except ValueError:
        return phrase(moment or "", 40)
