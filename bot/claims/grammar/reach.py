"""What a word that turns the meaning of others reaches: the words after it in its clause, or those before it."""

from collections.abc import Sequence

from bot.claims.grammar.extent import until_end
from bot.claims.grammar.operators import Operator
from bot.claims.language.lexicon import Lexicon
from bot.claims.language.smallwords import AND, BUT, THAT, THIS_ALONE
from bot.claims.language.stops import PARTING_OR_QUOTING
from bot.claims.language.token import Token

# Adverbs and adjectives that may follow what they turn: "a deployment is likely", "he reportedly fled".
_BACKWARDS = frozenset({"chance", "possible", "probable", "reported", "supposed", "unlikely"})
# German modals are far from their verb, which ends the clause.
_DEEDS = frozenset({"intent", "demand", "deny", "accuse"})  # "denies it and promises to pay"
_VERB_LAST = frozenset({"intent", "must", "should", "possible", "future", "reported", "supposed"})


def with_scope(
    text: Sequence[Token], turned: Sequence[Operator], meaning: Sequence[int], words: Lexicon
) -> tuple[Operator, ...]:
    """Each operator with what it reaches: its own places, else the words after it in its clause, or those before where
    none follow."""
    carrying = set(meaning)
    passive = {op.at: _ahead(text, op, carrying, words) for op in turned if _passive(text, op, words)}
    verbs = [_verb_of(text, op, words) if op.name == "not" else op.at for op in turned]
    own = [[i for i in op.scope if i in carrying] for op in turned]
    scopes = [
        (told if op.scope else None)
        or _denied(passive.get(verb), op, verb, carrying)
        or [*_scope(text, op, carrying, words), *_expected(text, op, turned, carrying, words)]
        for op, told, verb in zip(turned, own, verbs, strict=True)
    ]
    return tuple(Operator(op.name, op.at, op.end, tuple(scope)) for op, scope in zip(turned, scopes, strict=True))


def _denied(before: list[int] | None, op: Operator, verb: int, carrying: set[int]) -> list[int]:
    """Of a passive: a negation reaches its verb too."""
    return [verb, *before] if before and op.name == "not" and verb in carrying else before or []


def _verb_of(text: Sequence[Token], op: Operator, words: Lexicon) -> int:
    """Where the verb of "was not ruled out", "has not been ruled out" or "cannot be ruled out" stands."""
    return next((i for i in range(op.end, len(text)) if text[i].low not in words.passive), len(text))


def _expected(
    text: Sequence[Token], op: Operator, turned: Sequence[Operator], carrying: set[int], words: Lexicon
) -> list[int]:
    """ "The deal is not expected to close": what is not expected is told of the deal."""
    passive = op.name == "not" and op.at > 0 and text[op.at - 1].low in words.passive
    doubted = passive and any(other.at == op.end and other.name in ("probable", "predicted") for other in turned)
    return _ahead(text, op, carrying, words) if doubted and words.language == "en" else []


def _ahead(text: Sequence[Token], op: Operator, carrying: set[int], words: Lexicon) -> list[int]:
    last = op.at - 1
    if last > 0 and text[last].low in words.vocabulary.however and text[last - 1].kind == "word":
        last -= 1  # "Entwarnung gab sie aber nicht"
    return [i for i in until_end(text, range(last, -1, -1), words) if i in carrying]


def _scope(text: Sequence[Token], op: Operator, carrying: set[int], words: Lexicon) -> list[int]:
    if op.name in ("condition", "unless"):
        return _limited(text, op, carrying, words)
    if op.name in ("accuse", "deny") and words.language == "de" and (clause := _accused_of(text, op.end)):
        return [i for i in reversed(clause) if i in carrying]
    start = _start(text, op, words)
    told = _until_deed(text, op, _after(text, start, carrying, words), words)
    after = _with_verb(text, op, told, carrying, words)
    if words.language == "de" and op.name in _VERB_LAST:
        after.reverse()
    if not after and op.name == "deny" and any(token.low in THIS_ALONE for token in text[op.end : op.end + 1]):
        return []  # "bestritt das und kündigte an"
    if not after and op.name == "not":
        after = _turning_words(text, start, words)
    if op.name == "not" and text[op.at].low in words.vocabulary.neither:
        return after[::-1]  # the verb stands behind those of whom it is denied
    if words.language == "de" and op.name == "not":
        return after + _german_ahead(text, op, carrying, words, none=bool(after) and text[op.at].low.startswith("kein"))
    if after or (op.name not in _BACKWARDS and words.language != "de"):
        return after
    return _ahead(text, op, carrying, words)


def _with_verb(text: Sequence[Token], op: Operator, after: list[int], carrying: set[int], words: Lexicon) -> list[int]:
    """ "had known nothing about it", "has received no complaint": English denies the verb before as well."""
    if op.at - 1 not in carrying:
        return after
    if text[op.at].low == "nothing" and text[op.at - 1].low not in words.reporting:
        return [op.at - 1, *after]
    return [*after, op.at - 1] if text[op.at].low == "no" and words.language == "en" else after


def _start(text: Sequence[Token], op: Operator, words: Lexicon) -> int:
    """Where what it reaches begins."""
    if op.name in ("intent", "demand", "accuse", "blame") or (op.name == "settled" and text[op.end - 1].low == "to"):
        return _goal(text, op, words)
    following = [token.low for token in text[op.end : op.end + 2]]
    if following in ([",", "dass"], [",", "ob"], [",", "wie"]):
        return op.end + 2
    contrasts = op.name == "not" and following[:1] and following[0] in words.vocabulary.however
    return op.end + (following[:1] == ["als"] or bool(contrasts))  # "nicht als erwiesen", "nicht aber gegen Karstädt"


def _accused_of(text: Sequence[Token], start: int) -> range:
    """The clause ", das Gebäude nicht gewartet zu haben" behind "warf ihr vor", or one with "dass" there."""
    comma = next((i for i in range(start, len(text)) if text[i].kind == "punct"), len(text))
    end = next((i for i in range(comma + 1, len(text)) if text[i].low in PARTING_OR_QUOTING | {","}), len(text))
    lows = [token.low for token in text[comma + 1 : end]]
    opens = comma < len(text) and text[comma].low == "," and ("zu" in lows[-3:] or lows[:1] == ["dass"])
    return range(comma + 1, end if opens else comma + 1)


def _german_ahead(text: Sequence[Token], op: Operator, carrying: set[int], words: Lexicon, *, none: bool) -> list[int]:
    """German "nicht" may stand at the end; "keine Gefahr", `none`, also denies the verb before it."""
    ahead = [i for i in _ahead(text, op, carrying, words) if not _teller(text, i, words)]
    return [i for i in ahead if not none or not text[i].capital]


def _passive(text: Sequence[Token], op: Operator, words: Lexicon) -> bool:
    """ "Suspensions were not ruled out by the board": what is denied stands before, and behind only who does."""
    before = [token.low for token in text[max(0, op.at - 3) : op.at]]
    denied = op.name == "deny" and words.language == "en"
    return denied and _ends(text[op.end : op.end + 2], words) and any(low in words.passive for low in before)


def _ends(behind: Sequence[Token], words: Lexicon) -> bool:
    """Whether the verb takes nothing of what stands behind it: an agent, or what was done besides."""
    if not behind or behind[0].kind == "punct" or behind[0].low in words.by:
        return True
    return behind[0].low in AND | BUT and any(_past(token, words) for token in behind[1:])


def _teller(text: Sequence[Token], index: int, words: Lexicon) -> bool:
    """German "laut einer Studie der Universität": of whom is said nothing."""
    k = index
    while k >= 0 and (text[k].capital or text[k].low in words.determiners | words.prepositions):
        k -= 1
    return k >= 0 and text[k].low == "laut"


def _after(text: Sequence[Token], start: int, carrying: set[int], words: Lexicon) -> list[int]:
    """Content of the clause from `start` on, up to where somebody is reported again."""
    found: list[int] = []
    for i in until_end(text, range(start, len(text)), words):
        reports = text[i].low in words.reporting and text[i - 1].low not in words.vocabulary.had
        if reports and (found or text[i - 1].low in AND):
            break
        if text[i].low in AND and words.turning.get(_written(text, i + 1, words)) in _DEEDS:
            break
        if found and text[i].low in AND and i + 1 < len(text) and text[i + 1].low in words.vocabulary.anew:
            break  # "could not find it and has reason to doubt him"
        if i in carrying:
            found.append(i)
    return found


def _until_deed(text: Sequence[Token], op: Operator, found: list[int], words: Lexicon) -> list[int]:
    """ "is not on trial and declined to comment", "did not pay and left": what one is not or did not do ends where is told
    what one did. "Was not arrested and charged" denies both."""
    before = text[op.at - 1].low if op.name == "not" and words.language == "en" and op.at else ""
    was, did = before in words.vocabulary.copulas, before in words.vocabulary.did
    if not found or not (was or did) or (was and _past(text[found[0]], words)):
        return found
    ends = (i for i in range(op.end, found[-1]) if text[i].low in AND | BUT and _past(text[i + 1], words))
    end = next(ends, found[-1] + 1)
    return [i for i in found if i < end]


def _past(token: Token, words: Lexicon) -> bool:
    return token.low in words.past or token.low.endswith("ed")


def _written(text: Sequence[Token], index: int, words: Lexicon) -> str:
    """As the words that turn meaning are listed."""
    token = text[index] if index < len(text) else None
    return "" if token is None else token.text.casefold() if words.language == "de" else token.low


def _turning_words(text: Sequence[Token], start: int, words: Lexicon) -> list[int]:
    """ "never at risk": where a negation reaches only words that turn meaning themselves."""
    ahead = until_end(text, range(start, len(text)), words)
    return [i for i in ahead if text[i].kind == "word" and text[i].low not in words.function][:2]


def _limited(text: Sequence[Token], op: Operator, carrying: set[int], words: Lexicon) -> list[int]:
    """What is so under a condition: the clause before it, or behind it where it opens the sentence or, "that, if elected, she
    would", another clause."""
    last = op.at - 2 if op.at and text[op.at - 1].low == "," else op.at - 1
    comma = next((i for i in range(op.end, len(text)) if text[i].low == ","), len(text))
    if last >= 0 and text[last].low in AND | BUT | THAT:
        main = [i for i in until_end(text, range(comma + 1, len(text)), words) if i in carrying]
    else:
        main = [i for i in until_end(text, range(last, -1, -1), words) if i in carrying]
    return main or [i for i in range(comma, len(text)) if i in carrying]


def _reports_too(text: Sequence[Token], index: int, words: Lexicon) -> bool:
    """ "described the plans as a step back and said that": another clause, of which the plans tell nothing."""
    return text[index].low in words.reporting and text[index - 1].low in AND and words.language == "en"


def _goal(text: Sequence[Token], op: Operator, words: Lexicon) -> int:
    """Past the person who is asked: "urged the council to close" reaches "close". After a comma the goal follows at once."""
    goals = words.vocabulary.goals
    if op.name in ("accuse", "blame"):
        goals |= words.vocabulary.blamed_for  # "accused the council of closing", not "called for the closure of"
    passed = False
    for index in range(op.end, min(op.end + 9, len(text))):
        passed = passed or text[index].low == ","
        if passed and text[index - 1].low != ",":
            continue
        if text[index].low in goals and text[index].low != text[op.end - 1].low:
            return index + 1
        if text[index].low in PARTING_OR_QUOTING | BUT or _reports_too(text, index, words):
            break
    return op.end
