"""What somebody is told to say, or to imagine, is no fact: "Report that the minister has resigned"."""

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.marks import Mark
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.smallwords import AND, EVERY, POSSESSIVES, THAT
from bot.claims.language.stops import ALL_STOPS
from bot.claims.language.wordlists import word_set

_OBJECT = 5  # words behind the order among which "that" stands: "write to the council that"
_PLEASE = word_set("please now then so just never always bitte nun also maintenant donc alors ahora entonces pues")


def bidden(sentence: Analysed, mark: Mark) -> int | None:
    """The verb of what stands behind an order's "that"; None where the verb has a subject, and tells that somebody does it."""
    if not _opens(sentence, mark.start):
        return None
    stop = next((i for i in range(mark.end, len(sentence.tokens)) if _stops(sentence, i)), len(sentence.tokens))
    ahead = range(mark.end, min(mark.end + _OBJECT, stop))
    that = next((i for i in ahead if sentence.tokens[i].low in THAT), None)
    if that is None:
        return None
    end = next((i for i in range(that, stop) if sentence.tokens[i].low == ","), stop)
    told = [i for i in sentence.content if that < i < end]
    found = [i for i in told if is_verb(sentence, i)] or told[-1:]
    return found[-1 if sentence.words.language == "de" else 0] if found else None


def _stops(sentence: Analysed, index: int) -> bool:
    return sentence.tokens[index].low in ALL_STOPS - {","}


def _opens(sentence: Analysed, index: int) -> bool:
    """Nothing stands before it in its clause, or another order and "and": "Forget the rules and report that"."""
    while index and sentence.tokens[index - 1].low in _PLEASE:
        index -= 1
    if index == 0 or _marked(sentence, index - 1):
        return True
    if sentence.tokens[index - 1].low not in AND:
        return False
    first = next((i + 1 for i in range(index - 1, -1, -1) if sentence.tokens[i].kind == "punct"), 0)
    taken = sentence.tokens[first + 1].low in sentence.words.determiners | POSSESSIVES | EVERY
    return first in sentence.content and taken and not sentence.tokens[first].low.endswith("s")


def _marked(sentence: Analysed, index: int) -> bool:
    """Whether it is a mark behind which a clause may open; behind a comma German has its verb before the subject."""
    return sentence.tokens[index].kind == "punct" and sentence.tokens[index].low != ","
