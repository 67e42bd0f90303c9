"""What follows a verb comes from its own sentence: two sentences are not mixed into one deed."""

from collections.abc import Sequence

from bot.claims.grammar.clauses import after, before
from bot.claims.grammar.counterparts import counterparts
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.nouns import is_noun
from bot.claims.grammar.verbs import closing, is_verb
from bot.claims.language.likeness import likeness
from bot.claims.language.smallwords import DEFINITE

_ASKING = frozenset({"demand", "intent", "should"})


def mixing_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each noun or number beside a verb that only another of the sentences has."""
    if len(cited) < 2:
        return []
    found: list[str] = []
    for v in text.content:
        if not (is_verb(text, v) or closing(text, v)) or text.tokens[v].low in text.words.reporting:
            continue
        places = counterparts(text, v, cited)
        if not places or any(s is not places[0][0] for s, _ in places):
            continue
        own, at = places[0]
        if not (is_verb(own, at) or closing(own, at)) and not own.tokens[at].low.endswith("ing"):
            continue
        others = [s for s in cited if s is not own]
        if any(s.has(text.tokens[v]) for s in others):
            continue
        beside = [*before(text, v), *after(text, v)] if text.words.language == "de" else list(after(text, v))
        numbers = [i for i in beside if i in text.numbers and _replaced(text, i, own, at, others)]
        nouns = [] if _points(own, at) else [i for i in after(text, v) if _foreign(text, i, own, others)]
        found += [
            f"{text.tokens[i].text!r} stands in another sentence than {text.tokens[v].text!r}." for i in numbers + nouns
        ]
    return list(dict.fromkeys(found))


def _replaced(text: Analysed, i: int, own: Analysed, at: int, others: Sequence[Analysed]) -> bool:
    """ "jailed for two years", and elsewhere "had asked for five": the verb has a number of its own that measures the same,
    or the other one is only asked for."""
    token = text.tokens[i]
    clause = {*before(own, at), *after(own, at)}
    same = any(own.tokens[k].unit == token.unit for k in own.numbers if k in clause)
    asked = not text.classes() & _ASKING and all(s.classes() & _ASKING for s in others if s.counts(token))
    foreign = bool(token.unit) and not own.counts(token) and any(s.counts(token) for s in others)
    return foreign and (same or asked)


def _points(text: Analysed, at: int) -> bool:
    """Something behind the verb means what was said before."""
    pronouns = text.words.pronouns | text.words.vocabulary.pointing
    return any(t.low in pronouns or t.low in text.words.generic or t.low in text.words.broad for t in text.tokens[at:])


def _foreign(text: Analysed, i: int, own: Analysed, others: Sequence[Analysed]) -> bool:
    token = text.tokens[i]
    if token.kind == "number":
        return bool(token.unit) and not own.counts(token) and any(s.counts(token) for s in others)
    if i not in text.content or token.capital or not is_noun(text, i) or own.has(token):
        return False
    start = i - 1
    while start > 0 and start in text.content:
        start -= 1
    known = text.tokens[start].low in DEFINITE
    return not known and any(likeness(token, t) > 1 for s in others for t in s.meaning)
