"""Who alone is meant: "only students in their first term get a room" is not "students get a room"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.nouns import is_noun
from bot.claims.language.smallwords import GERMAN_RELATIVE, INDEFINITE, RELATIVE
from bot.claims.language.token import Token

_BEHIND = 4  # words behind the noun among which stands what tells it apart
_PLURAL = {"en": ("s", "people", "men", "children"), "de": ("n", "e", "er", "s"), "fr": ("s", "x"), "es": ("s",)}
_SOFT = frozenset({"only", "condition", "unless", "partial", "most", "few"})


def chosen_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each "only" before a noun and what tells which are meant, where the text has the noun and neither."""
    if text.classes() & _SOFT:
        return []
    values = {v for i in text.numbers for v in text.tokens[i].values}
    found = []
    for sentence in cited:
        for noun, apart in _chosen(sentence):
            if text.has(noun) and not any(text.has(token) or token.values & values for token in apart):
                found.append(f"{noun.text!r} is told without which of them only are meant.")
    return list(dict.fromkeys(found))


def _chosen(sentence: Analysed) -> Iterator[tuple[Token, list[Token]]]:
    """(the noun behind "only" that begins a clause, what tells it apart)."""
    for op in sentence.operators:
        if op.name != "only" or (op.at and sentence.tokens[op.at - 1].kind != "punct"):
            continue
        noun = _noun(sentence, op.end)
        if noun is not None and noun + 1 < len(sentence.tokens) and _tells_apart(sentence, noun + 1):
            behind = range(noun + 2, min(noun + 2 + _BEHIND, len(sentence.tokens)))
            apart = [sentence.tokens[i] for i in behind if i in sentence.content or sentence.tokens[i].kind == "number"]
            if apart:
                yield sentence.tokens[noun], apart[:1]


def _noun(sentence: Analysed, start: int) -> int | None:
    """The noun right there, in the plural, an article allowed; none that is counted, or a part of others."""
    first = (
        start + (sentence.tokens[start].low in sentence.words.determiners) if start < len(sentence.tokens) else start
    )
    before = sentence.tokens[start:first]
    if first not in sentence.content or any(token.low in INDEFINITE for token in before):
        return None
    part = sentence.tokens[first].low in sentence.words.vocabulary.parts | sentence.words.fractions.keys()
    several = sentence.tokens[first].low.endswith(_PLURAL[sentence.words.language])
    return first if several and not part and is_noun(sentence, first) else None


def _tells_apart(sentence: Analysed, index: int) -> bool:
    """A preposition, or a clause with "who"."""
    low = sentence.tokens[index].low
    if low == "," and sentence.words.language == "de":
        return sentence.tokens[index + 1 : index + 2] != () and sentence.tokens[index + 1].low in GERMAN_RELATIVE
    return low in sentence.words.prepositions | RELATIVE
