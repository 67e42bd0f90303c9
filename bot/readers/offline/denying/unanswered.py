"""Unanswered requests: whom a question was put to from which nothing came back."""

from collections.abc import Sequence
from typing import Final

from bot.claims.reading import DenialKind
from bot.readers.offline.denying.denied import Denied
from bot.readers.offline.sourcing import speakers
from bot.readers.offline.syntax import phrasing, rightward
from bot.readers.offline.syntax.sentence import Sentence
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import Token

_REQUESTS: Final[tuple[tuple[DenialKind, str, str], ...]] = (
    ("no_response", "reply_words", "unreturned"),
    ("could_not_reach", "efforts", "fruitless"),
)
"""The silence, and the lists of the request and of what becomes of it."""


def in_line(line: Line, passage: Passage) -> Denied | None:
    """ "Calls to Acme were not returned", "Efforts to reach Acme failed": whom the message was meant for is silent."""
    found, language = line.tokens, passage.language
    first = next((at for at, token in enumerate(found) if token.is_word), None)
    if first is None:
        return None
    for kind, asking, failing in _REQUESTS:
        ask = next(
            (at for at in range(first, min(first + 4, len(found))) if found[at].low in language[f"denials.{asking}"]),
            None,
        )
        fail, _ = phrasing.first(found, f"denials.{failing}", language) or (None, 0)
        if ask is None or fail is None or fail < ask:
            continue
        to = _to(found, ask, fail, language)
        if to is None:
            continue
        start, end = rightward.phrase(found, to + 1, language)
        end = min(end, fail)
        while end > start and not found[end - 1].is_capital and language.is_finite(found[end - 1].low):
            end -= 1  # "las llamadas a Zell quedaron sin respuesta"
        sources = speakers.read(Sentence(line, passage), (start, end)) if start < end else ()
        if sources:
            return Denied(line.n, kind, sources, None)
    return None


def _to(found: Sequence[Token], ask: int, fail: int, language: Language) -> int | None:
    """Where "to" stands in "calls to Acme", "from" in "requests for comment from Acme"."""
    behind = range(ask, fail)
    asked, addressed = language["denials.reply_words"], language["denials.addressed"]
    to = next((at for at in behind if found[at].low in addressed and found[at + 1].low not in asked), None)
    if to is None:
        sought = (at for at in behind if found[at].low in language["denials.comment_from"])
        to = next((at for at in sought if found[at - 1].low in asked and at - 1 > ask), None)
    if to is None and found[ask].low in language["denials.answer_nouns"]:
        to = next((at for at in behind if found[at].low in language["denials.answer_of"]), None)
    return to
