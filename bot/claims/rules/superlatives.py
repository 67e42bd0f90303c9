"""How far a superlative goes: "the lowest since 1987" is not "the lowest ever", nor "the worst" "one of the worst"."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.wordlists import word_set
from bot.claims.rules.narrowings import superlative

_EVER = word_set("ever history jemals je geschichte jamais histoire historia")
_MARKS = {
    "en": word_set("most least first worst best"),
    "de": word_set("hochste hochsten hochster hochstes groste grosten erste ersten"),
    "fr": word_set("plus moins premier premiere premiers premieres pire meilleur meilleure"),
    "es": word_set("mas menos primer primero primera primeros primeras peor mejor"),
}
_ONE = {
    "en": (("one", "of"), ("among",)),
    "de": (("eine", "der"), ("einer", "der"), ("eines", "der"), ("zu", "den"), ("unter", "den")),
    "fr": (("un", "des"), ("une", "des"), ("parmi",)),
    "es": (("uno", "de"), ("una", "de"), ("entre",)),
}
_NEAR = 4  # words before a superlative among which "one of the" stands


def superlative_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for an "ever" that the text adds to a superlative, and each that is one of several there alone."""
    tops = [i for i in range(len(text.tokens)) if _top(text, i)]
    said = {token.low for s in cited for token in s.tokens}
    found = [
        f"{t.text!r} is not in its sentences." for t in text.tokens if tops and t.low in _EVER and not said & _EVER
    ]
    for i in tops:
        same = [
            (s, j)
            for s in cited
            for j in range(len(s.tokens))
            if _top(s, j) and s.tokens[j].stem == text.tokens[i].stem
        ]
        if same and _one(text, i) and not any(_one(s, j) for s, j in same):
            found.append(f"{text.tokens[i].text!r} is one of several only here.")
    return list(dict.fromkeys(found))


def _top(text: Analysed, index: int) -> bool:
    return superlative(text, index) or text.tokens[index].low in _MARKS.get(text.words.language, ())


def _one(text: Analysed, index: int) -> bool:
    before = tuple(token.low for token in text.tokens[max(0, index - _NEAR) : index])
    phrases = _ONE.get(text.words.language, ())
    return any(before[k : k + len(p)] == p for p in phrases for k in range(len(before)))
