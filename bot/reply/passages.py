"""The sentences that something stands in, and how they are named."""

from collections.abc import Iterable, Sequence

from bot.article.article import Article
from bot.reply.passage import passage_url
from bot.reply.plain import phrase
from bot.reply.reply import Passage


class Passages:
    """The sentences of one article as passages, each made once however often it is cited; `longest` in characters."""

    def __init__(self, article: Article, *, longest: int = 3000) -> None:
        self._article = article
        self._longest = longest
        self._made: dict[int, Passage] = {}

    def __call__(self, numbers: Iterable[int]) -> tuple[Passage, ...]:
        """In order, each once; a number outside the article is passed over."""
        return tuple(self._passage(n) for n in sorted(set(numbers)) if self._article.has(n))

    def _passage(self, n: int) -> Passage:
        if n not in self._made:
            text = phrase(self._article.sentence(n), self._longest)
            self._made[n] = Passage(n, text, passage_url(self._article, n))
        return self._made[n]


def runs(items: Sequence[Passage]) -> list[tuple[Passage, Passage]]:
    """First and last of each row of neighbours: 3, 4, 5, 9 is (3, 5) and (9, 9)."""
    found: list[tuple[Passage, Passage]] = []
    for item in items:
        if found and item.n == found[-1][1].n + 1:
            found[-1] = (found[-1][0], item)
        else:
            found.append((item, item))
    return found
