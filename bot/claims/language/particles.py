"""German verbs in two parts: "lehnte den Plan ab" has the stem and the synonyms of "ablehnte"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.claims.language.conjugation import SEPARABLE
from bot.claims.language.lexicon import Lexicon
from bot.claims.language.smallwords import JOINTS
from bot.claims.language.token import Token

_FINITE = ("ten", "te", "t")
_SHORT = 4


def with_particles(found: Sequence[Token], words: Lexicon) -> list[Token]:
    """The verb is the one that the lexicon knows with the particle, else the clause's first; the particle stays where it is."""
    joined = list(found)
    start = 0
    for index, token in enumerate(found):
        if token.kind == "punct" and not _within_number(found, index):
            start = index + 1
        elif token.low in SEPARABLE and ends_clause(found, index):
            _join(joined, start, index, words)
    return joined


def _within_number(found: Sequence[Token], index: int) -> bool:
    """The mark of "31. Juli", "31:28-Sieg"."""
    return found[index].low in (".", ":", "-") and index > 0 and found[index - 1].kind == "number"


def ends_clause(found: Sequence[Token], index: int) -> bool:
    """The particle is its clause's last word."""
    following = found[index + 1] if index + 1 < len(found) else None
    return following is None or following.kind == "punct" or following.low in JOINTS


def parted(found: Sequence[Token], index: int) -> bool:
    """Whether the word is the end of a verb in two parts."""
    return found[index].low in SEPARABLE and index > 0 and ends_clause(found, index)


def _join(joined: list[Token], start: int, at: int, words: Lexicon) -> None:
    for i in range(at - 1, start - 1, -1):
        token = joined[i]
        if token.kind != "word" or (token.capital and not token.first) or token.low in words.function:
            continue
        wholes = [(words.stem(whole), whole) for whole in _wholes(joined[at].low, token.low)]
        known = [(stem, words.synonyms(whole, stem)) for stem, whole in wholes]
        groups = frozenset[int]().union(*(ids for _, ids in known))
        if groups:
            joined[i] = replace(token, stem=next(stem for stem, ids in known if ids), groups=groups)
            return
    verb = next((i for i in range(start, at) if _finite(joined, i, words)), None)
    if verb is not None:
        low = joined[verb].low
        plain = words.plain_forms.get(low)
        whole = joined[at].low + plain if plain else _wholes(joined[at].low, low)[-1]
        joined[verb] = replace(joined[verb], stem=words.stem(whole), groups=frozenset())


def _finite(found: Sequence[Token], index: int, words: Lexicon) -> bool:
    """A verb by its form, where no adjective stands: "legten Beschäftigte die Arbeit", not "die gelegten Kabel"."""
    token, before = found[index], found[index - 1].low if index else ""
    small = words.function | words.prepositions | words.links
    if token.kind != "word" or token.low in small or token.low in words.turning or (token.capital and not token.first):
        return False
    if before in words.determiners | words.prepositions or found[index - 1].kind == "number":
        return False
    past = token.low.endswith(_FINITE[:2]) and len(token.low) > _SHORT and token.low not in words.ordinals
    return past or token.low in words.verbs or token.low in words.plain_forms


def _wholes(prefix: str, low: str) -> tuple[str, ...]:
    """ "anhebt" as it stands, and "anheben"."""
    ending = next((ending for ending in _FINITE if low.endswith(ending)), None)
    return (prefix + low,) if ending is None else (prefix + low, f"{prefix}{low.removesuffix(ending)}en")
