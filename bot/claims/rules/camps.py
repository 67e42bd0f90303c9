"""Camps: what is said on one side is not said on another: "von Seiten der Wärter", "côté lorvien", "fuentes senesas"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.verbs import is_verb, participle
from bot.claims.language.likeness import alike
from bot.claims.language.token import Token

_BEHIND = 3  # words behind a side among which its owner stands
_ADJECTIVE_FIRST = frozenset({"en", "de"})


def camp_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each side that the text names and its sentences, which name others, do not."""
    theirs = [owner for s in cited for owner in _owners(s)]
    return [
        f"It is not the side of {owner.text!r} in its sentences."
        for owner in _owners(text)
        if theirs and not any(alike(owner, other) for other in theirs)
    ]


def _owners(text: Analysed) -> Iterator[Token]:
    """Whose each side is."""
    language = text.words.language
    for at, token in enumerate(text.tokens):
        if token.low not in text.words.vocabulary.camps or (language == "es" and not _led(text, at)):
            continue
        owner = _before(text, at) if language in _ADJECTIVE_FIRST and not _compound(text, at) else None
        owner = _behind(text, at) if owner is None and not _compound(text, at) else owner
        if owner is not None:
            yield text.tokens[owner]


def _led(text: Analysed, at: int) -> bool:
    return text.tokens[at].low == "fuentes" or (at > 0 and text.tokens[at - 1].low in text.words.vocabulary.siding)


def _before(text: Analysed, at: int) -> int | None:
    """ "The hunters' side", "on the Lorvian side"."""
    beside = at - 1 - (text.tokens[at - 1].low in "'’") if at else -1
    return beside if beside in text.content and not is_verb(text, beside) else None


def _behind(text: Analysed, at: int) -> int | None:
    for i in range(at + 1, min(at + 1 + _BEHIND, len(text.tokens))):
        if text.tokens[i].kind != "word" or _verb(text, i, named=text.tokens[at].first and i == at + 1):
            return None
        if i in text.content:
            return None if participle(text, i) else i  # "fuentes citadas por"
    return None


def _verb(text: Analysed, at: int, *, named: bool = False) -> bool:
    """What stands behind a word that begins the sentence is none by its place, as behind a name."""
    return text.tokens[at].low in text.words.reporting or (is_verb(text, at) and not named)


def _compound(text: Analysed, at: int) -> bool:
    """ "Side effects"."""
    return text.words.language == "en" and at + 1 in text.content and not _verb(text, at + 1)
