"""Brackets: the passives of verb-second clauses, whose participle ends the clause: "wurde von der Stadt zurückgewiesen"."""

from collections.abc import Sequence

from bot.readers.offline.text.language import Language
from bot.readers.offline.text.tokens import Token

_PARTING = frozenset({",", ";", ":", "–", "—"})


def helper(tokens: Sequence[Token], at: int, language: Language) -> int | None:
    """The helping verb of the passive whose participle is the token `at`; "wird" alone is the future too, so that it needs who
    does it: "wird von Roth vorgeworfen"."""
    if not language.verb_second or (
        at + 1 < len(tokens) and tokens[at + 1].is_word and not _ends(tokens, at, language)
    ):
        return None
    first = _start(tokens, at)
    found = next((i for i in range(first, at) if tokens[i].low in language["grammar.passive"]), None)
    if found is None or tokens[found].low in language["grammar.passive_past"]:
        return found
    return found if _by(tokens, found, at, language) is not None else None


def perfect(tokens: Sequence[Token], at: int, language: Language) -> int | None:
    """The helping verb of the perfect whose participle is the token `at` and ends its clause: "hatte … gewarnt"."""
    if not language.verb_second or (at + 1 < len(tokens) and tokens[at + 1].is_word):
        return None
    first = next((i + 1 for i in range(at - 1, -1, -1) if tokens[i].text in _PARTING), 0)
    return next((i for i in range(first, at - 1) if tokens[i].low in language["grammar.perfect"]), None)


def by(tokens: Sequence[Token], at: int, language: Language) -> int | None:
    """The "von" before the participle `at` behind which stands who does it."""
    return _by(tokens, _start(tokens, at), at, language)


def _by(tokens: Sequence[Token], first: int, last: int, language: Language) -> int | None:
    return next((i for i in range(last - 1, first - 1, -1) if tokens[i].low in language["grammar.by"]), None)


def _start(tokens: Sequence[Token], at: int) -> int:
    """Behind the last mark before the token `at`."""
    return next((i + 1 for i in range(at - 1, -1, -1) if not tokens[i].is_word), 0)


def _ends(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Nothing but helping verbs and "and" follows in the clause: "vorgeworfen worden", "bestritten wird"."""
    links = language["grammar.passive"] | language["grammar.auxiliaries"] | language["grammar.verb_links"]
    return tokens[at + 1].low in links
