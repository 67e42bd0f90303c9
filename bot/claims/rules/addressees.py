"""Addressees: whom somebody tells, asks or advises is whom the article has there: "advised Prell" is not "told Achebe"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.names import compatible, runs
from bot.claims.grammar.nouns import is_noun
from bot.claims.language.token import Token

_THEM = frozenset({"him", "her", "them", "me", "us"})


def addressee_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each name that is told something where the sentences have nobody but others told, and each noun that they
    have elsewhere."""
    others = [name for sentence in cited for name in _addressed(sentence)]
    tellers = [name for sentence in cited for name in _telling_them(sentence)]
    return [
        f"{' '.join(token.text for token in name)!r} is not who is told in its sentences."
        for name in _addressed(text)
        if (others and not _among(name, others)) or (not others and _among(name, tellers))
    ] + [
        f"{noun.text!r} is not who is told in its sentences."
        for noun in _nouns_told(text)
        if others
        and any(s.has(noun) for s in cited)
        and not any(noun.same(told) for s in cited for told in _nouns_told(s))
    ]


def _among(name: Sequence[Token], others: Sequence[Sequence[Token]]) -> bool:
    return any(compatible(name, other) for other in others)


def _telling_them(text: Analysed) -> Iterator[list[Token]]:
    """The name before a verb of telling behind which a pronoun stands: "its leader, Ann Lee, told him"."""
    for run in runs(text):
        behind = [token.low for token in text.tokens[run[-1] + 1 : run[-1] + 4] if token.low != ","]
        if len(behind) > 1 and behind[0] in text.words.vocabulary.telling and behind[1] in _THEM:
            yield [text.tokens[i] for i in run]


def _addressed(text: Analysed) -> Iterator[list[Token]]:
    """The name right behind a verb of telling."""
    for run in runs(text):
        if _told_at(text, run[0]):
            yield [text.tokens[i] for i in run]


def _nouns_told(text: Analysed) -> Iterator[Token]:
    """ "told the council"."""
    yield from (
        text.tokens[i] for i in text.content if not text.tokens[i].capital and is_noun(text, i) and _told_at(text, i)
    )


def _told_at(text: Analysed, index: int) -> bool:
    """Whether a verb of telling stands right before, a determiner between them allowed."""
    k = index - 1
    k -= k > 0 and text.tokens[k].low in text.words.determiners
    return k >= 0 and text.tokens[k].low in text.words.vocabulary.telling
