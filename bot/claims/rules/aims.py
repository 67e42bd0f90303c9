"""Reasons told as aims: "suspendu après la découverte de fissures" is not "suspendu pour rechercher des fissures"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed, share_word
from bot.claims.grammar.slots import phrase
from bot.claims.language.smallwords import FOR
from bot.claims.language.stops import ALL_STOPS

_INFINITIVES = {"fr": ("er", "ir", "re", "oir"), "es": ("ar", "er", "ir", "arse", "erse", "irse"), "de": ("n",)}
_BEHIND = 3  # words behind "pour" among which its infinitive stands
_GIVEN = frozenset({"after", "cause"})
_WANTED = frozenset({"intent", "demand"})


def aim_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each aim whose words its sentences have only in what went before it or in why it was done."""
    if text.words.language not in _INFINITIVES or any(list(_aims(s)) or s.classes() & _WANTED for s in cited):
        return []
    found = []
    for places in _aims(text):
        told = [(s, given) for s in cited for given in _reasons(s) if share_word(text, places, s, given)]
        if told:
            found.append(f"That it is done to {text.tokens[places[0]].text!r} is not in its sentences.")
    return found


def _aims(text: Analysed) -> Iterator[list[int]]:
    """The words that carry meaning of each "pour rechercher des fissures", "um Risse zu suchen", the infinitive first."""
    german = text.words.language == "de"
    for at, token in enumerate(text.tokens):
        if token.low != "um" if german else token.low not in FOR:
            continue
        end = next((k for k in range(at + 1, len(text.tokens)) if text.tokens[k].low in ALL_STOPS), len(text.tokens))
        ahead = range(at + 1, end if german else min(end, at + 1 + _BEHIND))
        verb = next((k for k in ahead if _infinitive(text, k)), None)
        if verb is not None:
            yield [verb, *(i for i in text.content if at < i < end and i != verb)]


def _infinitive(text: Analysed, index: int) -> bool:
    token = text.tokens[index]
    if token.capital or not token.low.endswith(_INFINITIVES[text.words.language]) or index not in text.content:
        return False
    if text.words.language == "de":
        return text.tokens[index - 1].low == "zu" or "zu" in token.low[1:6]
    return text.tokens[index - 1].low not in text.words.determiners or text.tokens[index - 1].low in ("le", "la", "les")


def _reasons(sentence: Analysed) -> Iterator[list[int]]:
    """What stands behind "après", "en raison de", and the noun behind "pour"."""
    yield from ([*op.scope] for op in sentence.operators if op.name in _GIVEN)
    yield from (phrase(sentence, i) for i, token in enumerate(sentence.tokens) if token.low in FOR)
