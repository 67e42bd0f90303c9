"""Texts become articles and filled forms in one call."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from bot.article.article import Article
from bot.article.sentences import cut
from bot.claims.form import ClaimForm, DenialForm, Draft, SourceForm
from bot.readers.offline.reader import draft


@dataclass(frozen=True)
class Filled:
    """A draft beside its article, with the shortcuts that tests ask for."""

    article: Article
    draft: Draft

    @property
    def claims(self) -> list[ClaimForm]:
        return self.draft.form.claims

    def sources(self, claim: ClaimForm | DenialForm) -> list[SourceForm]:
        return [source for source in self.draft.form.sources if source.id in claim.sources]

    def relays(self, claim: ClaimForm) -> list[SourceForm]:
        return [source for source in self.draft.form.sources if source.id in claim.via]

    def names(self, claim: ClaimForm) -> list[str | None]:
        return [source.name for source in self.sources(claim)]

    def content(self, claim: ClaimForm) -> str:
        span, _ = self.draft.spans[claim.id]
        assert span is not None
        return self.article.text[span.start : span.end]

    def of(self, n: int) -> ClaimForm:
        """The first claim that cites sentence `n`."""
        return next(claim for claim in self.claims if n in claim.sentences)

    def denial(self, n: int) -> DenialForm:
        """The only denial that cites sentence `n`."""
        [denial] = [one for one in self.draft.form.denials if n in one.sentences]
        return denial

    def answered(self, n: int) -> list[int]:
        """The sentences of the claims that the denial in sentence `n` answers."""
        denial = self.denial(n)
        return sorted({at for claim in self.claims if claim.id in denial.claims for at in claim.sentences})

    def only_counters(self, n: int, *, said: int) -> bool:
        """Whether the one denial stands in sentence `n`, counters, and answers what sentence `said` claims and nothing else."""
        kinds = [(denial.kind, denial.sentences) for denial in self.draft.form.denials]
        return kinds == [("counters", [n])] and self.answered(n) == [said]


Fill = Callable[..., Filled]


@pytest.fixture
def fill() -> Fill:
    def fill(text: str, language: str = "en", lead: int = 0) -> Filled:
        article = Article(text=text, sentences=cut(text, language), language=language, lead=lead)
        return Filled(article, draft(article))

    return fill
