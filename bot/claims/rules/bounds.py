"""How far: "until at least spring" is not "until spring", "well below" not "just below", "a hundred" not "hundreds"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.rules.differences import difference_problems

_BEHIND = 4  # words behind a bound among which what it bounds begins
_QUOTES = frozenset('"“”„«»')


def bound_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each bound of something that is no number and is missing, each degree that is the contrary of the
    article's, and each "hundreds" of which it has one."""
    found: list[str] = []
    if not any(_bounds(text)):
        for sentence in cited:
            for end in _bounds(sentence):
                behind = [i for i in sentence.content if end <= i < end + _BEHIND and i not in sentence.numbers][:1]
                if (
                    sentence.tokens[end : end + 1]
                    and sentence.tokens[end].kind != "number"
                    and any(text.has(sentence.tokens[i]) for i in behind)
                ):
                    found.append(
                        f"{sentence.tokens[end - 1].text!r} before {sentence.tokens[behind[0]].text!r} is missing."
                    )
    theirs = [degree for s in cited for degree in _degrees(s)]
    for name, low in _degrees(text):
        same = {other for other, word in theirs if word == low}
        if same and name not in same:
            found.append(f"How far is told of {low!r} is not in its sentences.")
    found += [
        f"{t.text!r} is not in its sentences."
        for t in text.tokens
        if t.low in text.words.dozens
        and not any(t.low in s.lows for s in cited)
        and any(t.stem == o.stem for s in cited for o in s.tokens)
    ]
    return list(dict.fromkeys(found + difference_problems(text, cited)))


def _bounds(text: Analysed) -> Iterator[int]:
    """Where each "at least", "frühestens" ends."""
    lows = () if text.words.bounds.keys().isdisjoint(text.lows) else tuple(token.low for token in text.tokens)
    for i in range(len(lows)):
        for phrase in text.words.bounds.get(lows[i], ()):
            if lows[i : i + len(phrase)] == phrase:
                yield i + len(phrase)
                break


def _degrees(text: Analysed) -> Iterator[tuple[str, str]]:
    """("far" or "near", the word it stands before)."""
    for i, token in enumerate(text.tokens):
        name = next((name for name, words in text.words.degrees.items() if token.low in words), None)
        if name is None:
            continue
        k = i + 1
        while k < len(text.tokens) and text.tokens[k].low in _QUOTES:
            k += 1
        if k < len(text.tokens) and text.tokens[k].kind == "word":
            yield name, text.tokens[k].low
