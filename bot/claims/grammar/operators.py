"""Words that turn the meaning of others: negations, hedges, quantifiers, wishes, causes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.claims.grammar.extent import until_end
from bot.claims.grammar.idle import turns_nothing
from bot.claims.grammar.rounding import rounded, rounding
from bot.claims.grammar.supposing import supposes
from bot.claims.language.lexicon import ACCENTED, Lexicon
from bot.claims.language.particles import parted
from bot.claims.language.token import Token
from bot.claims.language.words import tokens

# Verbs and nouns that turn meaning and also carry some of their own, so that they must be seen like any other word.
WITH_CONTENT = frozenset({"deny", "stop", "accuse", "blame", "intent", "demand", "forcing", "hearsay"})
_IF = frozenset(
    {"if", "wenn", "falls", "sofern", "si", "s'il", "should", "provided", "providing", "as"}
)  # "as long as"
_PAIRED = {"fr": frozenset({"ne"}), "es": frozenset({"no", "nunca", "nadie"})}
_FIRST_OF_TWO = frozenset({"no", "sin"})
_SECOND_OF_TWO = frozenset({"ningun", "ninguno", "ninguna", "nadie", "nada", "nunca", "jamas", "tampoco"})
_NEAR = 8
_APART = 4  # words between "ne" and "pas"
_LONGEST = 4
_ONLY_PARTED = frozenset(
    {"nieder", "statt", "teil", "hervor", "heraus", "voraus", "fest", "fort", "los"}
)  # "legten … nieder"
_COMPARING = frozenset({"less", "more", "as", "equally"})


@dataclass(frozen=True, slots=True)
class Operator:
    """`tokens[at:end]` of class `name`; `scope` are the indices of the content words it reaches, nearest first."""

    name: str
    at: int
    end: int
    scope: tuple[int, ...] = ()


def operators(text: Sequence[Token], words: Lexicon) -> list[Operator]:
    """Longest phrase first, none overlapping, without their scope."""
    found: list[Operator] = []
    keys = [_key(token, words) for token in text]
    may_turn = _candidates(text, keys, words)
    index = 0
    while index < len(text):
        if not may_turn[index]:
            index += 1
            continue
        rough = rounding(text, index, words)
        match = None if rough > 1 else _at(text, keys, index, words)
        if match is None:
            index += rough or 1
        else:
            found.append(match)
            index = match.end
    if words.language == "en":
        found = [op for op in found if text[op.at].low != "nor" or not _paired(text, op.at, words)]
    elif words.language in _PAIRED:
        found = _with_pairs(text, found, words)
        found = _without_echoes(text, found, words) if words.language == "fr" else _without_doubles(text, found, words)
    return _with_unless(text, found, words)


def _candidates(text: Sequence[Token], keys: Sequence[str], words: Lexicon) -> list[bool]:
    """Of each word whether it is worth a closer look: most begin nothing that could turn anything."""
    openers, stems, rounders, facing = words.openers, words.by_stem, words.rounders, words.vocabulary.facing
    return [
        key in openers or token.stem in stems or token.low in rounders or token.low in facing
        for token, key in zip(text, keys, strict=True)
    ]


@lru_cache(maxsize=2048)
def operators_of(text: str, words: Lexicon) -> tuple[Operator, ...]:
    """The same of a text as it stands, which several checks ask for."""
    return tuple(operators(tokens(text, words), words))


def _with_unless(text: Sequence[Token], found: Sequence[Operator], words: Lexicon) -> list[Operator]:
    """ "if it is not reopened" is "unless it is reopened"."""
    turned: list[Operator] = []
    negated: set[int] = set()
    for op in found:
        if op.name == "condition" and text[op.at].low in _IF:
            ahead = set(until_end(text, range(op.end, len(text)), words))
            nots = [o.at for o in found if o.name == "not" and o.at in ahead]
            negated |= set(nots)
            turned.append(Operator("unless", op.at, op.end) if nots else op)
        else:
            turned.append(op)
    return [Operator("echo", op.at, op.end) if op.at in negated else op for op in turned]


def _with_pairs(text: Sequence[Token], found: Sequence[Operator], words: Lexicon) -> list[Operator]:
    """ "n'a ni signé ni lu", "ni A ni B son": one negation, that of "ne" or "no" where there is one, and else of the first;
    each "nor" keeps what it stands before."""
    turned: list[Operator] = []
    for op in found:
        clause = {
            *until_end(text, range(op.at - 1, -1, -1), words),
            *until_end(text, range(op.end, len(text)), words),
        }
        others = [o for o in found if o.name == "not" and o.at in clause]
        plain = any(text[o.at].low in _PAIRED[words.language] for o in others)
        again = any(text[o.at].low == "ni" and o.at < op.at for o in others)
        echo = op.name == "not" and text[op.at].low == "ni" and (plain or again)
        turned.append(Operator("nor", op.at, op.end) if echo else op)
    return turned


def _paired(text: Sequence[Token], at: int, words: Lexicon) -> bool:
    """ "neither … nor": one negation."""
    return any(text[i].low == "neither" for i in until_end(text, range(at - 1, -1, -1), words))


def _without_echoes(text: Sequence[Token], found: Sequence[Operator], words: Lexicon) -> list[Operator]:
    """French negates once with two words: beside "aucune" or "jamais" in its clause, "ne" adds nothing but what stands
    between the two."""
    strong = {op.at for op in found if op.name == "not" and text[op.at].low not in ("ne", "pas")}
    ne = {op.at for op in found if op.name == "not" and text[op.at].low == "ne"}
    found = [
        Operator("echo", op.at, op.end) if _paired_with(ne, text, op) and _ends_there(text, op.end) else op
        for op in found
    ]
    found = [_from_ne(text, op, ne, words) if op.at in strong else op for op in found]
    return [op for op in found if text[op.at].low != "ne" or not _beside(text, op.at, strong, words)]


def _without_doubles(text: Sequence[Token], found: Sequence[Operator], words: Lexicon) -> list[Operator]:
    """Spanish "no recibió ninguna queja" negates once, and so do "sin ninguna queja" and "no publicó en ningún momento"."""
    plain = {op.at for op in found if op.name == "not" and text[op.at].low in _FIRST_OF_TWO}
    return [
        Operator("echo", op.at, op.end)
        if op.name == "not"
        and any(token.low in _SECOND_OF_TWO for token in text[op.at : op.end])
        and plain & set(until_end(text, range(op.at - 1, -1, -1), words))
        else op
        for op in found
    ]


def _from_ne(text: Sequence[Token], op: Operator, ne: set[int], words: Lexicon) -> Operator:
    """ "n'avoir reçu aucune alerte": what stands behind "ne" is denied too."""
    opened = max((at for at in ne if at < op.at), default=None)
    reached = () if opened is None else tuple(until_end(text, range(opened + 1, len(text)), words))
    return replace(op, scope=reached) if op.at in reached else op


def _paired_with(ne: set[int], text: Sequence[Token], op: Operator) -> bool:
    return text[op.at].low == "pas" and bool(ne & set(range(op.at - _APART, op.at)))


def _ends_there(text: Sequence[Token], index: int) -> bool:
    """ "n'exclut pas de recruter" denies what follows."""
    return index >= len(text) or text[index].low not in ("de", "d", "que", "qu")


def _beside(text: Sequence[Token], at: int, strong: set[int], words: Lexicon) -> bool:
    ahead = until_end(text, range(at + 1, len(text)), words)
    behind = until_end(text, range(at - 1, -1, -1), words)
    return any(i in strong for i in (*ahead, *behind))


def _at(text: Sequence[Token], keys: Sequence[str], index: int, words: Lexicon) -> Operator | None:
    token = text[index]
    if token.kind == "punct" or (token.capital and not token.first and token.low in ("may", "will", "mai", "soll")):
        return None
    if _threatens(text, index, words):
        return Operator("possible", index, index + 1)
    opens, turns = keys[index] in words.openers, _stem_turns(token, words)
    if not (opens or turns) or turns_nothing(text, index, words):  # few words open anything
        return None
    if words.language == "de" and (parted(text, index) or _otherwise_parted(text, index, words)):
        return None  # the end of "warf … vor"; "schlug … an"
    if words.language == "de" and supposes(text, index, words):
        return Operator("condition", index, index + 1)
    longest = _LONGEST if opens else 0
    for length in range(min(longest, len(text) - index), 0, -1):
        name = words.operators.get(tuple(keys[index : index + length]))
        if name == "pending" and any(t.low in words.dates for t in text[index + length :][:1]):
            return None  # "the vote on Sunday"
        if name is not None:
            limits = [t.low for t in text[index : index + length]] == ["as", "long", "as"]
            counts = [t.kind for t in text[index + length :][:1]] == ["number"]
            return Operator("bound" if limits and counts else name, index, index + length)
    name = words.by_stem.get(token.stem) if turns and not (token.capital and not token.first) else None
    return Operator(name, index, index + 1) if name else None


def _otherwise_parted(text: Sequence[Token], index: int, words: Lexicon) -> bool:
    """ "kündigte … auf" announces nothing."""
    particle = words.parted.get(text[index].low)
    if particle is None:
        return False
    ends = (i for i in range(index + 1, len(text)) if text[i].kind == "punct" or parted(text, i))
    end = next(ends, len(text))
    return end < len(text) and text[end].kind == "word" and text[end].low != particle


def _threatens(text: Sequence[Token], index: int, words: Lexicon) -> bool:
    """ "faces a fine", "faces up to six years in prison", which nobody has been given yet."""
    asked = words.vocabulary
    return text[index].low in asked.facing and any(t.low in asked.penalties for t in text[index + 1 : index + _NEAR])


def _stem_turns(token: Token, words: Lexicon) -> bool:
    """ "verlangt", but not "verlängert", of which folding makes the same stem."""
    umlaut = words.language == "de" and "verläng" in token.text.casefold()
    return token.kind == "word" and token.stem in words.by_stem and not umlaut


def _key(token: Token, words: Lexicon) -> str:
    return token.text.casefold() if words.language in ACCENTED else token.low


def compares(text: Sequence[Token], op: Operator) -> bool:
    """ "less likely than": how likely one is beside another, which is no doubt whether it is."""
    return text[op.at].low == "likely" and op.at > 0 and text[op.at - 1].low in _COMPARING


def content(text: Sequence[Token], turned: Sequence[Operator], words: Lexicon) -> tuple[int, ...]:
    """Indices of the words that carry meaning of their own."""
    covered = {i for op in turned if op.name not in WITH_CONTENT for i in range(op.at, op.end)} | rounded(text, words)
    if words.language == "de":
        covered |= {i for i, token in enumerate(text) if token.low in _ONLY_PARTED and parted(text, i)}
    return tuple(i for i, token in enumerate(text) if i not in covered and _carries(token, words))


def _carries(token: Token, words: Lexicon) -> bool:
    if token.kind != "word":
        return False
    if token.text.isupper() and len(token.text) > 1:
        return True
    return token.low not in words.function and (len(token.low) > 1 or not token.low.isascii())
