"""Subjects that Spanish does not say: "dijo que conservará su escaño", "no hemos encontrado nada"."""

import re
from collections.abc import Sequence

from bot.claims.language.lexicon import lexicon
from bot.claims.language.verbatim import fold

Word = tuple[int, int, str]

_OPENERS = frozenset(["que", "y", "pero", "aunque", "si", "porque", "e"])
_BESIDE = frozenset(
    ["no", "se", "le", "lo", "la", "les", "los", "las", "me", "nos", "ya", "tampoco", "tambien", "nunca", "solo"]
)
_OTHERS = re.compile(
    r"^(?:\w{2,}(?:ará|erá|irá|drá|arán|erán|irán|aría|ería|iría|ó)|es|era|fue|ha|han|había|habían|tiene|tendrá|va|van|puede|debe|será|está)$"
)
_OWN = re.compile(
    r"^(?:\w{2,}(?:amos|emos|imos|aré|eré|iré|é)|hemos|vamos|somos|tenemos|debemos|he|voy|soy|estoy|tengo|puedo|creo)$"
)
_PLURAL = ("mos",)


def unsaid(text: str, words: Sequence[Word], i: int) -> tuple[str, int] | None:
    """("we", "i" or "any", index of its verb) where a clause begins at word `i` with a verb, no subject before it."""
    before = text[: words[i][0]].rstrip()
    opens = not before or before[-1] in '«“"—:,;(' or (i > 0 and fold(words[i - 1][2]) in _OPENERS)
    if not opens:
        return None
    j = i
    while j < len(words) and fold(words[j][2]) in _BESIDE:
        j += 1
    if j == len(words):
        return None
    low = words[j][2].casefold()
    if fold(low) in lexicon("es").reporting:
        return None
    if _OWN.match(low):
        return ("we" if low.endswith(_PLURAL) else "i"), j
    return ("any", j) if _OTHERS.match(low) else None
