"""Others of a kind: "it was to replace one that has been in orbit" does not tell that it has been in orbit."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.smallwords import RELATIVE


def one_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each thing that is told of "one that …", and in the text of what that one stands beside."""
    if any(token.low in text.words.vocabulary.one for token in text.tokens):
        return []
    return [
        f"{sentence.tokens[told[0]].text!r} is told of another in its sentences."
        for sentence in cited
        for beside, told in _ones(sentence)
        if not text.has(sentence.tokens[beside])
        and all(text.has(sentence.tokens[i]) for i in told[:2])
        and not any(_elsewhere(sentence, told, other) for other in cited)
    ]


def _ones(sentence: Analysed) -> Iterator[tuple[int, list[int]]]:
    """(the word that takes "one", the words of what is told of it)."""
    tokens = sentence.tokens
    for i in range(len(tokens) - 2):
        if tokens[i].low not in sentence.words.vocabulary.one or tokens[i + 1].low not in RELATIVE:
            continue
        before = [k for k in sentence.content if k < i]
        end = next((k for k in range(i + 2, len(tokens)) if tokens[k].kind == "punct"), len(tokens))
        told = [k for k in sentence.content if i < k < end]
        if before and told:
            yield before[-1], told


def _elsewhere(sentence: Analysed, told: Sequence[int], other: Analysed) -> bool:
    """Whether the first of the words is also told of something else."""
    word = sentence.tokens[told[0]]
    places = [i for i in other.content if other.tokens[i].stem == word.stem]
    return any(other is not sentence or i not in told for i in places)
