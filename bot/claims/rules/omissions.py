"""Turns of meaning that a restatement leaves out, with the words that they reach."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed, share_word
from bot.claims.grammar.extent import until_end
from bot.claims.grammar.operators import WITH_CONTENT, Operator
from bot.claims.grammar.titles import titles
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.licences import CALLED
from bot.claims.language.likeness import alike, likeness, meet
from bot.claims.language.smallwords import AND, BUT, OF, THAT
from bot.claims.language.token import Token
from bot.claims.people.hearsay import spread
from bot.claims.rules.harmless import has_word
from bot.claims.rules.passedover import passed_over
from bot.claims.rules.spared import satisfied

_LEAST, _MOST = 2, 0.6  # of the words of a clause, of which a text tells most
_OF_DEEDS = frozenset({"intent", "settled", "possible", "probable", "demand", "should", "must", "due", "suggested"})
_DOUBTS = frozenset({"probable", "possible", "reported", "chance"})
_HEDGES = frozenset({"possible", "probable", "chance", "reported", "suggested", "predicted", "unlikely", "supposed"})


def dropped(sentence: Analysed, op: Operator, text: Analysed, cited: Sequence[Analysed]) -> str | None:
    """What is wrong where the text has what `op` of the sentence reaches, and not the turn."""
    if _harmless(sentence, op, text):
        return None
    if op.name == "against" and not op.scope:
        before = next((sentence.tokens[i] for i in reversed(sentence.content) if i < op.at), sentence.tokens[op.at - 1])
        bare = (
            text.has(before)
            and "against" not in text.classes()
            and not has_word([text], text.words.vocabulary.opposing)
        )
        return f"The turn {sentence.tokens[op.at].text!r} is missing." if bare else None
    taken = _taken(sentence, op, text)
    if taken and sentence.tokens[op.at].low == "neither" and "not" not in text.classes():
        return "The negation 'neither' is missing."
    if not taken or satisfied(sentence, op, text, taken) or _free(text, taken, op, cited):
        return None
    if _said_otherwise(sentence, op, text) or _hangs_elsewhere(sentence, op, text) or spread(sentence, op, text, taken):
        return None
    if (op.name == "demand" and _declined(sentence, op, text, taken)) or passed_over(sentence, op, text, taken):
        return None
    if op.name in _OF_DEEDS and len(cited) > 1 and _spoken_of(sentence, op, text, taken):
        return None
    words = " ".join(token.text for token in sentence.tokens[op.at : op.end])
    return f"The {CALLED.get(op.name, 'turn')} {words!r} is missing."


def _harmless(sentence: Analysed, op: Operator, text: Analysed) -> bool:
    """A trial is always against somebody, votes are "en contra", "by a majority" is how, and "even if" limits nothing."""
    known, before = sentence.words.vocabulary, sentence.tokens[op.at - 1].low if op.at else ""
    if op.name == "against":
        return before in known.accusations or (before == "en" and "against" in text.classes())
    if op.name == "most" and any(
        token.low in sentence.words.by for token in sentence.tokens[max(0, op.at - 3) : op.at]
    ):
        return True
    even = any(token.low in known.even for token in sentence.tokens[max(0, op.at - 1) : op.end])
    return op.name == "condition" and even and any(token.low in known.even for token in text.tokens)


def _declined(sentence: Analysed, op: Operator, text: Analysed, taken: Sequence[int]) -> bool:
    """ "refused to stop it" of "was urged to stop it, and refused"."""
    refused = [o for o in _refusals(text) if set(taken) & set(o.scope)]
    return bool(refused) and any(o.at > op.at and not o.scope for o in _refusals(sentence))


def _refusals(text: Analysed) -> list[Operator]:
    known = text.words.vocabulary.declining
    return [op for op in text.operators if op.name == "deny" and text.tokens[op.at].low in known]


def fewer(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """Two hedges of one sentence, of two verbs that the text has both, are not one."""
    held = [o for o in text.operators if o.name in _DOUBTS]
    for sentence in cited:
        doubts = [op for op in sentence.operators if op.name in _DOUBTS]
        apart = [
            op
            for op in doubts
            if not any(o.at > op.at and (set(o.scope) & set(op.scope) or not _joined(sentence, op, o)) for o in doubts)
        ]
        taken = [(op, [i for i in _taken(sentence, op, text) if not text.tokens[i].possessive]) for op in apart]
        verbs = {min(places): op for op, places in taken if places}  # "the inspectors' report" inspects nothing
        if len(verbs) > max(1, len(held)):
            op = verbs[max(verbs)]
            return [f"The {CALLED.get(op.name, 'turn')} {sentence.tokens[op.at].text!r} is missing."]
    return []


def _joined(sentence: Analysed, one: Operator, other: Operator) -> bool:
    """Whether the two stand on both sides of "and", not one in the clause of the other."""
    return any(token.low in AND | BUT for token in sentence.tokens[one.end : other.at])


def _said_otherwise(sentence: Analysed, op: Operator, text: Analysed) -> bool:
    """ "dropped" where the sentence has "scrapped", and nothing else that it could stand for."""
    if op.name not in WITH_CONTENT:
        return False
    turning = sentence.tokens[op.at]
    rest = [sentence.tokens[i] for i in sentence.content if i != op.at]
    return any(alike(turning, t) and not any(alike(t, other) for other in rest) for t in text.meaning)


def _hangs_elsewhere(sentence: Analysed, op: Operator, text: Analysed) -> bool:
    """ "warned against a ban and said that harvests could drop without it": whoever tells of the ban tells of no harvest."""
    if op.name != "not" or sentence.tokens[op.at].low not in sentence.words.vocabulary.lacking:
        return False
    clause = [i for i in until_end(sentence.tokens, range(op.at - 1, -1, -1), sentence.words) if i in sentence.content]
    return bool(clause) and not any(text.has(sentence.tokens[i]) for i in clause)


def _taken(sentence: Analysed, op: Operator, text: Analysed) -> list[int]:
    """Where the restatement has the word that the operator reaches first; of a condition, most of what it limits."""
    if op.name in ("condition", "unless"):
        limited = [j for j in op.scope if sentence.tokens[j].low not in sentence.words.reporting]
        found = [[i for i in text.content if alike(text.tokens[i], sentence.tokens[j])] for j in limited[:3]]
        return [i for places in found for i in places] if sum(map(bool, found)) >= min(2, len(found)) else []
    reach = 1 if sentence.words.known else 4
    empty = sentence.words.generic | (sentence.words.vocabulary.partaking if op.name == "not" else frozenset())
    scope = tuple(j for j in op.scope if sentence.tokens[j].low not in empty) or op.scope
    if op.name == "deny":
        scope = tuple(j for j in scope if sentence.tokens[j].low not in sentence.words.vocabulary.rumours) or scope
    elif op.name in _HEDGES and sentence.words.language != "de":
        scope = (
            tuple(j for j in scope if not (sentence.tokens[j].capital or sentence.tokens[j].low in titles())) or scope
        )
        scope = _deed_first(sentence, op, scope)
    if op.name in WITH_CONTENT:
        scope = tuple(j for j in scope if not _object(sentence, op, j))
    passed = tuple(j for j in scope[1:2] if _passes_on(sentence, op, scope[0]))
    for j in scope[:reach] + passed + _deeds_denied(sentence, op):
        among = _told(text, op) if j in sentence.content else range(len(text.tokens))
        taken = [i for i in among if alike(text.tokens[i], sentence.tokens[j])]
        if taken:
            closest = [i for i in taken if likeness(text.tokens[i], sentence.tokens[j]) > 1]
            return closest or taken  # "the agreement was no treaty"
    return _clause_feared(sentence, op, text)


def _clause_feared(sentence: Analysed, op: Operator, text: Analysed) -> list[int]:
    """What the text has of "craint que le détour fasse perdre un quart de leur clientèle", if it is most of that clause, whoever does it."""
    behind = [token.low for token in sentence.tokens[op.end : op.end + 2] if token.low != ","]
    if op.name not in _DOUBTS or sentence.words.language == "en" or behind[:1] == [] or behind[0] not in THAT:
        return []
    found = [[i for i in text.content if alike(text.tokens[i], sentence.tokens[j])] for j in op.scope]
    told = sum(map(bool, found))
    return [i for places in found for i in places] if told >= max(_LEAST, _MOST * len(found)) else []


def _deeds_denied(sentence: Analysed, op: Operator) -> tuple[int, ...]:
    """German "nicht" stands before what else is told of its verb, "dass sie nicht für Fehler bezahlen"; with "sondern" only that
    is denied."""
    if (
        op.name != "not"
        or sentence.words.language != "de"
        or any(t.low == "sondern" for t in sentence.tokens[op.end :])
    ):
        return ()
    return tuple(j for j in op.scope if is_verb(sentence, j) or _ends_clause(sentence, j))


def _ends_clause(text: Analysed, index: int) -> bool:
    """Where German verbs stand."""
    return not text.tokens[index].capital and all(t.kind == "punct" for t in text.tokens[index + 1 : index + 2])


def _told(text: Analysed, op: Operator) -> Sequence[int]:
    """Where the text may have what the operator reaches: French "baisse" is also a verb."""
    turning = [o.at for o in text.operators if o.name in ("up", "down")] if op.name in _OF_DEEDS else []
    return (*text.content, *turning)


def _deed_first(sentence: Analysed, op: Operator, scope: tuple[int, ...]) -> tuple[int, ...]:
    """A hedge that opens its clause, "prétendument l'usine fermera", is one of the deed, whoever does it."""
    opens = op.at == 0 or sentence.tokens[op.at - 1].kind == "punct"
    deed = next((j for j in scope if is_verb(sentence, j)), None) if opens and op.name == "reported" else None
    return scope if deed is None else (deed, *(j for j in scope if j != deed))


def _spoken_of(sentence: Analysed, op: Operator, text: Analysed, taken: Sequence[int]) -> bool:
    """ "The loan is a first step" does not say that anything is lent: the deed is spoken of by a noun, and no verb that the
    operator reaches is told."""
    told = [j for j in op.scope if is_verb(sentence, j)]
    verbs = [i for i in text.content if is_verb(text, i)]
    if not told or share_word(text, verbs, sentence, told):
        return False
    return all(not is_verb(text, i) for i in taken)


def _object(sentence: Analysed, op: Operator, index: int) -> bool:
    """ "suspended Pell": a name right after the verb is whom it befalls, in whatever else they do."""
    between = sentence.tokens[op.end : index]
    name = sentence.tokens[index].capital and sentence.words.language != "de"
    return name and not any(token.low in sentence.words.prepositions for token in between)


def _passes_on(sentence: Analysed, op: Operator, index: int) -> bool:
    """A word that turns meaning itself, or "no trace of", which reaches what there is no trace of."""
    if any(other.at <= index < other.end for other in sentence.operators):
        return True
    if sentence.tokens[index].low in sentence.words.vocabulary.wanting:
        return True  # "soupçonne de vouloir supprimer"
    of = index + 1 < len(sentence.tokens) and sentence.tokens[index + 1].low in OF
    return op.name == "not" and op.end == index and of


def _free(text: Analysed, taken: Sequence[int], op: Operator, cited: Sequence[Analysed]) -> bool:
    """Whether what the operator reaches also stands out of reach: all that a condition limits, else one word of it."""
    if op.name in ("condition", "unless"):
        return all(_stands_free(text, [one], op, cited) for one in taken)
    return _stands_free(text, taken, op, cited)


def _stands_free(text: Analysed, taken: Sequence[int], op: Operator, cited: Sequence[Analysed]) -> bool:
    """Whether the word, with a neighbour it has in the restatement, also stands out of reach of such an operator."""
    best = {t: max((likeness(text.tokens[t], s.tokens[i]) for s in cited for i in s.content), default=1) for t in taken}
    for other in cited:
        bound = {i for o in other.operators if o.name == op.name for i in o.scope}
        for place, i in enumerate(other.content):
            if i in bound or not any(
                likeness(text.tokens[t], other.tokens[i]) >= max(1, min(2, best[t])) for t in taken
            ):
                continue
            beside = [other.tokens[j] for j in other.content[max(0, place - 1) : place + 2] if j != i]
            if any(meet(_beside(text, t), beside) for t in taken):
                return True
    return False


def _beside(text: Analysed, index: int) -> list[Token]:
    if index not in text.content:
        return []
    place = text.content.index(index)
    return [text.tokens[j] for j in text.content[max(0, place - 1) : place + 2] if j != index]
