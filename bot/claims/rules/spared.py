"""Where a turn of meaning that a restatement leaves out is told in other words, or need not be told."""

from collections.abc import Sequence
from itertools import pairwise

from bot.claims.grammar.evidence import Analysed, share_word
from bot.claims.grammar.negations import NEGATIONS, negations
from bot.claims.grammar.operators import Operator, compares
from bot.claims.grammar.tense import future_of_old, past, so_they_say
from bot.claims.grammar.verbs import ACCORDING, is_verb
from bot.claims.language.licences import KEEPS
from bot.claims.language.likeness import alike, meet
from bot.claims.people.hearsay import told_by_accuser
from bot.claims.rules.additions import DEMANDS, told_to, wants_of_others
from bot.claims.rules.harmless import has_word

_BY_NOUN = 3  # words behind German "bei" among which stands the noun: "bei einem Scheitern"
_CONDITIONAL = ("rait", "raient")  # French "financerait" for "serait financé"
_CONDITIONS = frozenset({"condition", "unless"})
_IN_PLACE = frozenset({"few", "intent", "most", "partial"})  # a hedge may stand beside another verb
_SUPPOSED = frozenset({"conditional", "reported", "probable"})


def satisfied(sentence: Analysed, op: Operator, text: Analysed, taken: Sequence[int]) -> bool:
    """Whether the text says of what `op` reaches, at `taken`, what the turn says."""
    if op.name in NEGATIONS | {"nor"}:
        return _negated(sentence, op, text, taken)
    if op.name == "conditional" and (
        any(text.tokens[i].low.endswith(_CONDITIONAL) for i in text.content) or future_of_old(sentence, op.at)
    ):
        return True
    if op.name == "whether" and _of_gerund(sentence, op, text, taken):
        return True
    if op.name == "intent" and "against" in {t.low for t in sentence.tokens[max(0, op.at - 2) : op.at]}:
        return "against" in text.classes()
    told = op.name in ("accuse", "suggested") and any(_reports(text, i) for i in range(len(text.tokens)))
    opinions = text.words.vocabulary.opinions
    thought = any(token.low in opinions for token in text.tokens) or _rounded(sentence, op, text)
    thought = op.name == "probable" and thought
    on_their_word = thought or (op.name in _SUPPOSED and so_they_say(text, taken))
    opposed = op.name == "against" and has_word([text], text.words.vocabulary.opposing)
    if _wished(sentence, op, text, taken) or opposed or on_their_word or (told and told_by_accuser(sentence, op, text)):
        return True
    if op.name == "future":
        return not past(text, taken)
    if op.name == "possible" and _not_managed(sentence, op):
        return any(negations(text, i) for i in taken)
    keeps = KEEPS.get(op.name)
    held = [o for o in text.operators if keeps and o.name in keeps and not _anothers(sentence, op, text, o, taken)]
    held = held if compares(sentence.tokens, op) else [o for o in held if not compares(text.tokens, o)]
    nominal = op.name == "condition" and text.words.language == "de" and _conditioned_by_noun(sentence, op, text)
    return keeps is None or nominal or any(o.name != "against" or set(taken) & set(o.scope) for o in held)


def _of_gerund(sentence: Analysed, op: Operator, text: Analysed, taken: Sequence[int]) -> bool:
    """ "is considering closing it" for "is considering whether to close it"."""
    governor = sentence.tokens[op.at - 1] if op.at else None
    before = [text.tokens[i - 1] for i in taken if i and text.tokens[i].low.endswith("ing")]
    return governor is not None and meet([governor], before)


def _wished(sentence: Analysed, op: Operator, text: Analysed, taken: Sequence[int]) -> bool:
    """What somebody wants of others is told as a demand, and what is planned as settled."""
    if op.name in DEMANDS and told_to(text, [text.tokens[i] for i in taken]):
        return True
    if op.name != "intent":
        return False
    planned = sentence.tokens[op.at].low in sentence.words.vocabulary.planning
    settled = planned and any(o.name == "settled" and set(taken) & set(o.scope) for o in text.operators)
    return settled or (wants_of_others(sentence, op) and bool(text.classes() & DEMANDS))


def _anothers(sentence: Analysed, op: Operator, text: Analysed, own: Operator, taken: Sequence[int]) -> bool:
    """Whether `own` is the turn that the sentence has elsewhere, of other words: "little risk, since homes are new" for
    "little risk, since few homes are new"."""
    others = [other for other in sentence.operators if other is not op and other.name == own.name]
    if op.name in _CONDITIONS:
        told = _condition(text, own)
        return not share_word(text, told, sentence, _condition(sentence, op)) and any(
            share_word(text, told, sentence, _condition(sentence, other)) for other in others
        )
    if op.name not in _IN_PLACE or set(taken) & set(own.scope):
        return False
    return any(
        sentence.tokens[other.at].low == text.tokens[own.at].low and share_word(text, own.scope, sentence, other.scope)
        for other in others
    )


def _condition(text: Analysed, op: Operator) -> list[int]:
    """What must be so, behind "if"."""
    end = next((i for i in range(op.end, len(text.tokens)) if text.tokens[i].kind == "punct"), len(text.tokens))
    return [i for i in text.content if op.end <= i < end]


def _rounded(sentence: Analysed, op: Operator, text: Analysed) -> bool:
    """ "estimate that about 90,000 came" for "about 90,000 came": the number says that it is rough."""
    estimated = sentence.tokens[op.at].low in sentence.words.vocabulary.estimating
    lows = [token.low for token in text.tokens]
    said = {*((low,) for low in lows), *pairwise(lows)}
    return estimated and not said.isdisjoint(text.words.approximators)


def _not_managed(sentence: Analysed, op: Operator) -> bool:
    """ "could not close", "no pudo cerrar": it did not."""
    if [token.low for token in sentence.tokens[op.end : op.end + 1]] in (["not"], ["n't"]):
        return True
    managing = sentence.tokens[op.at].text.casefold() in sentence.words.vocabulary.managing
    return managing and any(negations(sentence, i) for i in op.scope[:1])


def _conditioned_by_noun(sentence: Analysed, op: Operator, text: Analysed) -> bool:
    """ "bei Zustimmung des Landes" for "wenn das Land zustimmt"."""
    end = next((i for i in range(op.end, len(sentence.tokens)) if sentence.tokens[i].kind == "punct"), None)
    clause = [token for token in sentence.tokens[op.end : end] if token.kind == "word"]
    opened = [i for i, token in enumerate(text.tokens) if token.low in ("bei", "beim", "nach")]
    nouns = [text.tokens[k] for i in opened for k in text.content if i < k <= i + _BY_NOUN][: len(opened)]
    return meet(nouns, clause)


def _negated(sentence: Analysed, op: Operator, text: Analysed, taken: Sequence[int]) -> bool:
    """As many negations reach the words as in the sentence, or two."""
    if sentence.tokens[op.at].low == "neither":
        return "not" in text.classes()
    if op.name == "nor" or sentence.tokens[op.at].low in ("ni", "weder"):
        reached = [i for i in text.content if any(alike(text.tokens[i], sentence.tokens[j]) for j in op.scope)]
        return any(negations(text, i) for i in reached) or "nor" in text.classes()
    least = min(min((negations(sentence, i) for i in op.scope[:1]), default=1), 2)
    if op.name == "deny":
        reached = [i for i in text.content if any(alike(text.tokens[i], sentence.tokens[j]) for j in op.scope[:3])]
        return any(negations(text, i) >= least for i in reached)
    return all(negations(text, i) >= least for i in taken)


def _reports(text: Analysed, index: int) -> bool:
    low = text.tokens[index].low
    return low in ACCORDING or (low in text.words.reporting and is_verb(text, index))
