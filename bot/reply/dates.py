"""Days as a language writes them."""

from datetime import date

from bot.reply.catalogue import Words
from bot.reply.plain import phrase


def day_in_words(day: date, words: Words) -> str:
    """ "17 November 2026"."""
    return words("date.day", day=day.day, month=words.names("date.months")[day.month - 1], year=day.year)


def day_of(moment: str | None, words: Words) -> str:
    """The day of an ISO 8601 time, as it stands there; what is no such time stays as it is, unknown is empty."""
    try:
        return day_in_words(date.fromisoformat((moment or "")[:10]), words)
    except ValueError:
        return phrase(moment or "", 40)
