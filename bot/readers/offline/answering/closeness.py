"""Closeness: how much of what a question asks for a sentence has, in kindred words, in what it means by "it", or as what the
whole article is about."""

import math
from collections.abc import Sequence
from functools import cached_property

from bot.article.article import Article
from bot.claims.grammar.evidence import Analysed, analysed
from bot.claims.language.token import Token
from bot.readers.offline.answering import needs
from bot.readers.offline.answering.questions import Question
from bot.readers.offline.answering.told import Told
from bot.readers.offline.text import topic

_NAME = 1.5
_MEANT = 0.6
_IMPLIED = 0.3
_KNOWN = 0.5  # share of the words that tell what it is about: "the flying boot"


class Closeness:
    """Of the sentences `told` to the `words` of a question."""

    def __init__(self, question: Question, words: Sequence[Token], told: Sequence[Told], article: Article) -> None:
        self.words = words
        self._question = question
        self._told = {one.n: one for one in told}
        self._article = article
        own = {n: [question.has(self._sentence(n), word) for word in words] for n in self._told}
        self._own = own
        spread = [sum(found[i] for found in own.values()) for i in range(len(words))]
        self._weights = [
            (_NAME if word.capital else 1.0) * math.log(1 + len(own) / (1 + spread[i])) for i, word in enumerate(words)
        ]

    def _sentence(self, n: int) -> Analysed:
        return analysed(self._article.sentence(n), self._question.language.code)

    @cached_property
    def _topical(self) -> list[bool]:
        first = [self._article.sentence(s.n) for s in self._article.sentences[: self._article.lead + 1]]
        texts = [self._article.title or "", *first]
        said = [analysed(text, self._question.language.code) for text in texts]
        return [any(self._question.has(one, word) for one in said) for word in self.words]

    @property
    def topical(self) -> bool:
        """Each of the words is among those that the article is about, by its headline where it has one."""
        title = self._article.title
        if not title:
            return all(self._topical)
        said = analysed(title, self._question.language.code)
        return all(self._question.has(said, word) for word in self.words)

    @property
    def known(self) -> bool:
        """The article has all names and parties among the words, and of the others all but a few."""
        said = [any(found[i] for found in self._own.values()) for i in range(len(self.words))]
        parties = needs.parties(self._question)
        named = [word.capital or topic.stem(word.text.lower()) in parties for word in self.words]
        others = [has for has, name in zip(said, named, strict=True) if not name]
        return all(has for has, name in zip(said, named, strict=True) if name) and sum(others) >= _KNOWN * len(others)

    def names_matter(self, n: int) -> bool:
        """ "Declined to comment on the trial", not "on Monday": the sentence tells itself what about."""
        language, tokens = self._question.language, self._sentence(n).tokens
        behind = (tokens[i + 1] for i in range(len(tokens) - 1) if tokens[i].low in language["asks.about"])
        return any(token.low not in self._question.calendar and token.kind == "word" for token in behind)

    def shared(self, n: int) -> list[Token]:
        """The words that stand in the sentence itself."""
        return [word for word, has in zip(self.words, self._own.get(n, []), strict=False) if has]

    def of(self, n: int) -> float:
        """The share of the question's weight, 0 to 1."""
        total = sum(self._weights) or 1.0
        return sum(weight * self._strength(n, i) for i, weight in enumerate(self._weights)) / total

    def _strength(self, n: int, i: int) -> float:
        if self._own[n][i]:
            return 1.0
        meant = topic.stem(self.words[i].low) in self._told[n].all
        if meant or (n - 1 in self._own and self._own[n - 1][i]):
            return _MEANT
        return _IMPLIED if self._topical[i] else 0.0
