"""German clauses that suppose something by their verb alone: "sollten die Gespräche scheitern"."""

from collections.abc import Sequence

from bot.claims.language.lexicon import Lexicon
from bot.claims.language.token import Token

_SUPPOSING = frozenset({"sollte", "sollten"})


def supposes(text: Sequence[Token], index: int, words: Lexicon) -> bool:
    """Whether the verb opens a condition."""
    return text[index].low in _SUPPOSING and (_opening(text, index) or _behind(text, index, words))


def _opening(text: Sequence[Token], index: int) -> bool:
    """ "Sollten die Gespräche scheitern, …": a clause that a verb opens, and another behind the comma."""
    opens = index == 0 or text[index - 1].low in (",", ".", ":", ";", '"', "„")
    return opens and any(token.low == "," for token in text[index + 2 :])


def _behind(text: Sequence[Token], index: int, words: Lexicon) -> bool:
    """ "Dem Werk droht das Ende, sollten die Gespräche scheitern": behind a main clause, with its infinitive at the end."""
    if index < 2 or text[index - 1].low != ",":
        return False
    end = next((i for i in range(index, len(text)) if text[i].kind == "punct"), len(text)) - 1
    ahead = [i for i in range(index - 1) if text[i].kind == "punct"]
    opener = text[ahead[-1] + 1 if ahead else 0].low
    return opener not in words.links and not text[end].capital and text[end].low.endswith("n") and end > index + 1
