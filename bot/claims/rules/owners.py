"""Owners: "the council's figures" are not "the association's figures"."""

from collections.abc import Iterable, Iterator, Sequence

from bot.claims.grammar.evidence import Analysed, forms_in
from bot.claims.grammar.nouns import is_noun, side_by_side
from bot.claims.language.likeness import alike, likeness
from bot.claims.language.smallwords import OF
from bot.claims.language.token import Token
from bot.claims.rules.belongings import belonging_problems

_ITS = frozenset({"its", "their", "his", "her"})
_PHRASE = 4  # words of what is owned
_GENITIVES = frozenset({"des", "der", "von", "vom"})


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
    found += [f"{thing!r} is {owner!r}'s in its sentences." for owner, thing in _anothers(text, cited)]
    found += belonging_problems(text, cited)
    found += _given_to(text, cited, near)
    return list(dict.fromkeys(found + _made_by(text, cited, near) + _exchanged(text, cited)))


def speakers_own_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """ "The ministry's members" of "the union said its members": what a body says of its own is not another's."""
    found = []
    for owner, thing in (*_owned(text), *_belonging(text)):
        theirs = [other for s in cited for other, same in _told_of_own(s) if same.stem == thing.stem]
        places = [i for s in cited for i in s.content if s.tokens[i].stem == thing.stem]
        others = theirs if len(theirs) == len(places) else []
        if others and not any(_same(owner, each, cited) for each in others):
            found.append(f"{thing.text!r} is {others[0].text!r}'s in its sentences.")
    return found


def _belonging(text: Analysed) -> Iterator[tuple[Token, Token]]:
    """Of "members of the rail union" the last word, with the members."""
    for i in text.content:
        of = text.words.language == "en" and text.tokens[i + 1 : i + 2] and text.tokens[i + 1].low == "of"
        behind = [j for j in text.content if i + 1 < j <= i + _PHRASE and is_noun(text, j)] if of else []
        run = [j for k, j in enumerate(behind) if j - behind[0] == k]
        if run and is_noun(text, i):
            yield text.tokens[run[-1]], text.tokens[i]


def _told_of_own(text: Analysed) -> Iterator[tuple[Token, Token]]:
    """Who says it, and what stands behind "said its"."""
    for i in text.content if text.words.language == "en" else ():
        own = i > 1 and text.tokens[i - 1].low in ("its", "their")
        verb = i - 2 - (own and text.tokens[i - 2].low == "that")
        teller = text.tokens[verb - 1] if own and verb > 0 and verb - 1 in text.content else None
        one = teller is not None and (teller.capital or not teller.low.endswith("s") or text.tokens[i - 1].low != "its")
        if teller is not None and one and text.tokens[verb].low in text.words.reporting:
            yield teller, text.tokens[i]


def _anothers(text: Analysed, cited: Sequence[Analysed]) -> Iterator[tuple[str, str]]:
    """ "The ministry spends its costs on the operator" of "the operator's costs": whose they are is named behind."""
    for at, token in enumerate(text.tokens if text.words.language == "en" else ()):
        if token.low not in _ITS:
            continue
        thing = next((i for i in text.content if i > at and is_noun(text, i) and i + 1 not in text.content), None)
        if thing is None or thing - at > _PHRASE:
            continue
        if any(between.possessive for between in text.tokens[at + 1 : thing]):
            continue  # "her sister's name"
        places = forms_in(cited, text.tokens[thing])
        theirs = [
            next((s.tokens[k] for k in range(j - 1, max(-1, j - _PHRASE), -1) if s.tokens[k].possessive), None)
            for s, j in places
        ]
        ahead, behind = ([text.tokens[i] for i in text.content if (i < at) == before] for before in (True, False))
        owners = [o for o in theirs if o is not None and not (o.capital and token.low == "their")]
        if owners and len(owners) == len(places) and all(_names(o, behind) and not _names(o, ahead) for o in owners):
            yield owners[0].text, text.tokens[thing].text


def _names(owner: Token, tokens: Sequence[Token]) -> bool:
    return any(alike(owner, token) for token in tokens)


def _exchanged(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """ "die Erhöhung von Elbstrom" is not "die Erhöhung des Gerichts", which the sentence has elsewhere."""
    found: list[str] = []
    theirs = [(s, thing, owner) for s in cited for thing, owner in _of(s)]
    for thing, owner in _of(text):
        same = [(s, other) for s, own, other in theirs if likeness(text.tokens[thing], s.tokens[own]) > 1]
        elsewhere = [text.tokens[i] for i in text.content if i not in (thing, owner)]
        if same and all(_moved(text.tokens[owner], s, other, elsewhere) for s, other in same):
            found.append(f"{text.tokens[thing].text!r} is not {text.tokens[owner].text!r}'s in its sentences.")
    return found


def _moved(owner: Token, sentence: Analysed, other: int, elsewhere: Sequence[Token]) -> bool:
    mine = [i for i in sentence.content if alike(owner, sentence.tokens[i])]
    return bool(mine) and other not in mine and any(alike(sentence.tokens[other], token) for token in elsewhere)


def _of(text: Analysed) -> Iterator[tuple[int, int]]:
    """German "A des B", "A von B": places of the two nouns."""
    if text.words.language != "de":
        return
    for k, token in enumerate(text.tokens[:-1]):
        nouns = all(i in text.content and text.tokens[i].capital for i in (k - 1, k + 1))
        if token.low in _GENITIVES and nouns:
            yield k - 1, k + 1


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


def _given_to(text: Analysed, cited: Sequence[Analysed], known: Sequence[Analysed]) -> list[str]:
    """ "La comptabilité du syndicat" of "le syndicat … la comptabilité de l'éditeur"."""
    found = []
    for thing, owner in _of_romance(text):
        places = forms_in(cited, text.tokens[thing])
        theirs = [(s, dict(_of_romance(s)).get(i)) for s, i in places]
        mine = text.tokens[owner]
        others = [s.tokens[k] for s, k in theirs if k is not None]
        told = bool(others) and len(others) == len(places) and any(forms_in(cited, mine))
        if told and not any(_same(mine, other, known) for other in others):
            found.append(f"{text.tokens[thing].text!r} is not {mine.text!r}'s in its sentences.")
    return found


def _of_romance(text: Analysed) -> Iterator[tuple[int, int]]:
    """French and Spanish "A de B", both nouns of no name: places of the two."""
    for i in text.content if text.words.language in ("fr", "es") else ():
        behind = next((k for k in text.content if i < k <= i + _PHRASE), None)
        between = [token.low for token in text.tokens[i + 1 : behind]] if behind else []
        tied = bool(between) and between[0] in OF and all(low in text.words.determiners | OF for low in between)
        if behind is not None and tied and is_noun(text, i) and is_noun(text, behind):
            yield i, behind
