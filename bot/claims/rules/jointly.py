"""Two who are told of together: "Lund and the army said" of what only one of them said."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.nouns import is_noun
from bot.claims.grammar.parties import Party, parties
from bot.claims.grammar.verb import Verb, verb_at
from bot.claims.grammar.verbs import is_verb, verbs
from bot.claims.language.smallwords import AND

_MOST = 0.6  # of the words told: somebody said the same
_STOPS = frozenset('.!?;:—–()…"“”,')


def joint_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each of two before a verb of whom the article does not tell it with the other."""
    if not any(token.low in AND for token in text.tokens):
        return []
    return [problem for i in verbs(text) if (problem := _joined(verb_at(text, i), cited))]


def _joined(verb: Verb, cited: Sequence[Analysed]) -> str | None:
    """Two before a verb, of whom the article tells it of one only: "Lund and the army said"."""
    pair = _pair(verb)
    if pair is None:
        return None
    first, second = ([_places(party, s, cited) for s in cited] for party in pair)
    if any(_together(a, b, s, verb) for a, b, s in zip(first, second, cited, strict=True) if a and b):
        return None
    ours = {token for party in pair for token in party.tokens}
    told = [token for token in verb.text.meaning if token not in ours and token is not verb.token]
    for party, places in zip(pair, (first, second), strict=True):
        mine = [s for s, found in zip(cited, places, strict=True) if found]
        agreed = any(t.low in s.words.joint for s in mine for t in s.tokens)
        same = sum(any(s.has(token) for s in mine) for token in told)
        if mine and not agreed and same < _MOST * len(told):
            return f"{str(party)!r} is not told with the other of {verb.token.text!r} in its sentences."
    return None


def _places(party: Party, sentence: Analysed, cited: Sequence[Analysed]) -> list[int]:
    """Where the sentence has the party, in the very word where any sentence has that."""
    if not party.name:
        stems = {token.stem for token in party.tokens}
        if any(token.stem in stems for s in cited for token in s.meaning):
            return [i for i in sentence.content if sentence.tokens[i].stem in stems]
    return [i for i in sentence.content if party.within(sentence, [i])]


def _pair(verb: Verb) -> tuple[Party, Party] | None:
    """What stands before and after "and" right before the verb."""
    text = verb.text
    sides: tuple[list[int], list[int]] = ([], [])
    joint = 0
    for i in range(verb.at - 1, -1, -1):
        low = text.tokens[i].low
        if low in _STOPS or is_verb(text, i):
            break
        if sides[1] and low in text.words.passive:
            return None  # "is under contract and the club need not sell"
        if low in AND:
            joint += 1
        elif joint < len(sides) and i in text.content and is_noun(text, i):
            sides[joint].insert(0, i)
    if joint != 1 or not all(sides):
        return None
    second, first = (parties(text, side) for side in sides)
    return first[-1], second[-1]


def _together(first: Sequence[int], second: Sequence[int], sentence: Analysed, verb: Verb) -> bool:
    """Of two that the sentence has: where they speak, no verb stands between them, or a word for "both" does."""
    if not verb.reporting or any(token.low in sentence.words.joint for token in sentence.tokens):
        return True
    a, b = sorted((first[0], second[0]))
    return not any(is_verb(sentence, i) for i in range(a + 1, b))
