"""Small words of English and marks: what those are that a list tells."""

from bot.claims.frames.words import WORDS
from bot.claims.grammar.evidence import Analysed

_THROUGH = frozenset("\"'“”‘’«»-–&")  # marks that part nothing

# In this order: a word that stands in two lists is what the first says.
_LISTS = (
    (WORDS.relative, "R"),
    (frozenset({"to"}), "to"),
    (frozenset({"that"}), "that"),
    (WORDS.joining, "C"),
    (WORDS.subordinate, "S"),
    (WORDS.either, "P/S"),
    (WORDS.auxiliaries, "X"),
    (WORDS.pronouns, "O"),
    (WORDS.pointing, "D"),
    (WORDS.prepositions, "P"),
)


def closed(text: Analysed, i: int) -> str:
    """A part as `parts` has it, "?" for a word of an open class, or one that is told later: "to", "that", "P/S"."""
    token = text.tokens[i]
    if token.kind == "punct":
        return _mark(text, i)
    if token.kind == "number":
        return "A" if token.unit == "occurrence" else "N"
    if token.low in WORDS.indefinite:
        return "N"
    if " " in token.text and token.text.split(" ")[0].casefold() in text.words.prepositions:
        return "A"
    if token.capital and not token.first:
        return "t" if token.low in text.words.dates else "N"
    return _listed(text, i)


def low_at(text: Analysed, i: int) -> str:
    """The word there, "" beyond either end."""
    return text.tokens[i].low if 0 <= i < len(text.tokens) else ""


def past_form(text: Analysed, i: int) -> bool:
    """By its ending, or as a list has it."""
    return text.tokens[i].low.endswith("ed") or irregular(text, i)


def irregular(text: Analysed, i: int) -> bool:
    """A past form or participle without an ending: "paid", and "repaid"."""
    token, past = text.tokens[i], text.words.past
    low = token.text.split(" ")[0].casefold() if " " in token.text else token.low
    told = [low, *(rest for rest in map(low.removeprefix, WORDS.again) if len(rest) > 3 and rest != low)]
    return any(each in past or each in WORDS.participles for each in told)


def _mark(text: Analysed, i: int) -> str:
    low = text.tokens[i].low
    following = text.tokens[i + 1 : i + 2]
    abbreviates = low == "." and bool(following) and not following[0].capital  # "E. coli"
    return "," if low == "," else "q" if abbreviates or low in _THROUGH else "."


def _listed(text: Analysed, i: int) -> str:
    low = text.tokens[i].low
    part = next((part for words, part in _LISTS if low in words), None)
    if low in WORDS.ordinal | WORDS.reflexive and low_at(text, i - 1) in WORDS.auxiliaries:
        part = "A"  # "was first informed", "was itself paid"
    if part == "P/S" and (_ends(text, i) or (low == "since" and low_at(text, i - 1) in WORDS.have)):
        return "A"  # "has since left", "the year before."
    if part is not None:
        return part
    if low == "her":
        return "D" if i + 1 in text.content or _chances(text, i + 1) else "O"
    if low in text.words.prepositions:
        return "P"
    if low in WORDS.determiners:
        return "D"
    if low in WORDS.adverbs | text.words.vocabulary.adverbs or low in text.words.deixis or _in_ly(low):
        return "A"
    if low in text.words.dates:
        return "t"
    return "?" if i in text.content or low not in text.words.function else "N"


def _chances(text: Analysed, i: int) -> bool:
    """A noun that also turns meaning, "her chances"."""
    following = text.tokens[i : i + 1]
    hedges = [
        op for op in text.operators if op.at == i and op.name in ("possible", "chance", "accuse", "deny", "demand")
    ]
    return bool(following and hedges) and following[0].low.endswith(("s", "ial", "ion", "and"))


def _ends(text: Analysed, i: int) -> bool:
    return low_at(text, i + 1) in ("", ".", ";", ",")


def _in_ly(low: str) -> bool:
    return low.endswith("ly") and low not in WORDS.nouns_in_ly
