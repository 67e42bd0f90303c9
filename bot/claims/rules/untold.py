"""What is left untold is not told of: "confirmed an inquiry, without naming the suspects" confirms no suspects."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.negations import NEGATIONS
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import WITHOUT
from bot.claims.language.stops import ALL_STOPS


def untold_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each word that the sentences have only behind "without naming", and the text without a "not"."""
    found: list[str] = []
    for i in () if any(op.name in NEGATIONS for op in text.operators) else text.content:
        places = [(s, j) for s in cited for j in s.content if alike(text.tokens[i], s.tokens[j])]
        if places and all(j in _untold(s) for s, j in places):
            found.append(f"{text.tokens[i].text!r} is told with a 'without' alone.")
    return found


def _untold(sentence: Analysed) -> frozenset[int]:
    """What stands behind "without" and a verb, that verb left out."""
    return frozenset(
        i for at, token in enumerate(sentence.tokens) if token.low in WITHOUT for i in _objects(sentence, at)
    )


def _objects(sentence: Analysed, at: int) -> Iterator[int]:
    end = next(
        (i for i in range(at + 1, len(sentence.tokens)) if sentence.tokens[i].low in ALL_STOPS), len(sentence.tokens)
    )
    inside = [i for i in sentence.content if at < i < end]
    naming = sentence.words.vocabulary.naming
    verb = next((i for i in (*inside[:1], *inside[-1:]) if sentence.tokens[i].low in naming), None)
    yield from (i for i in inside if verb is not None and i != verb)
