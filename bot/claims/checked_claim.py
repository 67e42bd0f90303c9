"""One claim of a form, checked: what stands of it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Literal

from bot.article.article import Article
from bot.claims.form import ClaimForm
from bot.claims.grammar.quotation import speech_form
from bot.claims.language.verbatim import find_in_sentences
from bot.claims.reading import Claim, Span
from bot.claims.references import References
from bot.claims.restatement import problems
from bot.claims.rules.certainty import consistent, of_quoted, of_restated
from bot.claims.rules.relayed import relayed_problems
from bot.claims.told import Told

Spans = Mapping[str, tuple[Span | None, Span | None]]
"""Of claims, by the ids of the form: the asserted words and the cue."""
_OF_DEEDS = ("fact", "figure")
_SILENT = "Its sentences tell only that somebody kept silent, which is a denial of that kind and no claim."


class ClaimCheck:
    """`language` is the one that was asked for, None for the article's."""

    def __init__(self, article: Article, refers: References, spans: Spans, language: str | None) -> None:
        self._article = article
        self._refers = refers
        self._spans = spans
        self._language = language

    def claim(self, form: ClaimForm) -> Claim | None:
        """With the article's own words where its own do not stand; None when it has no sentence or no source left."""
        numbers = self._refers.numbers(form.id, form.sentences)
        sources = self._refers.sources(form.id, form.sources)
        if not numbers or (form.sources and not sources):
            return None
        via = tuple(s for s in self._refers.sources(form.id, form.via) if s not in sources)
        told = self._cited(Told(sources, via, numbers, None if self._language else form.text))
        sourced = self._refers.sourced(form.id, told)
        if sourced is None:
            return None
        cue, hedge = self._verbatim(form, "cue", numbers), self._verbatim(form, "hedge", numbers)
        stands = self._stands(form, told.numbers, sources, via) and sourced.held
        shown = sourced if stands else self._quoted(sourced)
        if shown and self._refers.silent(shown.numbers):
            self._refers.complain(form.id, _SILENT)
            return None
        return self._worded(form, shown, cue, hedge, stands=stands) if shown else None

    def _cited(self, told: Told) -> Told:
        """Without sentences that carry nothing of it, where its words are the article's language."""
        return replace(told, numbers=self._refers.citing.kept(told, told.text)) if told.text else told

    def _quoted(self, told: Told) -> Told | None:
        """What stands for it in the article's own words, by whoever says them."""
        citing = self._refers.citing
        quoted = citing.quoted(told)
        if quoted is not None:
            return quoted
        spoken = self._refers.spoken(replace(told, text=None))  # of several in whose words it may stand none is chosen
        return citing.quoted(replace(spoken, text=told.text)) if spoken else None

    def _worded(self, form: ClaimForm, told: Told, cue: str | None, hedge: str | None, *, stands: bool) -> Claim:
        """In its own words where these stand."""
        numbers, language = told.numbers, self._article.language
        passage = self._article.excerpt(numbers)
        content, cue_span = map(self._span, self._spans.get(form.id, (None, None)))
        certainty = consistent(form.certainty, hedge, passage, language)
        return Claim(
            id=form.id,
            text=form.text.strip() if stands else passage,
            sentences=numbers,
            sources=told.sources,
            via=told.via,
            cue=cue,
            form=speech_form(self._article, numbers, content),
            certainty=of_restated(certainty, form.text, passage, language)
            if stands
            else of_quoted(certainty, form.text, passage, language, deed=form.kind in _OF_DEEDS),
            hedge=hedge,
            kind=form.kind,
            wording="restated" if stands else "quoted",
            content=content,
            cue_span=cue_span,
        )

    def _verbatim(self, form: ClaimForm, part: Literal["cue", "hedge"], numbers: Iterable[int]) -> str | None:
        """As it stands in the sentences or right beside them; a complaint where it does not."""
        said = getattr(form, part)
        found = find_in_sentences(self._article, self._near(numbers), said) if said else None
        if said and found is None:
            self._refers.complain(form.id, f"The {part} {said!r} is not in its sentences.")
        return found

    def _stands(
        self, form: ClaimForm, numbers: tuple[int, ...], sources: tuple[str, ...], via: tuple[str, ...]
    ) -> bool:
        if not form.text.strip():
            return False
        speakers = (*sources, *via)
        names = self._refers.names(speakers)
        found = list(problems(self._article, form.text, numbers, names, language=self._language))
        found += self._refers.misquoted(form.text, numbers)
        found += self._refers.withdrawn(numbers)
        found += [] if speakers else self._refers.untold(form.text, numbers)
        if via and not self._language and self._article.language:
            relays = self._refers.names(via)
            found += relayed_problems(form.text, self._article.passage(numbers), relays, self._article.language)
        for problem in found:
            self._refers.complain(form.id, problem)
        return not found

    def _span(self, span: Span | None) -> Span | None:
        if span is None or not 0 <= span.start < span.end <= len(self._article.text):
            return None
        return span

    def _near(self, numbers: Iterable[int]) -> list[int]:
        return sorted({m for n in numbers for m in (n - 1, n, n + 1) if self._article.has(m)})
