"""What is undergone: to whom something "had been" done did not do it to others: "two officers had been pushed"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.nouns import in_phrase, is_noun
from bot.claims.grammar.verb import verb_at
from bot.claims.grammar.verbs import is_verb
from bot.claims.grammar.voice import auxiliary_passive
from bot.claims.language.likeness import alike, likeness
from bot.claims.language.token import Token

_LONG = 5  # letters of a word whose "ge-" is the prefix of a participle
_LETTERS = 3  # of a root
_DOER = 4  # words behind "by" among which stands who did it
_TAKEN = 3  # words behind a verb among which stands what it takes


def undergone_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each verb by which somebody does to another what they only undergo in the sentences."""
    found = []
    for at in text.content:
        who = _doing(text, at)
        places = [
            (s, j) for s in cited for j in s.content if who and _deed(s, j) and _same(text.tokens[at], s.tokens[j])
        ]
        if who is not None and places and all(_undergoes(who, s, j) for s, j in places):
            found.append(f"{text.tokens[at].text!r} is done to {who.text!r} in its sentences.")
    return found


def _deed(text: Analysed, at: int) -> bool:
    return is_verb(text, at) or _passive(text, at)


def _passive(text: Analysed, at: int) -> bool:
    """Also of a participle that no list has: "had been sunk"."""
    if text.words.language == "de" and _german_passive(text, at):
        return True
    led = any(token.low in text.words.passive for token in text.tokens[max(0, at - 2) : at])
    return auxiliary_passive(text, at) or (led and not is_verb(text, at) and not text.tokens[at].low.endswith("ing"))


def _german_passive(text: Analysed, at: int) -> bool:
    """ "wurde von Berg entlassen": the auxiliary stands before the doer."""
    ahead = [token.low for token in text.tokens[_clause_start(text, at) : at]]
    by = any(low in text.words.by for low in ahead)
    return by and not text.tokens[at].capital and any(low in text.words.vocabulary.becoming for low in ahead)


def _same(deed: Token, other: Token) -> bool:
    """No other word for it, which may turn its sides: "received" what they "were given"."""
    like = likeness(deed, other)
    return like > 1 or (like > 0 and _root(deed) == _root(other) != "")


def _root(deed: Token) -> str:
    """ "lob" of "lobte" and of "gelobt"; nothing of a short word."""
    low = deed.low.removeprefix("ge") if len(deed.low) > _LONG else deed.low
    return low[:_LETTERS] if len(low) > _LETTERS else ""


def _doing(text: Analysed, at: int) -> Token | None:
    """Who does it to something; None where nobody does, or it takes nothing."""
    if not _deed(text, at) or _passive(text, at) or reduced(text, at):
        return None
    if text.words.language == "de":
        first = _german_doer(text, at)
        return None if first is None else text.tokens[first]
    left = [party for party in verb_at(text, at).subjects if not party.loose and not party.phrase]
    taken = any(i in text.content and is_noun(text, i) and not in_phrase(text, i) for i in _behind(text, at))
    return left[-1].tokens[-1] if left and taken else None


def reduced(text: Analysed, at: int) -> bool:
    """ "used a password sold online": a participle behind what another verb of the clause takes."""
    for i in range(at - 1, -1, -1):
        if text.tokens[i].kind == "punct" or text.tokens[i].low in text.words.links:
            return False
        if is_verb(text, i) or (i in text.content and text.tokens[i].low.endswith("ed")):
            return text.words.language == "en" and i < at - 1 and text.tokens[i].low not in text.words.reporting
    return False


def _german_doer(text: Analysed, at: int) -> int | None:
    """ "dass Lund Berg lobte", "Lund lobte Berg": the first of two, unless an article tells that it is the object."""
    nouns = _nouns(text, at)
    if len(nouns) == 1:
        end = next((i for i in range(at, len(text.tokens)) if text.tokens[i].kind == "punct"), len(text.tokens))
        behind = [i for i in text.content if at < i < end and text.tokens[i].capital and not in_phrase(text, i)]
        turned = text.tokens[nouns[0] - 1].low in text.words.vocabulary.oblique if nouns[0] else False
        subject = any(text.tokens[i - 1].low in text.words.vocabulary.nominative for i in behind)
        return nouns[0] if behind and not turned and not subject else None
    return nouns[0] if nouns else None


def _behind(text: Analysed, at: int) -> Iterator[int]:
    for i in range(at + 1, min(at + 1 + _TAKEN, len(text.tokens))):
        if text.tokens[i].kind == "punct" or is_verb(text, i):
            return
        yield i


def _undergoes(who: Token, text: Analysed, at: int) -> bool:
    if not _passive(text, at):
        return False
    doers = [i for i in text.content if any(text.tokens[k].low in text.words.by for k in range(max(0, i - _DOER), i))]
    if any(alike(who, text.tokens[i]) for i in doers):
        return False
    if text.words.language == "de":
        return any(alike(who, text.tokens[i]) for i in _nouns(text, at))
    return any(alike(who, party.tokens[-1]) for party in verb_at(text, at).subjects)


def _nouns(text: Analysed, at: int) -> list[int]:
    """Those of the clause before a German verb, none in a phrase."""
    start = _clause_start(text, at)
    return [i for i in text.content if start <= i < at and text.tokens[i].capital and not in_phrase(text, i)]


def _clause_start(text: Analysed, at: int) -> int:
    """Right behind the last mark before it."""
    return next((i + 1 for i in range(at - 1, -1, -1) if text.tokens[i].kind == "punct"), 0)
