"""Titles: quotations that name an outlet, and are a subject like any name."""

from collections.abc import Sequence

from bot.readers.offline.text.language import Language
from bot.readers.offline.text.tokens import Token


def of_outlet(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """The quotation at `at` is an outlet's name: it opens its sentence and is known as one, or stands behind a noun for one,
    perhaps with an adjective: "le quotidien suisse « Le Léman »"."""
    if at == 0:
        return tokens[0].text.strip('«» “”"').lower() in language["sources.other_media"]
    noun = at - 1
    if noun > 0 and tokens[noun - 1].low in language["sources.media_words"] and tokens[noun].text.islower():
        noun -= 1
    return tokens[noun].low in language["sources.media_words"]
