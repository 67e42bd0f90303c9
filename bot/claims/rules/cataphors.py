"""Whose lawyer it is: "Sein Anwalt sagte, die Landrätin …" tells of no lawyer of hers, for a possessive points back."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import OF, POSSESSIVES

_PHRASE = 3  # words between "of" and its noun


def cataphor_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each noun with which the sentences begin behind a possessive, and of which the text makes an owner of
    somebody whom they name only behind it."""
    found = []
    for sentence in cited:
        begun = sentence.tokens[0].low in POSSESSIVES and sentence.content[:1] == (1,)
        for thing, owner in _of(text) if begun else ():
            places = [i for i in sentence.content if alike(text.tokens[owner], sentence.tokens[i])]
            if alike(text.tokens[thing], sentence.tokens[1]) and places and min(places) > 1:
                found.append(f"{text.tokens[thing].text!r} is not {text.tokens[owner].text!r}'s in its sentences.")
    return list(dict.fromkeys(found))


def _of(text: Analysed) -> Iterator[tuple[int, int]]:
    """ "Der Anwalt der Landrätin", "l'avocate de la maire", "Prantls Anwalt": places of the noun and of whose it is."""
    for i in text.content:
        behind = next((k for k in text.content if i < k <= i + _PHRASE), None)
        between = [token.low for token in text.tokens[i + 1 : behind]] if behind else []
        if behind and between and between[0] in OF:
            yield i, behind
        if i + 1 in text.content and text.tokens[i].possessive:
            yield i + 1, i
