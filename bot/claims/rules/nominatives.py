"""Whose deed it is in German: "den Kniep entlassen hatte" tells of no deed of the one whom "den" means."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.germanclauses import Clause, clauses
from bot.claims.language.likeness import alike, likeness
from bot.claims.language.smallwords import POSSESSIVES
from bot.claims.language.token import Token

_NAMING = frozenset({"der", "die", "das", "ein", "eine"})


def nominative_problems(text: Analysed, cited: Sequence[Analysed], known: Sequence[Analysed]) -> list[str]:
    """One sentence for each deed that the text tells of somebody whom its sentences have beside another who does it.

    `known` are the sentences that tell who is who.
    """
    if text.words.language != "de":
        return []
    found = []
    for own in clauses(text):
        deed = text.tokens[own.deed]
        places = [clause for s in cited for clause in clauses(s) if _tells(clause, deed)]
        if places and all(_anothers(own, place, known) for place in places) and _read(deed, cited, places):
            who = " ".join(token.text for token in own.doer)
            found.append(f"{who!r} is not who does it in its sentences: {deed.text!r}.")
    return list(dict.fromkeys(found))


def _tells(place: Clause, deed: Token) -> bool:
    words = place.text.words
    both = deed.low in words.rising | words.falling  # "der Preis steigt" of "sie erhöht den Preis"
    told = (place.text.tokens[i] for i in place.verbs)
    return any(deed.stem == token.stem or (not both and likeness(deed, token) > 1) for token in told)


def _read(deed: Token, cited: Sequence[Analysed], places: Sequence[Clause]) -> bool:
    """Whether the sentences have the verb nowhere else."""
    read = {(place.text, i) for place in places for i in place.verbs}
    told = {(s, i) for s in cited for i in s.content if alike(deed, s.tokens[i]) and not s.tokens[i].capital}
    return told <= read


def _anothers(own: Clause, place: Clause, known: Sequence[Analysed]) -> bool:
    """Whether who does it there is somebody else, and who does it in the text stands beside them."""
    if own.passive is None or place.passive is None:
        return False
    mine, theirs = _named(own, known), _named(place, known)
    if _pointing(place, theirs) or (_reflexive(own) and not _reflexive(place)):
        return False
    same = any(alike(a, b) for a in mine for b in theirs)
    same = same or any(_apposed(s, a, b) for s in known for a in mine for b in theirs)
    if own.passive != place.passive:
        one = own.text.tokens[own.deed].stem == place.text.tokens[place.deed].stem  # no "sank" for "wurde gesenkt"
        return same and one
    rest = [i for i in place.text.content if i not in place.subject]
    return not same and any(alike(token, place.text.tokens[i]) for token in mine for i in rest)


def _pointing(place: Clause, doer: Sequence[Token]) -> bool:
    """ "His client", "the company": it may be anybody."""
    words = place.text.words
    known = words.generic | words.broad | words.neutral
    return place.text.tokens[place.subject[0]].low in POSSESSIVES or any(token.low in known for token in doer)


def _reflexive(clause: Clause) -> bool:
    return any(token.low == "sich" for token in clause.text.tokens)


def _named(clause: Clause, known: Sequence[Analysed]) -> list[Token]:
    """Who does it, without whoever only has them: "Trettins Vater" is no Trettin."""
    owners = [t for t in clause.doer[:-1] if t.low.endswith("s") and _stands(t.low[:-1], known)]
    small = {token.low for s in known for token in s.tokens if not token.capital}
    return [token for token in clause.doer if token not in owners and token.low not in small]


def _stands(low: str, known: Sequence[Analysed]) -> bool:
    return any(token.capital and token.low == low for s in known for token in s.tokens)


def _apposed(text: Analysed, a: Token, b: Token) -> bool:
    """ "Verleger Theodor Kniep", "Prantl, die Agentin von Morgenroth"."""
    first = [i for i in text.content if alike(a, text.tokens[i])]
    second = [i for i in text.content if alike(b, text.tokens[i])]
    return any(_beside(text, min(i, j), max(i, j)) for i in first for j in second if i != j)


def _beside(text: Analysed, low: int, high: int) -> bool:
    between = text.tokens[low + 1 : high]
    if all(token.capital for token in between):
        return True
    inserted = between[0].low == "," and all(token.capital or token.low in _NAMING for token in between[1:])
    end = next((i for i in range(high, len(text.tokens)) if text.tokens[i].kind == "punct"), len(text.tokens))
    return inserted and text.tokens[end - 1].capital
