"""Who does something together: "employees said that managers had" is not "employees and managers had"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.nouns import is_noun
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import AND, THAT
from bot.claims.language.stops import ALL_STOPS

_ALIKE = frozenset({"so", "same", "too", "each", "other", "as", "like", "with", "together"})


def coupling_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each two that the text makes the subject of one verb and its one sentence parts by a verb; where
    there are more sentences, or German puts its verbs last, nothing is told."""
    if len(cited) != 1 or text.words.language == "de":
        return []
    sentence = cited[0]
    if any(t.low in sentence.words.joint | _ALIKE for t in sentence.tokens):
        return []
    found = [(a, b) for a, b, verb in _couples(text) if _parted(text, a, b, verb, sentence)]
    return [f"{text.tokens[a].text!r} and {text.tokens[b].text!r} are not told of together." for a, b in found]


def _couples(text: Analysed) -> Iterator[tuple[int, int, int]]:
    """(last word of the first, last word of the second, the verb) where they open the text."""
    for k, token in enumerate(text.tokens):
        if token.low in ALL_STOPS or is_verb(text, k) or text.tokens[k].low in text.words.passive:
            return
        if token.low in AND and k - 1 in text.content and is_noun(text, k - 1):
            verb = next((i for i in range(k + 1, len(text.tokens)) if _verbal(text, i)), None)
            ahead = range(k + 1, verb or k + 1)
            if verb is None or any(text.tokens[i].low in ALL_STOPS | text.words.prepositions for i in ahead):
                return
            last = [i for i in ahead if i in text.content and is_noun(text, i)]
            if last:
                yield k - 1, last[-1], verb


def _verbal(text: Analysed, index: int) -> bool:
    token = text.tokens[index]
    return is_verb(text, index) or token.low in text.words.passive | text.words.auxiliaries


def _parted(text: Analysed, a: int, b: int, verb: int, sentence: Analysed) -> bool:
    """A verb other than the text's stands between the two wherever they are."""
    first, second = ([j for j in sentence.content if alike(text.tokens[i], sentence.tokens[j])] for i in (a, b))
    pairs = [(min(x, y), max(x, y)) for x in first for y in second if x != y]
    return bool(pairs) and all(any(_parts(text, verb, sentence, j) for j in range(x + 1, y)) for x, y in pairs)


def _parts(text: Analysed, verb: int, sentence: Analysed, index: int) -> bool:
    other = sentence.tokens[index]
    return other.low in THAT or (_verbal(sentence, index) and not alike(other, text.tokens[verb]))
