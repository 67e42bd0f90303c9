"""Whether who speaks stands after the verb: "…", said the minister."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.verbs import ACCORDING, is_verb
from bot.claims.language.smallwords import AND, JOINTS, OR, RELATIVE

_LISTING = AND | OR
_FIRST_WORDS = 4


def inverted(text: Analysed, at: int) -> bool:
    """What is said stands before the verb of reporting at `at`, and nothing but auxiliaries since the last mark."""
    marks = [i for i in range(at) if text.tokens[i].kind == "punct"]
    if not marks or not begins(text, at):
        return False
    if text.tokens[marks[-1]].low == '"':
        return not _relative(text, marks, at)
    if _insertion(text, marks) or _relative(text, marks, at):
        return False
    if text.words.language == "de" and marks[-1] == at - 1:
        return True
    telling = text.words.passive | text.words.auxiliaries - text.words.vocabulary.accompanying
    return any(is_verb(text, i) or text.tokens[i].low in telling for i in _said(text, marks))


def begins(text: Analysed, at: int) -> bool:
    """Nothing but auxiliaries and pronouns since the last mark: "…", a annoncé le ministre."""
    if text.tokens[at].low in ACCORDING:
        return True
    for i in range(at - 1, -1, -1):
        if text.tokens[i].kind == "punct":
            return True
        if i in text.content or text.tokens[i].low in JOINTS:
            return False
    return True


def object_first(text: Analysed, left: Sequence[int]) -> bool:
    """German "Den Umzug wies der Verein zurück": "den" begins no subject."""
    first = min(left, default=0)
    return text.words.language == "de" and first == 1 and text.tokens[0].low in text.words.vocabulary.accusative


def _start(marks: list[int]) -> int:
    return marks[-2] if len(marks) > 1 else 0


def _relative(text: Analysed, marks: list[int], at: int) -> bool:
    return any(text.tokens[i].low in RELATIVE for i in range(_start(marks), at))


def _insertion(text: Analysed, marks: list[int]) -> bool:
    """ "Jovic, ranked 188th in the world, reported …": a name, and what is told of it between commas."""
    return len(marks) > 1 and 0 < marks[-2] < _FIRST_WORDS and text.tokens[marks[-2] - 1].capital


def _said(text: Analysed, marks: list[int]) -> range:
    """What stands before the last mark; all of the sentence where that is only the end of a list."""
    start = _start(marks)
    listed = any(text.tokens[i].low in _LISTING for i in range(start, marks[-1]))
    return range(0 if listed else start, marks[-1])
