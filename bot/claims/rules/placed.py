"""Where something is: what is told of one place is not told of another that the article names elsewhere."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import alike

_BETWEEN = 2  # words from "in" to the name: "in neighbouring Ostmark"


def place_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each "in" with a name that no cited sentence has, where the sentence with the text's verbs has one
    with another name, which the text has not."""
    found: list[str] = []
    for i in _places(text):
        if any(s.has(text.tokens[i]) for s in cited):
            continue
        told = [s for s in cited if _same_deed(text, s)]
        theirs = [s.tokens[j] for s in told for j in _places(s)]
        if len(told) == 1 and theirs and not any(text.has(token) for token in theirs):
            found.append(f"{text.tokens[i].text!r} stands where its sentences have {theirs[0].text!r}.")
    return list(dict.fromkeys(found))


def _places(text: Analysed) -> Iterator[int]:
    """The names right behind "in"."""
    known = text.words.vocabulary
    for i in text.content:
        token = text.tokens[i]
        ahead = [t.low for t in text.tokens[max(0, i - _BETWEEN) : i] if t.low not in known.neighbouring]
        led = bool(ahead) and ahead[-1] in known.located
        if token.capital and led and token.low not in text.words.dates:
            yield i


def _same_deed(text: Analysed, sentence: Analysed) -> bool:
    mine = [text.tokens[i] for i in text.content if is_verb(text, i)]
    return any(alike(a, sentence.tokens[j]) for a in mine for j in sentence.content if is_verb(sentence, j))
