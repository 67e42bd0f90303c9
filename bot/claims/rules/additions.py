"""Turns of meaning that a restatement brings: the article has them too, of the same, or what allows them."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.extent import until_end
from bot.claims.grammar.marks import marks
from bot.claims.grammar.negations import NEGATIONS
from bot.claims.grammar.operators import Operator
from bot.claims.language.licences import ALLOWS, CALLED
from bot.claims.language.likeness import alike, meet
from bot.claims.language.smallwords import JOINTS
from bot.claims.language.token import Token
from bot.claims.rules.figures import of_it
from bot.claims.rules.harmless import follows_the_same, harmless

DEMANDS = frozenset({"should", "must", "demand", "supposed"})
# What may stand before an imperative, and what an English one does not end in.
_OPENING = JOINTS | {"please", "bitte", "t"}
_CLOSE = NEGATIONS | {"instead", "against", "settled"}
_QUANTITIES = frozenset({"partial", "most", "many", "few", "all", "only"})
_NO_COMMAND = ("ing", "ed")
_DOUBTING = frozenset({"not", "deny", "whether", "possible", "probable", "unlikely", "reported", "accuse", "condition"})


def added(text: Analysed, op: Operator, cited: Sequence[Analysed], near: Sequence[Analysed]) -> str | None:
    """What is wrong with the turn `op` of the text, where nothing in its sentences or `near` them allows it."""
    allowed = ALLOWS.get(op.name)
    if allowed is None or harmless(text, op, near):
        return None
    if op.name == "not" and not _yet(text, op):
        allowed -= {"pending"}
    reach = _reach(text, op)
    wide = op.name not in _CLOSE
    held = [(s, o) for s in near for o in s.operators if o.name in allowed and not _of_fewer(text, op, s, o)]
    if op.name == "cause":
        doubted = bool(_DOUBTING & text.classes() or _unknown(text))
        held = [(s, o) for s, o in held if not (_open(s, o) and not doubted if s in cited else _DOUBTING & s.classes())]
    if any(_reaches(s, o, reach, wide=wide and (op.name != "cause" or s in cited)) for s, o in held):
        return None
    if op.name in _QUANTITIES and any(follows_the_same(text, op, s) for s in near):
        return None
    if op.name in DEMANDS and any(_commanded(s, reach) or told_to(s, reach) or _wanted_of_others(s) for s in near):
        return None
    words = " ".join(token.text for token in text.tokens[op.at : op.end])
    return f"The {CALLED.get(op.name, 'turn')} in {words!r} is not in its sentences."


def _reach(text: Analysed, op: Operator) -> list[Token]:
    """What is turned first; in "denied Eva Lind's claim" the claim, whoever's it is."""
    owner = range(op.end, op.scope[-1] + 1) if op.name == "deny" and op.scope else range(0)
    last = owner[-1] if [*owner] == [*op.scope] and owner else len(text.tokens)
    owned = text.tokens[last + 1 : last + 2]
    if owned and text.tokens[last].possessive and owned[0].low in text.words.vocabulary.anaphors:
        return list(owned)
    return [text.tokens[i] for i in op.scope[:4]]


def _open(sentence: Analysed, op: Operator) -> bool:
    """ "The cause of the fire was not clear": no cause is told of."""
    if sentence.tokens[op.at].low not in sentence.words.vocabulary.unexplained:
        return False
    clause = set(until_end(sentence.tokens, range(op.end, len(sentence.tokens)), sentence.words))
    unsettled = any(o.name in _DOUBTING and o.at in clause for o in sentence.operators)
    return unsettled or not clause.isdisjoint(_unknown(sentence))


def _unknown(text: Analysed) -> set[int]:
    """Where words stand that leave something open: "is unknown"."""
    return {mark.start for mark in marks(text, text.words.unreal) if mark.kind == "undecided"}


def _of_fewer(text: Analysed, op: Operator, sentence: Analysed, other: Operator) -> bool:
    """ "one in eight stopped, most of them early" does not tell that most stopped."""
    return (
        op.name in _QUANTITIES - {"partial"}
        and of_it(sentence, other.end)
        and not (of_it(text, op.end) or text.numbers)
    )


def _wanted_of_others(sentence: Analysed) -> bool:
    return any(wants_of_others(sentence, op) for op in sentence.operators)


def wants_of_others(sentence: Analysed, op: Operator) -> bool:
    """ "wants quotas to be raised", which is to be done by others; not "wants to raise them"."""
    behind = [token.low for token in sentence.tokens[op.end : op.end + 6]]
    return sentence.tokens[op.at].low in sentence.words.vocabulary.wanting and behind[:1] != ["to"] and "to" in behind


def _yet(text: Analysed, op: Operator) -> bool:
    """ "has not yet been approved", of what still needs approval; not "does not need approval"."""
    demanded = any(other.name == "demand" and set(other.scope) & set(op.scope) for other in text.operators)
    return not demanded and any(token.low == "yet" for token in text.tokens)


def _commanded(sentence: Analysed, reach: Sequence[Token]) -> bool:
    """Whether one of the words opens a clause in its plain form: "stop calling us & stay inside"."""
    for index, token in enumerate(sentence.tokens):
        before = sentence.tokens[index - 1].low if index else "."
        opens = not before[0].isalnum() or before in _OPENING
        if opens and token.kind == "word" and any(alike(token, other) for other in reach[:2]):
            return not token.low.endswith(_NO_COMMAND)
    return False


def told_to(text: Analysed, deeds: Sequence[Token]) -> bool:
    """ "Customers were told to switch off their phones": who is told to do it should do it."""
    lows = [token.low for token in text.tokens]
    opened = next((i for i, low in enumerate(lows) if low in text.words.vocabulary.telling), len(lows))
    verbs = [text.tokens[i + 1] for i in range(opened, len(lows) - 1) if lows[i] == "to"]
    return meet(deeds[:2], verbs)


def _reaches(sentence: Analysed, op: Operator, reach: Sequence[Token], *, wide: bool) -> bool:
    if not reach:
        return True
    if wide:
        return any(sentence.has(token) for token in reach)
    scope = [sentence.tokens[i] for i in op.scope]
    return any(alike(token, other) for token in reach[: 4 if op.name == "deny" else 2] for other in scope) or not scope
