"""Addressees: whom somebody tells, asks or advises is whom the article has there: "advised Prell" is not "told Achebe"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.names import compatible, runs
from bot.claims.language.token import Token

_THEM = frozenset({"him", "her", "them", "me", "us"})


def addressee_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each name that is told something where the sentences have nobody but others told."""
    others = [name for sentence in cited for name in _addressed(sentence)]
    tellers = [name for sentence in cited for name in _telling_them(sentence)]
    return [
        f"{' '.join(token.text for token in name)!r} is not who is told in its sentences."
        for name in _addressed(text)
        if (others and not _among(name, others)) or (not others and _among(name, tellers))
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
        if run[0] and text.tokens[run[0] - 1].low in text.words.vocabulary.telling:
            yield [text.tokens[i] for i in run]
