"""Words that turn the meaning of others: negations, hedges, quantifiers, wishes, causes; and what they reach."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.claims.grammar.idle import turns_nothing
from bot.claims.language.lexicon import Lexicon
from bot.claims.language.token import Token

# Verbs and nouns that turn meaning and also carry some of their own, so that they must be seen like any other word.
WITH_CONTENT = frozenset({"deny", "stop", "accuse", "blame", "intent", "demand", "forcing", "hearsay"})
# Adverbs and adjectives that may follow what they turn: "a deployment is likely", "he reportedly fled".
_BACKWARDS = frozenset({"chance", "possible", "probable", "reported", "supposed", "unlikely"})
_ENDS = frozenset('.!?;:—–()…"“”„«»')
_IF = frozenset({"if", "wenn", "falls", "sofern", "si", "s'il", "should"})
# "could not find it and has reason to doubt him": behind a second finite verb nothing is denied any more.
_JOINTS = frozenset({"and", "et", "y", "und"})
_FINITE = frozenset(
    {"has", "have", "had", "is", "are", "was", "were", "will", "would", "could", "may", "might", "must"}
)
_FINITE |= {"can", "should", "does", "did", "a", "ont", "est", "sont", "etait", "peut", "ha", "han", "es", "son", "fue"}
_FINITE |= {"i", "he", "she", "they", "we", "it", "ich", "er", "wir", "je", "il", "elle", "nous", "yo"}
_FINITE |= {"hat", "haben", "ist", "sind", "wird", "wurde", "kann", "muss"}
# What begins a verb of its own behind "and".
_ANEW = frozenset(
    ["will", "would", "has", "have", "had", "is", "are", "was", "were", "can", "could", "may", "did", "does"]
)
_PERFECT = frozenset({"had", "has", "have"})
_NEITHER = {"de": frozenset({"weder"}), "es": frozenset({"ni"})}
_PAIRED = {"fr": frozenset({"ne"}), "es": frozenset({"no", "nunca", "nadie"})}
_FACES = frozenset({"faces", "face", "faced", "facing"})
_PENALTIES = frozenset({"fine", "fines", "sentence", "penalty", "penalties", "prison", "jail", "imprisonment"})
_NEAR = 8
_APART = 4  # words between "ne" and "pas"
_LONGEST = 4
_GOALS = {"en": ("to", "of", "that"), "de": ("zu", "dass"), "fr": ("de", "que", "a"), "es": ("de", "que", "a")}
# German modals are far from their verb, which ends the clause.
_VERB_LAST = frozenset({"intent", "must", "should", "possible", "future", "reported", "supposed"})


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
    index = 0
    while index < len(text):
        match = _at(text, index, words)
        if match is None:
            index += 1
        else:
            found.append(match)
            index = match.end
    if words.language == "en":
        found = [op for op in found if text[op.at].low != "nor" or not _paired(text, op.at, words)]
    elif words.language in _PAIRED:
        found = _with_pairs(text, found, words)
        found = _without_echoes(text, found, words) if words.language == "fr" else found
    return _with_unless(text, found, words)


def _with_unless(text: Sequence[Token], found: Sequence[Operator], words: Lexicon) -> list[Operator]:
    """ "if it is not reopened" is "unless it is reopened"."""
    turned: list[Operator] = []
    negated: set[int] = set()
    for op in found:
        if op.name == "condition" and text[op.at].low in _IF:
            ahead = set(_until_end(text, range(op.end, len(text)), words))
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
            *_until_end(text, range(op.at - 1, -1, -1), words),
            *_until_end(text, range(op.end, len(text)), words),
        }
        others = [o for o in found if o.name == "not" and o.at in clause]
        plain = any(text[o.at].low in _PAIRED[words.language] for o in others)
        again = any(text[o.at].low == "ni" and o.at < op.at for o in others)
        echo = op.name == "not" and text[op.at].low == "ni" and (plain or again)
        turned.append(Operator("nor", op.at, op.end) if echo else op)
    return turned


def _paired(text: Sequence[Token], at: int, words: Lexicon) -> bool:
    """ "neither … nor": one negation."""
    return any(text[i].low == "neither" for i in _until_end(text, range(at - 1, -1, -1), words))


def _without_echoes(text: Sequence[Token], found: Sequence[Operator], words: Lexicon) -> list[Operator]:
    """French negates once with two words: beside "aucune" or "jamais" in its clause, "ne" adds nothing."""
    strong = {op.at for op in found if op.name == "not" and text[op.at].low not in ("ne", "pas")}
    ne = {op.at for op in found if op.name == "not" and text[op.at].low == "ne"}
    found = [
        Operator("echo", op.at, op.end) if _paired_with(ne, text, op) and _ends_there(text, op.end) else op
        for op in found
    ]
    return [op for op in found if text[op.at].low != "ne" or not _beside(text, op.at, strong, words)]


def _paired_with(ne: set[int], text: Sequence[Token], op: Operator) -> bool:
    return text[op.at].low == "pas" and bool(ne & set(range(op.at - _APART, op.at)))


def _ends_there(text: Sequence[Token], index: int) -> bool:
    """ "n'exclut pas de recruter" denies what follows."""
    return index >= len(text) or text[index].low not in ("de", "d", "que", "qu")


def _beside(text: Sequence[Token], at: int, strong: set[int], words: Lexicon) -> bool:
    ahead = _until_end(text, range(at + 1, len(text)), words)
    behind = _until_end(text, range(at - 1, -1, -1), words)
    return any(i in strong for i in (*ahead, *behind))


def _at(text: Sequence[Token], index: int, words: Lexicon) -> Operator | None:
    token = text[index]
    if token.kind == "punct" or (token.capital and not token.first and token.low in ("may", "will", "mai")):
        return None
    if _threatens(text, index):
        return Operator("possible", index, index + 1)
    opens, turns = _key(token, words) in words.openers, _stem_turns(token, words)
    if not (opens or turns) or turns_nothing(text, index, words):  # few words open anything
        return None
    longest = _LONGEST if opens else 0
    for length in range(min(longest, len(text) - index), 0, -1):
        name = words.operators.get(tuple(_key(t, words) for t in text[index : index + length]))
        if name is not None:
            limits = [t.low for t in text[index : index + length]] == ["as", "long", "as"]
            counts = [t.kind for t in text[index + length :][:1]] == ["number"]
            return Operator("bound" if limits and counts else name, index, index + length)
    name = words.by_stem.get(token.stem) if turns and not (token.capital and not token.first) else None
    return Operator(name, index, index + 1) if name else None


def _threatens(text: Sequence[Token], index: int) -> bool:
    """ "faces a fine", "faces up to six years in prison", which nobody has been given yet."""
    return text[index].low in _FACES and any(token.low in _PENALTIES for token in text[index + 1 : index + _NEAR])


def _stem_turns(token: Token, words: Lexicon) -> bool:
    """ "verlangt", but not "verlängert", of which folding makes the same stem."""
    umlaut = words.language == "de" and "verläng" in token.text.casefold()
    return token.kind == "word" and token.stem in words.by_stem and not umlaut


def _key(token: Token, words: Lexicon) -> str:
    return token.text.casefold() if words.language == "de" else token.low


def content(text: Sequence[Token], turned: Sequence[Operator], words: Lexicon) -> tuple[int, ...]:
    """Indices of the words that carry meaning of their own."""
    covered = {i for op in turned if op.name not in WITH_CONTENT for i in range(op.at, op.end)}
    return tuple(i for i, token in enumerate(text) if i not in covered and _carries(token, words))


def _carries(token: Token, words: Lexicon) -> bool:
    if token.kind != "word":
        return False
    if token.text.isupper() and len(token.text) > 1:
        return True
    return token.low not in words.function and (len(token.low) > 1 or not token.low.isascii())


def with_scope(
    text: Sequence[Token], turned: Sequence[Operator], meaning: Sequence[int], words: Lexicon
) -> tuple[Operator, ...]:
    """Each operator with what it reaches: its own places, else the words after it in its clause, or those before where
    none follow."""
    carrying = set(meaning)
    passive = {op.at: _ahead(text, op, carrying, words) for op in turned if _passive(text, op, words)}
    ahead = [passive.get(op.end if op.name == "not" else op.at) for op in turned]
    own = [[i for i in op.scope if i in carrying] for op in turned]
    scopes = [
        (told if op.scope else other)
        or [*_scope(text, op, carrying, words), *_expected(text, op, turned, carrying, words)]
        for op, told, other in zip(turned, own, ahead, strict=True)
    ]
    return tuple(Operator(op.name, op.at, op.end, tuple(scope)) for op, scope in zip(turned, scopes, strict=True))


def _expected(
    text: Sequence[Token], op: Operator, turned: Sequence[Operator], carrying: set[int], words: Lexicon
) -> list[int]:
    """ "The deal is not expected to close": what is not expected is told of the deal."""
    passive = op.name == "not" and op.at > 0 and text[op.at - 1].low in words.passive
    doubted = passive and any(other.at == op.end and other.name in ("probable", "predicted") for other in turned)
    return _ahead(text, op, carrying, words) if doubted and words.language == "en" else []


def _ahead(text: Sequence[Token], op: Operator, carrying: set[int], words: Lexicon) -> list[int]:
    return [i for i in _until_end(text, range(op.at - 1, -1, -1), words) if i in carrying]


def _scope(text: Sequence[Token], op: Operator, carrying: set[int], words: Lexicon) -> list[int]:
    if op.name in ("condition", "unless"):
        last = op.at - 2 if op.at and text[op.at - 1].low == "," else op.at - 1
        main = [i for i in _until_end(text, range(last, -1, -1), words) if i in carrying]
        return main or _main_clause(text, op, carrying)
    start = _start(text, op, words)
    after = _after(text, start, carrying, words)
    if text[op.at].low == "nothing" and op.at - 1 in carrying and text[op.at - 1].low not in words.reporting:
        after = [op.at - 1, *after]  # "had known nothing about it"
    if words.language == "de" and op.name in _VERB_LAST:
        after.reverse()
    if not after and op.name == "not":
        after = _turning_words(text, start, words)
    if op.name == "not" and text[op.at].low in _NEITHER.get(words.language, ()):
        return after[::-1]  # the verb stands behind those of whom it is denied
    if words.language == "de" and op.name == "not":
        return after + _german_ahead(text, op, carrying, words, none=bool(after) and text[op.at].low.startswith("kein"))
    if after or (op.name not in _BACKWARDS and words.language != "de"):
        return after
    return _ahead(text, op, carrying, words)


def _start(text: Sequence[Token], op: Operator, words: Lexicon) -> int:
    """Where what it reaches begins."""
    if op.name in ("intent", "demand", "accuse", "blame") or (op.name == "settled" and text[op.end - 1].low == "to"):
        return _goal(text, op.end, words)
    following = [token.low for token in text[op.end : op.end + 2]]
    if following in ([",", "dass"], [",", "ob"], [",", "wie"]):
        return op.end + 2
    return op.end + (following[:1] == ["als"])  # "nicht als erwiesen"


def _german_ahead(text: Sequence[Token], op: Operator, carrying: set[int], words: Lexicon, *, none: bool) -> list[int]:
    """German "nicht" may stand at the end; "keine Gefahr", `none`, also denies the verb before it."""
    ahead = [i for i in _ahead(text, op, carrying, words) if not _teller(text, i, words)]
    return [i for i in ahead if not none or not text[i].capital]


def _passive(text: Sequence[Token], op: Operator, words: Lexicon) -> bool:
    """ "Suspensions were not ruled out by the board": what is denied stands before, and behind only who does."""
    before = [token.low for token in text[max(0, op.at - 3) : op.at]]
    ends = op.end == len(text) or text[op.end].kind == "punct" or text[op.end].low in words.by
    denied = op.name == "deny" and words.language == "en"
    return denied and ends and any(low in words.passive for low in before)


def _teller(text: Sequence[Token], index: int, words: Lexicon) -> bool:
    """German "laut einer Studie der Universität": of whom is said nothing."""
    k = index
    while k >= 0 and (text[k].capital or text[k].low in words.determiners | words.prepositions):
        k -= 1
    return k >= 0 and text[k].low == "laut"


def _after(text: Sequence[Token], start: int, carrying: set[int], words: Lexicon) -> list[int]:
    """Content of the clause from `start` on, up to where somebody is reported again."""
    found: list[int] = []
    for i in _until_end(text, range(start, len(text)), words):
        reports = text[i].low in words.reporting and text[i - 1].low not in _PERFECT
        if reports and (found or text[i - 1].low in ("and", "et", "y", "und")):
            break
        if found and text[i].low in _JOINTS and i + 1 < len(text) and text[i + 1].low in _FINITE | {"ne"}:
            break
        if i in carrying:
            found.append(i)
    return found


def _turning_words(text: Sequence[Token], start: int, words: Lexicon) -> list[int]:
    """ "never at risk": where a negation reaches only words that turn meaning themselves."""
    ahead = _until_end(text, range(start, len(text)), words)
    return [i for i in ahead if text[i].kind == "word" and text[i].low not in words.function][:2]


def _main_clause(text: Sequence[Token], op: Operator, carrying: set[int]) -> list[int]:
    """ "If the senate agrees, the bill …": what follows the comma."""
    comma = next((i for i in range(op.end, len(text)) if text[i].low == ","), len(text))
    return [i for i in range(comma, len(text)) if i in carrying]


def _goal(text: Sequence[Token], start: int, words: Lexicon) -> int:
    """Past the person who is asked: "urged the council to close" reaches "close". After a comma the goal follows at once."""
    passed = False
    for index in range(start, min(start + 9, len(text))):
        passed = passed or text[index].low == ","
        if passed and text[index - 1].low != ",":
            continue
        if text[index].low in _GOALS.get(words.language, ()) and text[index].low != text[start - 1].low:
            return index + 1
        if text[index].low in _ENDS:
            break
    return start


def _anew(text: Sequence[Token], index: int) -> bool:
    """ "and will", "and Vasko has"."""
    while index < len(text) and text[index].capital:
        index += 1
    return index < len(text) and text[index].low in _ANEW


def _until_end(text: Sequence[Token], indices: range, words: Lexicon) -> Iterator[int]:
    for index in indices:
        if text[index].low in ("whom", "which") and index and text[index - 1].low == "of":
            yield index
            continue
        if text[index].low in _ENDS or text[index].low == ",":
            return
        following = text[index + 1].low if index + 1 < len(text) else ""
        if text[index].low in ("and", "et", "y", "und") and following in ("that", "qu", "que", "dass"):
            return
        if text[index].low in ("and", "but") and _anew(text, index + 1):
            return
        if text[index].low in words.links and text[index].low not in (
            "and",
            "or",
            "that",
            "und",
            "oder",
            "dass",
            "et",
            "ou",
            "que",
            "y",
            "o",
        ):
            return
        yield index
