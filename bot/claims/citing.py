"""Citing: which of a claim's sentences are its source's own, and which of them carry its words."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.article.article import Article
from bot.claims.grammar.evidence import Analysed, analysed, evidence
from bot.claims.language.token import Token
from bot.claims.sourcing import Sourcing
from bot.claims.told import Told

_FEW = 4  # sentences that a reader has chosen: of these whatever its source says beside the claim's words belongs to it


class Citing:
    """Without `sourcing`, which hears who speaks, every sentence may be anybody's."""

    def __init__(self, article: Article, sourcing: Sourcing | None) -> None:
        self._article = article
        self._sourcing = sourcing
        self._language = evidence(article, [1]).language

    def quoted(self, told: Told) -> Told | None:
        """With the sentences that stand for its text where that falls: its source's own, of these such as carry its words.
        Nothing where rules hear only others in them."""
        own = self._own(told)
        if self._sourcing is None or not own:
            return told if own else None
        return replace(told, numbers=self._carrying([own], told.text or "") or own)

    def carried(self, told: Told) -> bool:
        """Whether each of its sources speaks in some sentence that has a word of what they are to have said."""
        said = self._meaning(told.text or "")
        having = [n for n in told.numbers if self._shared(said, n)]
        alone = [replace(told, sources=(one,), via=()) for one in told.sources]
        heard = self._sourcing
        return heard is not None and all(any(heard.owned(one, n) for n in having) for one in alone)

    def _own(self, told: Told) -> tuple[int, ...]:
        """Those in which the sources speak; else those in which nobody is heard."""
        if self._sourcing is None:
            return told.numbers
        heard = {n: self._sourcing.owned(told, n) for n in told.numbers}
        own = tuple(n for n in told.numbers if heard[n])
        return own or tuple(n for n in told.numbers if heard[n] is None)

    def kept(self, told: Told, text: str) -> tuple[int, ...]:
        """The sentences of what stands, without those that carry nothing of it: that have no word of it which better ones, its
        source's own first, have not, and tell neither who speaks nor whom a pronoun means."""
        if self._sourcing is None or len(told.numbers) < 2:
            return told.numbers
        own = set(self._own(told))
        carrying = self._carrying([sorted(own), told.numbers], text)
        if not carrying:
            return told.numbers
        spoken = {m for n in carrying if (m := self._attribution(told, n))}
        meant = {n - 1 for n in {*carrying, *spoken} if self._points(n)}
        few = len(told.numbers) <= _FEW
        beside = {n for n in own & _beside(carrying) if few or self._shared(self._meaning(text), n)}
        return tuple(n for n in told.numbers if n in {*carrying, *spoken, *meant, *beside})

    def _attribution(self, told: Told, n: int) -> int | None:
        """The sentence that tells who speaks in one that goes on."""
        if self._sourcing is None or self._sourcing.tells(told, n):
            return None
        return next((m for m in reversed(told.numbers) if m < n and self._sourcing.tells(told, m)), None)

    def _points(self, n: int) -> bool:
        """Whether a word of the sentence stands for one before it."""
        sentence = self._sentence(n)
        return any(token.low in sentence.words.pronouns for token in sentence.tokens)

    def _carrying(self, groups: Sequence[Sequence[int]], text: str) -> tuple[int, ...]:
        """Of each group the one with most of the words, and those that have more of them, in the article's order."""
        left = list(self._meaning(text))
        kept: list[int] = []
        for numbers in groups:
            while left:
                best = max(numbers, key=lambda n: len(self._shared(left, n)), default=0)
                shared = self._shared(left, best) if best else []
                if not shared:
                    break
                kept.append(best)
                left = [token for token in left if token not in shared]
        return tuple(sorted(kept))

    def _meaning(self, text: str) -> tuple[Token, ...]:
        return analysed(text, self._language).meaning

    def _shared(self, said: Iterable[Token], n: int) -> list[Token]:
        sentence = self._sentence(n)
        return [token for token in said if sentence.has(token)]

    def _sentence(self, n: int) -> Analysed:
        return analysed(self._article.sentence(n), self._language)


def _beside(numbers: Iterable[int]) -> set[int]:
    return {near for n in numbers for near in (n - 1, n + 1)}
