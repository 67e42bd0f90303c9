"""A name stands in the clause of its own verb: "A was jailed, B was acquitted" is not "B was jailed"."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from bot.claims.grammar.counterparts import counterparts
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.offsets import offsets
from bot.claims.grammar.verbs import closing, is_verb
from bot.claims.language.likeness import alike, likeness
from bot.claims.language.smallwords import JOINTS, POSSESSIVES, WHO
from bot.claims.language.stops import CLAUSE_ENDS
from bot.claims.people.namings import names
from bot.claims.rules.lists import listed_together

Name = tuple[int, ...]
"""Indices of the words of a name."""

_MODAL = frozenset({"must", "should", "possible", "future", "intent", "supposed"})


def clausemate_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each name beside a verb in whose clause the article has another one instead.

    The name must stand in the same sentence, in the clause of a verb that the text leaves out.
    """
    own = _names(text)
    verbs = [(v, place) for v in text.content if own and _tells(text, v) and (place := _place(text, v, cited))]
    found = [
        f"{text.said(name)!r} stands in another clause than {text.tokens[v].text!r}."
        for v, (sentence, at) in verbs
        for name in own
        if set(name) <= clause_of(text, v) and _stranger(text, name, v, sentence, at, cited)
    ]
    found += [
        f"{text.tokens[b].text!r} is told of another verb than {text.tokens[a].text!r}."
        for members in listed_together(text)
        for a, b in pairwise(member[-1] for member in members)
        if any(_parted(text, a, b, s) for s in cited)
    ]
    return list(dict.fromkeys(found))


def _parted(text: Analysed, a: int, b: int, sentence: Analysed) -> bool:
    """Whether each stands once in the sentence, in clauses of two verbs, of which the text has one, and its number."""
    places = [[j for j in sentence.content if likeness(text.tokens[i], sentence.tokens[j]) > 1] for i in (a, b)]
    if any(len(place) != 1 for place in places):
        return False
    clauses = [clause_of(sentence, place[0]) for place in places]
    verbs = [{j for j in clause if verbal(sentence, j)} for clause in clauses]
    told = [any(alike(sentence.tokens[j], token) for j in found for token in text.tokens) for found in verbs]
    numbers = {v for i in text.numbers for v in text.tokens[i].values}
    counted = [any(sentence.tokens[j].values & numbers for j in clause) for clause in clauses]
    if counted.count(True) != 1:
        return False
    likewise = any(token.low in sentence.words.joint for token in sentence.tokens)
    return all(verbs) and clauses[0] != clauses[1] and told.count(True) == 1 and not likewise


def _place(text: Analysed, verb: int, cited: Sequence[Analysed]) -> tuple[Analysed, int] | None:
    """Where the sentences have the verb, if once, and with nothing in its clause that may mean somebody of another."""
    places = counterparts(text, verb, cited)
    if len(places) != 1 or not _tells(*places[0]) or _points(places[0][0], clause_of(*places[0])):
        return None
    return places[0]


def _tells(text: Analysed, index: int) -> bool:
    return (is_verb(text, index) or closing(text, index)) and text.tokens[index].low not in text.words.reporting


def clause_of(text: Analysed, index: int) -> frozenset[int]:
    """What stands between the marks around it, and behind it what has no verb of its own: "his brother, the painter B"."""
    return next((part for part in _clauses(text) if index in part), frozenset())


@lru_cache(maxsize=2048)
def _clauses(text: Analysed) -> tuple[frozenset[int], ...]:
    parts: list[set[int]] = [set()]
    for i, token in enumerate(text.tokens):
        if token.low in CLAUSE_ENDS or token.low in JOINTS:
            parts.append(set())
        parts[-1].add(i)
    whole: list[set[int]] = []
    for part in parts:
        joint = bool(part) and text.tokens[min(part)].low in JOINTS
        ahead = joint and whole and not any(verbal(text, i) for i in whole[-1])
        if whole and (ahead or not any(verbal(text, i) for i in part)):
            whole[-1] |= part
        else:
            whole.append(part)
    return tuple(map(frozenset, whole))


def verbal(text: Analysed, index: int) -> bool:
    low = text.tokens[index].low
    turns = any(op.at == index and op.name in _MODAL for op in text.operators)
    formed = low in text.words.passive or is_verb(text, index) or closing(text, index)
    return turns or formed or _german_form(text, index)


def _german_form(text: Analysed, index: int) -> bool:
    """ "bleiben sie unverändert": by its ending, and no noun behind that it could say more of."""
    token = text.tokens[index]
    following = text.tokens[index + 1] if index + 1 < len(text.tokens) else None
    says_more = following is not None and following.capital
    verbal = token.low.endswith(("t", "en")) and not token.capital and index in text.content
    return text.words.language == "de" and verbal and not says_more and token.low not in text.words.neutral


def _points(text: Analysed, clause: frozenset[int]) -> bool:
    """A pronoun that may mean the name."""
    pronouns = (text.words.pronouns | WHO | {"that"}) - POSSESSIVES
    return any(text.tokens[i].low in pronouns for i in clause)


@lru_cache(maxsize=2048)
def _names(text: Analysed) -> tuple[Name, ...]:
    spans = offsets(text)
    found = []
    for mention in names(text.text, 0, text.words.language):
        held = tuple(
            i for i, (a, b) in enumerate(spans) if mention.start <= a and b <= mention.end and i in text.content
        )
        if len(held) > 1:
            found.append(held)
    return tuple(found)


def _stranger(text: Analysed, name: Name, v: int, sentence: Analysed, at: int, cited: Sequence[Analysed]) -> bool:
    theirs = clause_of(sentence, at)
    known = _names(sentence)
    places = [other for other in known if _same(text, name, sentence, other)]
    elsewhere = any(_same(text, name, s, other) for s in cited if s is not sentence for other in _names(s))
    if elsewhere or len(places) != 1 or set(places[0]) & theirs:
        return False
    host = _host(sentence, places[0])
    if host in (None, at) or any(alike(sentence.tokens[host or 0], token) for token in text.tokens):
        return False
    if _shared(sentence, at, places[0]) and (name[0] < v or text.words.language == "de"):
        return False
    return any(
        set(other) <= theirs
        and not _told(text, sentence, other)
        and (text.words.language == "de" or (other[0] < at) == (name[0] < v))
        for other in known
    )


def _host(sentence: Analysed, name: Name) -> int | None:
    """The verb of its clause, an auxiliary where there is no other."""
    clause = [i for i in clause_of(sentence, name[0]) if verbal(sentence, i)]
    return next((i for i in clause if _tells(sentence, i)), clause[0] if clause else None)


def _shared(sentence: Analysed, at: int, name: Name) -> bool:
    """ "X fined A and warned B": the second verb has the subject of the first."""
    between = sentence.tokens[name[-1] : at]
    return bool(between) and any(token.low in JOINTS for token in between[-3:])


def _told(text: Analysed, sentence: Analysed, name: Name) -> bool:
    own = _names(text)
    alone = set(text.content) - {i for other in own for i in other}
    return any(_same(sentence, name, text, other) for other in own) or any(
        text.tokens[i].low == sentence.tokens[name[-1]].low for i in alone
    )


def _same(text: Analysed, name: Name, sentence: Analysed, other: Name) -> bool:
    """One is the end or the beginning of the other."""
    a, b = ([s.tokens[i].low for i in places] for s, places in ((text, name), (sentence, other)))
    short, long = sorted((a, b), key=len)
    return long[-len(short) :] == short or long[: len(short)] == short
