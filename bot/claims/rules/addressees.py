"""Addressees: whom somebody tells, asks or advises is whom the article has there: "advised Prell" is not "told Achebe"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.names import compatible, runs
from bot.claims.language.token import Token


def addressee_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each name that is told something where the sentences have nobody but others told."""
    others = [name for sentence in cited for name in _addressed(sentence)]
    return [
        f"{' '.join(token.text for token in name)!r} is not who is told in its sentences."
        for name in _addressed(text)
        if others and not any(compatible(name, other) for other in others)
    ]


def _addressed(text: Analysed) -> Iterator[list[Token]]:
    """The name right behind a verb of telling."""
    for run in runs(text):
        if run[0] and text.tokens[run[0] - 1].low in text.words.vocabulary.telling:
            yield [text.tokens[i] for i in run]
