"""Belongings: "its own agents" are not another's, and "kestrische Agenten" not "ostländische"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed, forms_in
from bot.claims.grammar.nouns import is_noun
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import alike, likeness
from bot.claims.language.smallwords import OF, POSSESSIVES
from bot.claims.language.token import Token

_PHRASE = 3  # words behind a noun among which stands whose it is
_BEFORE = frozenset({"en", "de"})  # languages with the adjective before the noun

Place = tuple[Analysed, int]


def belonging_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each thing that somebody calls their own, and the sentences somebody else's whom the text does not name
    before; and for each that has the adjective of another thing."""
    found = []
    for thing in _called_own(text):
        places = forms_in(cited, text.tokens[thing])
        owners = [_owner(s, j) for s, j in places]
        ahead = [text.tokens[i] for i in text.content if i < thing]
        if owners and all(owner is not None and not any(alike(owner, t) for t in ahead) for owner in owners):
            found.append(f"{text.tokens[thing].text!r} are another's in its sentences.")
    return found + _given_away(text, cited) + _exchanged(text, cited)


def _given_away(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """ "Deleted the defendant's replies" of "deleted his own replies": whoever does it is no longer whose they are."""
    found = []
    theirs = [(s, j) for s in cited for j in _called_own(s)]
    for thing in text.content if theirs else ():
        places = forms_in(cited, text.tokens[thing])
        owner = _owner(text, thing) if places and all(place in theirs for place in places) else None
        ahead = [text.tokens[i] for i in text.content if i < thing and text.tokens[i] is not owner]
        ahead += [s.tokens[i] for s, j in places for i in s.content if i < j]  # who may be the one
        if owner is not None and not any(alike(owner, t) for t in ahead):
            found.append(f"{text.tokens[thing].text!r} are their own in its sentences.")
    return found


def _called_own(text: Analysed) -> Iterator[int]:
    """The nouns behind "its own"."""
    own = text.words.vocabulary.own
    for at, token in enumerate(text.tokens):
        thing = next((i for i in text.content if at < i <= at + 2 and text.tokens[i].low not in own), None)
        if token.low in own and thing is not None and is_noun(text, thing):
            yield thing


def _owner(text: Analysed, at: int) -> Token | None:
    """Whose the thing is by name: "the wardens' own dogs", "die Hunde der Wärter", "ostländische Agenten"; nobody where a pronoun
    tells it."""
    tokens, own = text.tokens, text.words.vocabulary.own
    start = at - 1
    while start > 0 and (tokens[start].low in own or tokens[start].low in "'’"):
        start -= 1
    if start < 0 or tokens[start].low in POSSESSIVES:
        return None
    if tokens[start].possessive:
        return tokens[start]
    behind = _genitive(text, at)
    return tokens[behind] if behind is not None else _adjective(text, at)


def _genitive(text: Analysed, at: int) -> int | None:
    """What stands behind "of", or behind a German article in the genitive."""
    nouns = [i for i in text.content if at < i <= at + _PHRASE]
    led = [token.low for token in text.tokens[at + 1 : nouns[0]]] if nouns else []
    return nouns[0] if led and led[0] in OF and not is_verb(text, nouns[0]) else None


def _adjective(text: Analysed, at: int) -> Token | None:
    """The word beside a noun that tells of what kind it is; for English, where nouns stand there too, a name alone."""
    language = text.words.language
    beside = at - 1 if language in _BEFORE else at + 1
    if beside not in text.content or is_verb(text, beside):
        return None
    token = text.tokens[beside]
    named = token.capital and not token.first
    return token if (named if language == "en" else (token.first or not token.capital)) else None


def _exchanged(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """The adjective of a noun stands beside another noun in the sentences, and another adjective beside this one."""
    found = []
    for thing in text.content:
        mine = _adjective(text, thing) if is_noun(text, thing) and text.words.language != "en" else None
        places = forms_in(cited, text.tokens[thing]) if mine is not None else []
        theirs = [_adjective(s, j) for s, j in places]
        if mine is None or not theirs or any(other is None or alike(mine, other) for other in theirs):
            continue
        elsewhere = [s.tokens[j] for s in cited for j in s.content if (a := _adjective(s, j)) and alike(mine, a)]
        if any(is_other for is_other in (likeness(text.tokens[thing], noun) == 0 for noun in elsewhere)):
            found.append(f"{mine.text!r} stands beside another noun in its sentences than {text.tokens[thing].text!r}.")
    return found
