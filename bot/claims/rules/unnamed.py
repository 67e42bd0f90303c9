"""Who does it where Spanish names nobody: "que le deben tres meses" is not "que debe tres meses"."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.likeness import likeness
from bot.claims.language.smallwords import THAT

_PLURAL = ("an", "en", "on")
_SINGULAR = ("a", "e", "o")


def unnamed_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each verb without a subject of its own that is singular in the one and plural in the other."""
    if text.words.language != "es":
        return []
    found = []
    for i, token in enumerate(text.tokens):
        if not _alone(text, i):
            continue
        places = [(s, j) for s in cited for j, t in enumerate(s.tokens) if likeness(token, t) > 1 and t.kind == "word"]
        if places and all(_alone(s, j) and _differ(token.low, s.tokens[j].low) for s, j in places):
            found.append(f"Who does it is told otherwise in its sentences: {token.text!r}.")
    return list(dict.fromkeys(found))


def _alone(text: Analysed, index: int) -> bool:
    """Right behind "says that", only small words between."""
    small = text.words.function - text.words.vocabulary.subjective - THAT
    if text.tokens[index].kind != "word" or text.tokens[index].low in small:
        return False
    k = index - 1
    while k > 0 and text.tokens[k].low in small:
        k -= 1
    return k > 0 and text.tokens[k].low in THAT and text.tokens[k - 1].low in text.words.reporting


def _differ(mine: str, theirs: str) -> bool:
    return any(
        a.endswith(_SINGULAR) and b.endswith(_PLURAL) and b.startswith(a[:-1])
        for a, b in ((mine, theirs), (theirs, mine))
    )
