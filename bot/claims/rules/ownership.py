"""Who owns what: of "the factory, which belongs to the Colm group" the factory owns nothing."""

from collections.abc import Iterator, Sequence
from itertools import product

from bot.claims.frames.frames import frames
from bot.claims.frames.phrases import Phrase
from bot.claims.frames.words import WORDS
from bot.claims.grammar.evidence import Analysed
from bot.claims.language.likeness import alike
from bot.claims.language.token import Token

Owned = tuple[Token, Token]
"""Who owns, and what."""


def ownership_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each owner in the text whom the sentences have as owned by what they own there. English alone."""
    if text.words.language != "en":
        return []
    theirs = [pair for sentence in cited for pair in _owned(sentence)]
    return [
        f"{owner.text!r} belongs to {owned.text!r} in its sentences."
        for owner, owned in _owned(text)
        if any(_pair(owner, owned, thing, other) for other, thing in theirs)
        and not any(_pair(owner, owned, other, thing) for other, thing in theirs)
    ]


def _pair(owner: Token, owned: Token, one: Token, other: Token) -> bool:
    return alike(owner, one) and alike(owned, other)


def _owned(text: Analysed) -> Iterator[Owned]:
    for at, frame in frames(text).items():
        low = text.tokens[at].low
        if low in WORDS.owning:
            sides = frame.doers or (), frame.taken or ()
        elif low in WORDS.belonging:
            sides = tuple(phrase for led, phrase in frame.led if led == "to"), frame.doers or ()
        else:
            continue
        yield from ((_head(text, a), _head(text, b)) for a, b in product(*sides) if not (a.pronoun or b.pronoun))


def _head(text: Analysed, phrase: Phrase) -> Token:
    return text.tokens[phrase.head]
