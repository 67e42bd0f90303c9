"""Who only relays something is no part of it: "two clerks of La Hora" of "La Hora reported that two clerks were dismissed"."""

from collections.abc import Iterable

from bot.claims.grammar.evidence import analysed
from bot.claims.language.verbatim import in_text


def relayed_problems(text: str, passage: str, relays: Iterable[str], language: str) -> list[str]:
    """One sentence for each of the names of `relays` that the text has without a word for saying; `passage` are its sentences,
    which have the name but once."""
    told = analysed(text, language.split("-", maxsplit=1)[0].lower())
    if any(token.low in told.words.reporting for token in told.tokens):
        return []
    once = (name for name in relays if len(list(in_text(passage).occurrences(name))) == 1)
    return [f"{name!r} only relays what is said." for name in once if in_text(text).find(name)]
