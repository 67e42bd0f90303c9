"""Who does it to whom, by names on both sides of a verb: "Savelle va racheter son rival Meulders" tells of nothing that Meulders
buys, and of two who contradict a report together neither contradicts the other."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.names import runs
from bot.claims.grammar.verbs import is_verb
from bot.claims.grammar.voice import passive
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import AND, OR, RELATIVE
from bot.claims.language.stops import PARTING

_PERSONAL = frozenset({"a", "al"})  # "detuvo a Molina"
_ADDRESSING = frozenset({"a", "al", "aux", "au", "von", "vom"})  # "reclamó transparencia a la Liga"
_NEAR = 4  # words beside the "and" of two who act together
_REFLEXIVE = frozenset({"se", "s", "sich"})
Pair = tuple[int, int, int]


def reversal_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each two names around a verb that its sentences have the other way round, or together before it; of
    English other rules know the whole build."""
    if text.words.language == "en":
        return []
    found = []
    for a, verb, b in _around(text):
        told = [pair for s in cited for pair in _told(text, (a, verb, b), s)]
        if told and all(_reversed(s, pair) or _together(s, pair) for s, pair in told):
            found.append(f"{text.tokens[a].text!r} does it to {text.tokens[b].text!r} in none of its sentences.")
    for a, verb, b in _addressed(text):
        told = [pair for s in cited for pair in _told(text, (a, verb, b), s)]
        if told and all(_together(s, pair, near=_NEAR) for s, pair in told):
            found.append(f"{text.tokens[a].text!r} and {text.tokens[b].text!r} do it together in its sentences.")
    return list(dict.fromkeys(found))


def _addressed(text: Analysed) -> Iterator[Pair]:
    """(the noun before a verb, the verb, the noun behind "von", "à" or "a" behind it)."""
    for verb in text.content:
        before = [i for i in text.content if i < verb]
        if not before or text.tokens[verb].capital or not is_verb(text, verb):
            continue
        for k in range(verb + 1, len(text.tokens) - 1):
            behind = next((i for i in text.content if i > k), None) if text.tokens[k].low in _ADDRESSING else None
            if behind is not None and behind - k < _NEAR:
                yield from ((a, verb, behind) for a in before[-_NEAR:])


def _around(text: Analysed) -> Iterator[Pair]:
    """(last word of a name, the verb, first word of the next name) with nothing between that turns who does what."""
    names = runs(text)
    for one, other in pairwise(names):
        between = range(one[-1] + 1, other[0])
        verbs = [k for k in between if k in text.content and not text.tokens[k].capital and _deed(text, k)]
        lows = {text.tokens[k].low for k in between}
        parting = _parting(text) | _REFLEXIVE
        led = {text.tokens[k].low for k in range(max(0, one[0] - 2), one[0])} & text.words.prepositions  # "am Mittwoch"
        if verbs and not led and lows.isdisjoint(parting) and not any(passive(text, k) for k in verbs):
            yield one[-1], verbs[-1], other[0]


def _deed(text: Analysed, index: int) -> bool:
    """A verb, also the infinitive of "va racheter"."""
    return is_verb(text, index) or text.tokens[index].low.endswith(("er", "ir", "re", "ar"))


def _told(text: Analysed, pair: Pair, sentence: Analysed) -> Iterator[tuple[Analysed, Pair]]:
    """Where the sentence has all three."""
    first, verb, second = ([j for j in sentence.content if alike(text.tokens[i], sentence.tokens[j])] for i in pair)
    for j in verb:
        if _deed(sentence, j):
            yield from ((sentence, (x, j, y)) for x in first[:1] for y in second[:1])


def _reversed(sentence: Analysed, pair: Pair) -> bool:
    """The second name stands before the verb, and the first right behind it, with no other verb between."""
    a, verb, b = pair
    if not b < verb < a or passive(sentence, verb) or sentence.words.language == "de":
        return False
    before = [k for k in range(b + 1, verb - 1) if is_verb(sentence, k)]
    behind = {sentence.tokens[k].low for k in range(verb + 1, a)}
    return not before and behind.isdisjoint(_parting(sentence))


def _parting(text: Analysed) -> frozenset[str]:
    """What may not stand between a verb and the name that it takes."""
    return PARTING | AND | OR | RELATIVE | text.words.by | (text.words.prepositions - _PERSONAL)


def _together(sentence: Analysed, pair: Pair, near: int | None = None) -> bool:
    """ "A und B widersprachen": an "and" with no verb joins the two before their verb, `near` both where that is told."""
    a, verb, b = pair
    first, last = sorted((a, b))
    joint = next((k for k in range(first + 1, last) if sentence.tokens[k].low in AND), None)
    if joint is None or (near is not None and max(joint - first, last - joint) > near):
        return False
    apart = any(sentence.tokens[k].low in PARTING or is_verb(sentence, k) for k in range(first + 1, verb))
    itself = any(
        sentence.tokens[k].low in _REFLEXIVE for k in range(max(0, verb - 2), min(verb + 3, len(sentence.tokens)))
    )
    return last < verb and not apart and not itself
