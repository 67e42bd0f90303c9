"""An article: its text, cut into numbered sentences, and what is known about it."""

import hashlib
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

from pydantic import BaseModel, ConfigDict

from bot.article.validators import Validators


class Sentence(BaseModel):
    """Sentence `n` (from 1) is `text[start:end]`: Unicode code points, half open."""

    model_config = ConfigDict(frozen=True)

    n: int
    start: int
    end: int


class Article(BaseModel):
    """What a page says.

    Paragraphs are separated by line breaks in `text`; a sentence never crosses one. `lead` counts the
    sentences at the start that are headline and standfirst. Times are ISO 8601. Unknown is None.
    `partial` tells that only the part before a login or subscription wall could be read.
    `pages` holds the offset in `text` at which each page of a PDF begins, and nothing for what has no pages.
    `validators` are those of the page it was made of: `Web.fetch(article.url, known=article.validators)` asks for it again.
    """

    model_config = ConfigDict(frozen=True)

    url: str | None = None
    canonical_url: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    published_at: str | None = None
    modified_at: str | None = None
    language: str | None = None
    text: str
    sentences: tuple[Sentence, ...]
    lead: int = 0
    partial: bool = False
    pages: tuple[int, ...] = ()
    validators: Validators = Validators()

    @property
    def address(self) -> str | None:
        """Where a reader of the reply is sent."""
        return self.url or self.canonical_url

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the text, hex: the natural key of what a reader sees."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, ...], ...]:
        """Sentence numbers, grouped by paragraph, in order."""
        groups: list[list[int]] = []
        end = 0
        for sentence in self.sentences:
            if not groups or "\n" in self.text[end : sentence.start]:
                groups.append([])
            groups[-1].append(sentence.n)
            end = sentence.end
        return tuple(tuple(group) for group in groups)

    def has(self, n: int) -> bool:
        return 1 <= n <= len(self.sentences)

    def sentence(self, n: int) -> str:
        """The article's own characters of sentence `n`. Raises IndexError outside 1..len."""
        if not self.has(n):
            raise IndexError(n)
        span = self.sentences[n - 1]
        return self.text[span.start : span.end]

    def page_of(self, n: int) -> int | None:
        """The page, from 1, on which sentence `n` begins; None where there are none. Raises IndexError outside 1..len."""
        if not self.has(n):
            raise IndexError(n)
        return bisect_right(self.pages, self.sentences[n - 1].start) or None

    def passage(self, numbers: Iterable[int]) -> str:
        """The given sentences in order, joined by a space."""
        return " ".join(self.sentence(n) for n in sorted(set(numbers)))

    def excerpt(self, numbers: Iterable[int]) -> str:
        """Like `passage`, with an ellipsis wherever sentences between are left out."""
        wanted = sorted(set(numbers))
        gaps = {after for before, after in pairwise(wanted) if after > before + 1}
        return " ".join(f"… {self.sentence(n)}" if n in gaps else self.sentence(n) for n in wanted)
