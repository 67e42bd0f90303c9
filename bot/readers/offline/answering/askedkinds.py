"""The kind of thing that a question asks after: a time, a number, a reason."""

from functools import lru_cache

from bot.claims.grammar.evidence import Analysed, analysed
from bot.claims.language.verbatim import fold
from bot.readers.offline.text.language import Language

_KINDS = (
    "name",
    "age",
    "often",
    "share",
    "lasting",
    "measure",
    "number",
    "amount",
    "time",
    "reason",
    "means",
    "place",
    "owner",
    "agent",
)
_OPENING = 3  # words of a question among which stands what it asks after


def kind_of(question: Analysed, language: Language) -> tuple[str | None, list[str], int]:
    """The kind, the phrase that names it, and the index of the first word after that."""
    lows = [token.low for token in question.tokens]
    last = next((token.low for token in question.tokens[::-1] if token.kind == "word"), "")
    for kind, ends in (("name", "called"), ("calling", "callings")):
        if last in language[f"asks.{ends}"] and lows[0] in language["asks.which"]:
            return kind, [last], 0  # "What was the ferry called?", "What is her job?"
    done = len(lows) > 1 and lows[0] in language["asks.which"] and lows[1] in language["grammar.passive"]
    if done and last in language["asks.for_what"]:
        return "reason", [last], 0  # "What was he arrested for?", not "What did they call for?"
    if done and last in language["asks.valued"] - language["asks.paying"]:
        return "amount", [last], 0  # "What is the ring worth?"
    does = len(lows) > 1 and lows[0] in language["asks.which"] and lows[1] in language["asks.doing"]
    if does and set(lows) & language["asks.paying"]:
        return "amount", lows[:1], 1  # "What did the insurer pay?"
    found: list[tuple[int, int, str, list[str]]] = []
    for kind in _KINDS:
        for words in (each for phrase in language[f"asks.{kind}"] for each in _spelled(phrase, language.code)):
            starts = (i for i in range(len(lows) - len(words) + 1) if lows[i : i + len(words)] == words)
            found += [(start, -len(words), kind, words) for start in starts]
    asking = bool(lows) and lows[0] in language["grammar.interrogatives"] - language["grammar.auxiliaries"]
    opening = [one for one in found if one[0] <= _OPENING or not asking]  # "what are the mums who signed up given?"
    if opening:
        start, length, kind, words = min(opening)
        return kind, words, start - length
    return None, [], 0


@lru_cache(maxsize=2048)
def _spelled(phrase: str, code: str) -> tuple[list[str], ...]:
    """As it is written, and in full: "comment s'appelle", "comment se appelle"."""
    written = fold(phrase).replace("'", " ").split()
    full = [token.low for token in analysed(phrase, code).tokens]
    return (written,) if full == written else (written, full)
