"""Turns of meaning that a restatement may bring, because they add nothing here."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.negations import NEGATIONS
from bot.claims.grammar.operators import WITH_CONTENT, Operator
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import alike, meet
from bot.claims.language.smallwords import AND, FROM, TO
from bot.claims.language.token import Token
from bot.claims.rules.orders import inverted

_OWNING = frozenset(["the", "its", "their", "his", "der", "den", "le", "el"])
_CLAUSE = 8  # words of the clause behind "when"
_PHRASE = 6  # words between "from" and its number: "from a median of 212"
_CAN = frozenset({"can", "could", "able"})
_CANNOT = frozenset({"can", "could", "cannot", "unable"})
_PARTICIPLE = re.compile("^([a-z]{0,7}ge[a-z]{2,}(t|en)|(be|ver|er|ent|zer|uber|unter)[a-z]{2,}t|[a-z]{3,}iert)$")
_FUTURE = {"fr": ("ra", "ront"), "es": ("rá", "rán")}
_EACH = frozenset({"each", "per"})


def harmless(text: Analysed, op: Operator, near: Sequence[Analysed]) -> bool:
    """Whether the word adds nothing here: the same word turns the article too, or it turns nothing."""
    if (
        (op.name in WITH_CONTENT and _same_word(text, op, near))
        or _of_so_many(text, op)
        or _lets_itself(text, op, near)
    ):
        return True
    if _compared(text, op, near) or inverted(text, op, near) or _in_turn(text, op, near) or _cannot(text, op, near):
        return True
    if op.name in ("intent", "demand") and op.at and text.tokens[op.at - 1].low in _OWNING:
        return True
    if op.name == "future":
        return _future(text, op, near)
    same = [(s, o) for s in near for o in s.operators if o.name == op.name]
    if op.name == "against":
        accused = op.at > 0 and text.tokens[op.at - 1].low in text.words.vocabulary.accusations
        return accused or any(not o.scope for _, o in same) or has_word(near, text.words.vocabulary.opposing)
    if text.tokens[op.at].low == "every":
        return has_word(near, _EACH)
    if op.name == "cause":
        named = _as_noun(text, op) and any(_as_noun(s, o) for s, o in same)
        return named or any(_over(s, text.tokens[i]) for s in near if _shares(s, text, op) for i in op.scope[:2])
    return op.name == "blame" and bool(same)


def _future(text: Analysed, op: Operator, near: Sequence[Analysed]) -> bool:
    """What is to come is told so by the article too, in one way or another."""
    return (
        any(text.words.deixis.get(t.low) == "next" for s in near for t in s.tokens)
        or any(_whether(text, op, s) for s in near)
        or _ending_future(text, op, near)
        or _passive_infinitive(text, op)
        or _reported(text, op)
        or _announced(text, op, near)
    )


def _in_turn(text: Analysed, op: Operator, near: Sequence[Analysed]) -> bool:
    first = [text.tokens[i] for i in op.scope[:2]]
    told = op.name == "after" and any(_told_in_turn(s, first) for s in near)
    return told or any(_in_succession(text, op, s) or _in_consequence(text, op, s) for s in near)


def _told_in_turn(sentence: Analysed, first: Sequence[Token]) -> bool:
    """ "fell silent when the alarm went off", "told me afterwards": one comes after the other in other words."""
    asked, lows = sentence.words.vocabulary, [token.low for token in sentence.tokens]
    opened = next((i for i, low in enumerate(lows) if low in asked.once), len(lows))
    then = next((i for i, low in enumerate(lows) if low in asked.thereupon), None)
    if then is not None and not meet(first, sentence.tokens[then:]):
        return True
    return meet(first, sentence.tokens[opened + 1 : opened + _CLAUSE])


def _in_succession(text: Analysed, op: Operator, sentence: Analysed) -> bool:
    """ "robbed a bank before fleeing", "fled after robbing a bank" of who "robbed a bank and fled"."""
    gerund = text.tokens[op.end : op.end + 1]
    verb = next((text.tokens[i] for i in range(op.at - 1, -1, -1) if is_verb(text, i)), None)
    if op.name not in ("before", "after") or verb is None or not (gerund and gerund[0].low.endswith("ing")):
        return False
    first, then = (verb, gerund[0]) if op.name == "before" else (gerund[0], verb)
    for joint, token in enumerate(sentence.tokens):
        second = next((i for i in sentence.content if i > joint), None) if token.low in AND else None
        if second is not None and alike(then, sentence.tokens[second]):
            return any(alike(first, sentence.tokens[i]) for i in sentence.content if i < joint)
    return False


def _in_consequence(text: Analysed, op: Operator, sentence: Analysed) -> bool:
    """ "Five died after a slide buried the village" of a slide that "buried the village, killing five"."""
    before = [text.tokens[i] for i in text.content if i < op.at]
    verbs = [text.tokens[i] for i in text.content if i > op.at and is_verb(text, i)]
    for comma, token in enumerate(sentence.tokens[:-1]):
        then = sentence.tokens[comma + 1]
        if op.name == "after" and token.low == "," and then.low.endswith("ing") and meet([then], before):
            return meet(verbs, [sentence.tokens[i] for i in sentence.content if i < comma])
    return False


def _cannot(text: Analysed, op: Operator, near: Sequence[Analysed]) -> bool:
    """ "nothing can be promised" of "we cannot promise anything"."""
    can = op.name == "possible" and text.tokens[op.at].low in _CAN
    reached = [text.tokens[i] for i in op.scope[:1]]
    denied = can and any(o.name == "not" and set(op.scope[:1]) & set(o.scope) for o in text.operators)
    theirs = [(s, o) for s in near for o in s.operators if o.name == "not" and s.tokens[o.at].low in _CANNOT]
    return denied and any(alike(t, s.tokens[i]) for s, o in theirs for i in o.scope[:2] for t in reached)


def _compared(text: Analysed, op: Operator, near: Sequence[Analysed]) -> bool:
    """ "340, up from 190": two numbers that the sentence sets beside each other, of which the first is the greater."""
    if op.name not in ("up", "down") or op.end not in text.numbers or not any(n < op.at for n in text.numbers):
        return False
    earlier = text.tokens[op.end]
    sign = 1 if op.name == "up" else -1
    told = [text.tokens[n] for n in text.numbers if n < op.at]
    greater = [token for token in told if token.unit in (earlier.unit, None) or not earlier.unit]
    greater = [token for token in greater if sign * (max(token.values, default=0) - max(earlier.values, default=0)) > 0]
    return any(_told_together(token, earlier, sentence) for token in greater for sentence in near)


def _told_together(one: Token, other: Token, sentence: Analysed) -> bool:
    """ "from 212 to 148", "340, compared with 190"."""
    places = [next((n for n in sentence.numbers if sentence.tokens[n].values & t.values), None) for t in (one, other)]
    first, second = places
    if first is None or second is None:
        return False
    joined = any(token.low in sentence.words.vocabulary.comparing for token in sentence.tokens[first + 1 : second])
    started = any(token.low in FROM for token in sentence.tokens[max(0, second - _PHRASE) : second])
    moved = started and second < first and sentence.tokens[first - 1].low in TO
    return moved or joined


def follows_the_same(text: Analysed, op: Operator, sentence: Analysed) -> bool:
    """ "controlled most of Zahira" where the sentence has "controlled most of the town"."""
    same = [o for o in sentence.operators if o.name == op.name and min(op.at, o.at) > 0]
    return any(alike(text.tokens[op.at - 1], sentence.tokens[o.at - 1]) for o in same)


def has_word(near: Sequence[Analysed], words: frozenset[str]) -> bool:
    return any(token.low in words for sentence in near for token in sentence.tokens)


def _ending_future(text: Analysed, op: Operator, near: Sequence[Analysed]) -> bool:
    """French "va supprimer" for "supprimera": the ending says the same."""
    endings = _FUTURE.get(text.words.language)
    deed = [text.tokens[i] for i in op.scope[:1]]
    told = [t for s in near for t in s.meaning if endings and t.text.casefold().endswith(endings)]
    return meet(deed, told)


def _lets_itself(text: Analysed, op: Operator, near: Sequence[Analysed]) -> bool:
    """German "kann repariert werden" for "lässt sich reparieren"."""
    for sentence in near if op.name == "possible" else ():
        pairs = pairwise(token.low for token in sentence.tokens)
        able = any(a in sentence.words.vocabulary.letting and b == "sich" for a, b in pairs)
        if able and any(sentence.has(text.tokens[i]) for i in op.scope):
            return True
    return False


def _passive_infinitive(text: Analysed, op: Operator) -> bool:
    """German "geschlossen werden": no future."""
    token = text.tokens[op.at]
    if text.words.language != "de":
        return False
    infinitive = token.low == "werden" and op.at > 0
    able = any(other.name == "possible" and other.at < op.at for other in text.operators)
    formed = infinitive and (is_verb(text, op.at - 1) or (able and bool(_PARTICIPLE.match(text.tokens[op.at - 1].low))))
    return formed or _present_passive(text, op)


def _present_passive(text: Analysed, op: Operator) -> bool:
    """German "wird gewartet": no future either, where a participle ends the clause."""
    ends = next((i for i in range(op.end, len(text.tokens)) if text.tokens[i].kind == "punct"), len(text.tokens))
    last = text.tokens[ends - 1]
    return ends > op.end and not last.capital and bool(_PARTICIPLE.match(last.low))


def _of_so_many(text: Analysed, op: Operator) -> bool:
    """ "47 out of 50"."""
    beside = (*text.tokens[max(0, op.at - 1) : op.at], *text.tokens[op.end : op.end + 1]) if op.name == "cause" else ()
    return len(beside) == 2 and all(token.kind == "number" for token in beside)


def _shares(sentence: Analysed, text: Analysed, op: Operator) -> bool:
    """The sentence has something of what the cause is given for."""
    return any(sentence.has(text.tokens[i]) for i in text.content if i < op.at or i not in op.scope)


def _whether(text: Analysed, op: Operator, sentence: Analysed) -> bool:
    """ "whether an inquiry will be opened" for "whether to open one"."""
    asked = any(o.name == "whether" and o.at < op.at for o in text.operators)
    places = [o.end for o in sentence.operators if o.name == "whether"]
    verbs = [sentence.tokens[i + 1] for i in places if sentence.tokens[i].low == "to"]
    return asked and meet([text.tokens[i] for i in op.scope[:2]], verbs)


def _reported(text: Analysed, op: Operator) -> bool:
    """German "würde", which reported speech has for the present."""
    return text.tokens[op.at].text.casefold() in ("würde", "würden")


def _announced(text: Analysed, op: Operator, near: Sequence[Analysed]) -> bool:
    """ "announced the closure of": it will close."""
    deed = [text.tokens[i] for i in op.scope[:1]]
    said = [s for s in near if any(token.low in s.words.vocabulary.announcing for token in s.tokens)]
    return any(alike(a, s.tokens[i]) and not is_verb(s, i) for s in said for a in deed for i in s.content)


def _over(sentence: Analysed, token: Token) -> bool:
    """ "withdrew over its sponsor", "fined for leaking": a reason without "because"."""
    for i in sentence.content:
        if alike(token, sentence.tokens[i]):
            before = {t.low for t in sentence.tokens[max(0, i - 3) : i]}
            if before & {"over", "for", "wegen", "pour"}:
                return True
    return False


def _as_noun(text: Analysed, op: Operator) -> bool:
    """ "the cause of the crash": what is spoken of, not said to be one."""
    return op.end == op.at + 1 and text.tokens[op.at - 1].low in text.words.determiners | {"als", "as", "comme", "como"}


def _same_word(text: Analysed, op: Operator, near: Sequence[Analysed]) -> bool:
    """The sentences have the word, as such a turn or without turning anything: "scrapped" where they have "dropped"."""
    token = text.tokens[op.at]
    if op.name in NEGATIONS:
        return False
    return any(
        alike(token, s.tokens[i])
        for s in near
        for i in (*s.content, *(o.at for o in s.operators if o.name == op.name))
        if not any(o.at == i and o.name != op.name for o in s.operators)
    )
