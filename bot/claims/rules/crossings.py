"""Nothing changes places with another: "leave Wessing and join Thornshire" is not "leave Thornshire and join Wessing"."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.verbs import is_verb
from bot.claims.grammar.voice import passive
from bot.claims.language.likeness import likeness
from bot.claims.language.smallwords import AND, BUT, WHILE
from bot.claims.language.stops import PARTING

_FAR = 8
_AND = AND | BUT | WHILE
_BE = frozenset(
    ["is", "are", "was", "were", "been", "be", "est", "sont", "etait", "etaient", "es", "son", "era", "eran"]
)


def crossing_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for two names, nouns or numbers of which each stands with the word that the other has in the article.

    Words that a sentence has twice tell nothing and are left out.
    """
    found: list[str] = []
    for sentence in cited:
        places = _places(text, sentence)
        for step in (-1, 1):
            pairs = [(i, g, places[g], places[i]) for i, g in _governed(text, places, step)]
            for (a, va, ga, pa), (b, vb, gb, pb) in combinations(pairs, 2):
                if (
                    ga != gb
                    and text.tokens[a].kind == text.tokens[b].kind
                    and _crossed(ga, pa, gb, pb, step)
                    and all(_same_voice(text, g, sentence, p) for g, p in ((va, ga), (vb, gb)))
                ):
                    found.append(f"{text.tokens[a].text!r} and {text.tokens[b].text!r} have changed places.")
        found += _deeds_crossed(text, sentence, places)
    return list(dict.fromkeys(found))


def _deeds_crossed(text: Analysed, sentence: Analysed, places: Mapping[int, int]) -> Iterator[str]:
    """ "killing 4 and forcing 170 to flee" is not "4 had to flee, and 170 were killed", in whatever voice."""
    deeds = {i: (_deeds(text, i), _deeds(sentence, places[i])) for i in text.numbers if i in places}
    for a, b in combinations(deeds, 2):
        (mine, own), (others, their) = deeds[a], deeds[b]
        turned = _done(text, mine, sentence, their) and _done(text, others, sentence, own)
        if turned and not (_done(text, mine, sentence, own) or _done(text, others, sentence, their)):
            yield f"{text.tokens[a].text!r} and {text.tokens[b].text!r} have changed places."


def _deeds(text: Analysed, index: int) -> list[int]:
    """The nearest verb on each side of a number, no other number, mark or joint between."""
    found: list[int] = []
    for step in (-1, 1):
        i = index + step
        while 0 <= i < len(text.tokens) and text.tokens[i].kind == "word" and text.tokens[i].low not in _AND:
            if i in text.content and (is_verb(text, i) or text.tokens[i].low.endswith("ing")):
                found.append(i)
                break
            i += step
    return found


def _done(text: Analysed, some: Sequence[int], sentence: Analysed, others: Sequence[int]) -> bool:
    return any(likeness(text.tokens[i], sentence.tokens[j]) > 0 for i in some for j in others)


@lru_cache(maxsize=256)
def _places(text: Analysed, sentence: Analysed) -> Mapping[int, int]:
    """Where the sentence has each word of the text, for words that both have once."""
    found: dict[int, int] = {}
    theirs = sorted({*sentence.content, *sentence.numbers})
    for i in sorted({*text.content, *text.numbers}):
        at = [j for j in theirs if _same(text, i, sentence, j)]
        if len(at) == 1:
            found[i] = at[0]
    times = Counter(found.values())
    return {i: j for i, j in found.items() if times[j] == 1}


def _same(text: Analysed, i: int, sentence: Analysed, j: int) -> bool:
    a, b = text.tokens[i], sentence.tokens[j]
    if a.kind == "number" or b.kind == "number":
        return a.kind == b.kind and a.unit == b.unit and bool(a.values & b.values)
    return likeness(a, b) > 0


def _governed(text: Analysed, places: Mapping[int, int], step: int) -> Iterator[tuple[int, int]]:
    """(word, verb) for each word that a verb stands before, with `step` -1, or after."""
    for i in places:
        if _tells(text, i):
            continue
        for j in range(i + step, i + step * _FAR, step):
            if not 0 <= j < len(text.tokens) or text.tokens[j].low in PARTING:
                break
            if j in places and _tells(text, j):
                yield i, j
                break


def _tells(text: Analysed, index: int) -> bool:
    """A verb, or what something is said to be: "was largely intact"."""
    if is_verb(text, index):
        return True
    i = index - 1
    while i > 0 and (text.tokens[i].low.endswith(("ly", "ment", "mente")) or text.tokens[i].low in '"“„«'):
        i -= 1
    named = text.tokens[index].capital or text.tokens[index].kind != "word"
    return i >= 0 and text.tokens[i].low in _BE and not named


def _same_voice(text: Analysed, i: int, sentence: Analysed, j: int) -> bool:
    verb = is_verb(sentence, j) or text.tokens[i].low == sentence.tokens[j].low
    return verb and passive(text, i) == passive(sentence, j)


def _crossed(ga: int, pa: int, gb: int, pb: int, step: int) -> bool:
    """In the article each stands on the same side of the other's verb, and nearer to it than to its own."""
    if step < 0:
        return ga < pb < gb < pa or gb < pa < ga < pb
    return pb < ga < pa < gb or pa < gb < pb < ga
