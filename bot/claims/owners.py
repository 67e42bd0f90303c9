"""Owners: "the council's figures" are not "the association's figures"."""

from collections.abc import Iterable, Iterator, Sequence

from bot.claims.evidence import Analysed
from bot.claims.likeness import alike
from bot.claims.nouns import is_noun, side_by_side
from bot.claims.token import Token


def owner_problems(text: Analysed, cited: Sequence[Analysed], known: Iterable[Analysed]) -> list[str]:
    """One sentence for each thing that the text gives to one owner, and the article, wherever it stands, to another.

    `known` are the sentences that tell who is who.
    """
    found = []
    near = tuple(known)
    for owner, thing in _owned(text):
        theirs = [other for s in cited for other, same in _owned(s) if same.stem == thing.stem]
        places = [i for s in cited for i in s.content if s.tokens[i].stem == thing.stem]
        if theirs and len(theirs) == len(places) and not any(_same(owner, other, near) for other in theirs):
            found.append(f"{thing.text!r} is not {owner.text!r}'s in its sentences.")
    return list(dict.fromkeys(found + _made_by(text, cited, near)))


def _made_by(text: Analysed, cited: Sequence[Analysed], known: Sequence[Analysed]) -> list[str]:
    """ "a prosecution request" is not "a request by the defence"."""
    found = []
    for i in text.content:
        made, thing = text.tokens[i], text.tokens[i + 1] if i + 1 in text.content else None
        if thing is None or made.possessive or not is_noun(text, i) or any(s.has(made) for s in cited):
            continue
        by = [maker for s in cited for k in s.content if s.tokens[k].stem == thing.stem for maker in _makers(s, k)]
        if by and not any(_same(made, maker, known) for maker in by):
            found.append(f"{thing.text!r} is not {made.text!r}'s in its sentences.")
    return found


def _makers(text: Analysed, index: int) -> Iterator[Token]:
    """Whoever stands right behind "a request by"."""
    by = text.tokens[index + 1 : index + 2]
    if index and by and by[0].low in text.words.by and text.tokens[index - 1].low in text.words.determiners:
        yield from (text.tokens[i] for i in text.content if index + 1 < i <= index + 4 and is_noun(text, i))


def _owned(text: Analysed) -> Iterator[tuple[Token, Token]]:
    """Each owner with what stands right behind."""
    for i in text.content:
        if text.tokens[i].possessive and i + 1 in text.content and is_noun(text, i + 1):
            yield text.tokens[i], text.tokens[i + 1]


def _same(owner: Token, other: Token, known: Sequence[Analysed]) -> bool:
    kind = owner.capital and other.low in known[0].words.generic  # "the company's"
    return alike(owner, other) or kind or any(side_by_side(s, owner, other) for s in known)
