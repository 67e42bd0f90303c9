"""Chronology: a live blog that runs backwards, its newest entry first, is read from its oldest entry on.

Who "the minister" is, and what a denial answers, was told earlier that day: in such an article further down.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from bot.article.article import Article, Sentence
from bot.claims.form import ClaimForm, Draft, Form
from bot.claims.people.voices import Voice
from bot.claims.reading import Span
from bot.readers.offline.text import dateline

_ENTRIES = 3  # so many entries with an hour make a live blog
_MOSTLY = 0.66  # of its hours are earlier than the one above, where it runs backwards

_Spans = dict[str, tuple[Span | None, Span | None]]


@dataclass(frozen=True, slots=True)
class Retold:
    """`article` has the entries of another one in the order of time; each `shift` leads from a place in it (its first character
    and the one behind its last) to the same in the other, and `numbers` from its sentences to the other's."""

    article: Article
    numbers: tuple[int, ...]
    shifts: tuple[tuple[int, int, int], ...]

    def draft(self, found: Draft) -> Draft:
        """The same draft for the article as it stands: claims in its order, with their ids anew."""
        form = found.form
        claims = sorted((self._claim(claim) for claim in form.claims), key=lambda claim: claim.sentences)
        ids = {claim.id: f"c{at}" for at, claim in enumerate(claims, start=1)}
        denials = [
            denial.model_copy(
                update={"sentences": self._ns(denial.sentences), "claims": [ids[id_] for id_ in denial.claims]}
            )
            for denial in form.denials
        ]
        denials.sort(key=lambda denial: denial.sentences)
        told = [claim.model_copy(update={"id": ids[claim.id]}) for claim in claims]
        spans = {ids[id_]: (self._span(content), self._span(cue)) for id_, (content, cue) in found.spans.items()}
        unread = self._unread(found.unread)
        return replace(found, form=Form(sources=form.sources, claims=told, denials=denials), spans=spans, unread=unread)

    def voice(self, voice: Voice) -> Voice:
        """The same voice in the article as it stands."""
        content = tuple(self._place(span) for span in voice.content)
        n, righted = self.numbers[voice.n - 1], tuple(self._ns(voice.righted))
        clause = self._place(voice.clause) if voice.clause else None
        return replace(voice, n=n, content=content, group=self._place(voice.group), clause=clause, righted=righted)

    def _claim(self, claim: ClaimForm) -> ClaimForm:
        return claim.model_copy(update={"sentences": self._ns(claim.sentences)})

    def _ns(self, numbers: Iterable[int]) -> list[int]:
        return sorted(self.numbers[n - 1] for n in numbers)

    def _span(self, span: Span | None) -> Span | None:
        if span is None:
            return None
        start, end = self._place((span.start, span.end))
        return Span(start=start, end=end)

    def _place(self, place: tuple[int, int]) -> tuple[int, int]:
        by = next((by for first, last, by in self.shifts if first <= place[0] < last), 0)
        return place[0] + by, place[1] + by

    def _unread(self, runs: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        left = sorted(self.numbers[n - 1] for first, last in runs for n in range(first, last + 1))
        rows = (list(run) for _, run in groupby(enumerate(left), key=lambda pair: pair[1] - pair[0]))
        return tuple((run[0][1], run[-1][1]) for run in rows)


def of(article: Article) -> Retold | None:
    """The article in the order of time; None where it does not run backwards."""
    opening = [(at, article.sentences[group[0] - 1].start) for at, group in enumerate(article.paragraphs)]
    hours = [(at, hour) for at, start in opening if (hour := dateline.hour(article.text, start)) is not None]
    falling = sum(before > after for (_, before), (_, after) in pairwise(hours))
    rising = sum(before < after for (_, before), (_, after) in pairwise(hours))
    if len(hours) < _ENTRIES or falling <= rising or falling < _MOSTLY * (len(hours) - 1):
        return None
    return _turned(article, [at for at, _ in hours])


def _turned(article: Article, entries: Sequence[int]) -> Retold:
    """`entries` are the paragraphs with which the entries begin; what stands above them stays there."""
    ends = [*entries[1:], len(article.paragraphs)]
    order = [range(entries[0]), *(range(first, last) for first, last in zip(entries, ends, strict=True))][::-1]
    text, numbers = "", list[int]()
    sentences, shifts = list[Sentence](), list[tuple[int, int, int]]()
    for block in (order[-1], *order[:-1]):
        if not block:
            continue
        old = [n for at in block for n in article.paragraphs[at]]
        start, end = article.sentences[old[0] - 1].start, article.sentences[old[-1] - 1].end
        shift = start - len(text)
        shifts.append((len(text), len(text) + end - start + 1, shift))
        for n in old:
            found = article.sentences[n - 1]
            sentences.append(Sentence(n=len(sentences) + 1, start=found.start - shift, end=found.end - shift))
        numbers += old
        text += article.text[start:end] + "\n"
    turned = Article(text=text, sentences=tuple(sentences), language=article.language, lead=article.lead)
    return Retold(turned, tuple(numbers), tuple(shifts))
