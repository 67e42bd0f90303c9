"""German compounds told by their parts: "zu Beginn des Prozesses" where the article has "zu Prozessbeginn", and the other way."""

import re
from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.token import Token
from bot.claims.language.wordlists import word_set

_LINKS = (
    "",
    "s",
    "es",
    "n",
    "en",
    "er",
    "e",
)  # what stands between the parts of a compound: "Prozess" "beginn", "Saison" "ende"
_ENDINGS = ("", "s", "es", "n", "en", "e", "er")
_TYING = word_set("des der eines einer ihres ihrer seines seiner von vom für im in zum zur am an aus mit gegen über")
_ARTICLES = word_set("dem den der des die das einem einen einer ein eine")
_SHORTEST = 3


def by_parts(text: str, own: Analysed, cited: Sequence[Analysed]) -> str:
    """`text`, which is `own`, with the compound or its parts, as its sentences have it."""
    unseen = [t for i, t in enumerate(own.tokens) if _noun(t) and i in own.content and not any(s.has(t) for s in cited)]
    for token in unseen:
        for sentence in cited:
            for phrase, head, first in phrases(sentence):
                if made_of(token, head, first):
                    text = re.sub(rf"\b{re.escape(token.text)}\b", phrase, text)
    if not unseen:
        return text
    for phrase, head, first in phrases(own):
        compounds = [t for s in cited for t in s.tokens if _noun(t) and made_of(t, head, first)]
        if compounds and not any(s.has(head) and s.has(first) for s in cited):
            text = text.replace(phrase, compounds[0].text)
    return text


def phrases(text: Analysed) -> Iterator[tuple[str, Token, Token]]:
    """Each noun that hangs on another, as both stand there, with the two: "Beginn des Prozesses"."""
    tokens = text.tokens
    for i in range(len(tokens) - 2):
        if not _noun(tokens[i]) or tokens[i + 1].low not in _TYING:
            continue
        k = i + 2 + (tokens[i + 2].low in _ARTICLES)
        if k < len(tokens) and _noun(tokens[k]):
            yield " ".join(token.text for token in tokens[i : k + 1]), tokens[i], tokens[k]


def made_of(compound: Token, head: Token, first: Token) -> bool:
    """Whether the compound begins with the one noun and ends in the other, which is its head: "Prozessbeginn"."""
    if compound.low[:_SHORTEST] != first.low[:_SHORTEST] or len(compound.low) < len(first.low) + _SHORTEST:
        return False
    rests = {c.removesuffix(h) for c in _bases(compound) for h in _bases(head) if c.endswith(h)}
    return any(rest == base + link for rest in rests for base in _bases(first) for link in _LINKS)


def _bases(noun: Token) -> set[str]:
    """The noun without what a case or the plural adds: "Umbaus", "Umbau"."""
    return {noun.low.removesuffix(ending) for ending in _ENDINGS if len(noun.low) - len(ending) >= _SHORTEST}


def _noun(token: Token) -> bool:
    return token.kind == "word" and token.capital and len(token.low) >= _SHORTEST
