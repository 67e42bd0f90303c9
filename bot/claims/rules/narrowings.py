"""What narrows a negation may not be left out: "none was seriously hurt" is not "none was hurt", nor "not until March" "not"."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.operators import Operator
from bot.claims.grammar.superlatives import superlative
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import BECAUSE
from bot.claims.language.stops import PARTING

_NEGATIONS = frozenset({"not", "stop"})
_SHARES = frozenset({"all", "most", "few"})
_NOUN_FIRST = frozenset({"fr", "es"})
_FEW = 4


def narrowing_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each adjective, adverb or clause that narrows what is denied, forbidden or said of all, and for
    each that limits a superlative, and is missing."""
    found: list[str] = []
    for sentence in cited:
        for op in sentence.operators:
            if op.scope and op.name in _NEGATIONS | _SHARES:
                found += [sentence.tokens[i].text for i in _dropped(sentence, op, text)]
        found += [sentence.tokens[i].text for i in _unlimited(sentence, text)]
    return [f"{word!r}, which narrows what is said, is missing." for word in dict.fromkeys(found)]


def _dropped(sentence: Analysed, op: Operator, text: Analysed) -> list[int]:
    scope = op.scope if op.name in _NEGATIONS else _noun_phrase(sentence, op)
    sides = (1, -1) if sentence.words.language in _NOUN_FIRST else (1,)
    heads = [(i, i + side) for i in scope for side in sides if i + side in scope and _modifies(sentence, i)]
    heads = [(i, head) for i, head in heads if not sentence.tokens[head].capital or sentence.words.language == "de"]
    found = [i for i, head in heads if not text.has(sentence.tokens[i]) and _reached(sentence, head, text, op)]
    if op.name in _NEGATIONS and _reached(sentence, op.scope[0], text, op):
        found += _clause_dropped(sentence, op.scope[0], text) + _opening_dropped(sentence, text)
    return found


def _opening_dropped(sentence: Analysed, text: Analysed) -> list[int]:
    """ "Without a promise from the ministry we cannot agree"."""
    first = next((i for i, token in enumerate(sentence.tokens) if token.kind == "word"), None)
    if (
        first is None
        or sentence.tokens[first].low not in sentence.words.vocabulary.lacking
        or any(t.low in text.words.vocabulary.limits for t in text.tokens)
    ):
        return []
    behind = [i for i in sentence.content if i > first][:_FEW]
    return [] if any(text.has(sentence.tokens[i]) for i in behind[:2]) else [first]


def _noun_phrase(sentence: Analysed, op: Operator) -> list[int]:
    """ "all new cars": what of the scope stands right behind."""
    found: list[int] = []
    for i in range(op.end, len(sentence.tokens)):
        token = sentence.tokens[i]
        if i in sentence.content and not is_verb(sentence, i):
            found.append(i)
        elif found or (token.low not in sentence.words.determiners and token.kind != "number"):
            break
    return found


def _clause_dropped(sentence: Analysed, first: int, text: Analysed) -> list[int]:
    """ "should not count it until the findings are repeated"."""
    limits = sentence.words.vocabulary.limits
    k = next((k for k in range(first + 1, len(sentence.tokens)) if sentence.tokens[k].low in limits | PARTING), None)
    if k is None or sentence.tokens[k].low in PARTING or any(token.low in limits for token in text.tokens):
        return []
    if any(token.low in BECAUSE for token in sentence.tokens[first:k]):
        return []  # "stopped a ban because it had come without a warning"
    if sentence.tokens[k - 1].low in sentence.words.vocabulary.even:
        return []  # "even if" limits nothing
    behind = [i for i in sentence.content if i > k][:_FEW]
    return [k] if behind and not any(text.has(sentence.tokens[i]) for i in behind) else []


def _modifies(sentence: Analysed, index: int) -> bool:
    """An adjective or adverb by its place; "to pregnant women" has no verb."""
    verb = is_verb(sentence, index) and sentence.tokens[index - 1].low != "to"
    token = sentence.tokens[index]
    return not token.capital and not verb and token.low not in sentence.words.vocabulary.emphatic


def _reached(sentence: Analysed, index: int, text: Analysed, op: Operator) -> bool:
    """The text has the word only where such an operator reaches it."""
    names = _NEGATIONS if op.name in _NEGATIONS else {op.name}
    places = [i for i in text.content if alike(text.tokens[i], sentence.tokens[index])]
    reached = {i for o in text.operators if o.name in names for i in o.scope}
    return bool(places) and all(i in reached for i in places)


def _unlimited(sentence: Analysed, text: Analysed) -> list[int]:
    """ "the lowest since 2008", "the first in Europe" without what follows."""
    found: list[int] = []
    said = {token.low for i, token in enumerate(text.tokens) if superlative(text, i)}
    for i, token in enumerate(sentence.tokens if said else ()):
        if not superlative(sentence, i) or token.low not in said:
            continue
        p = next(
            (
                k
                for k in range(i + 1, min(i + 5, len(sentence.tokens)))
                if sentence.tokens[k].low in sentence.words.prepositions
            ),
            None,
        )
        if p is None or any(sentence.tokens[k].kind == "punct" for k in range(i, p)):
            continue
        behind = [
            k
            for k in range(p + 1, min(p + 5, len(sentence.tokens)))
            if k in sentence.content or sentence.tokens[k].kind == "number"
        ]
        if behind and not any(text.tells(sentence.tokens[k]) for k in behind[:2]):
            found.append(behind[0])
    return found
