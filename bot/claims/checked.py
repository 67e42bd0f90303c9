"""The checks over a whole form: what stands, under which ids, and what is to be complained about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from bot.article.article import Article
from bot.claims.certainty import consistent, of_quoted
from bot.claims.form import ClaimForm, Complaint, DenialForm, Form
from bot.claims.quotation import speech_form
from bot.claims.reading import Claim, Denial, Source, Span
from bot.claims.restatement import problems
from bot.claims.sources import Found, build_source, find_sources
from bot.claims.sourcing import Sourcing, Told
from bot.claims.verbatim import find_in_sentences, fold
from bot.claims.voices import Speaker, Voice

_Item = TypeVar("_Item", Claim, Denial)
Spans = Mapping[str, tuple[Span | None, Span | None]]


@dataclass(frozen=True, slots=True)
class Checked:
    """Ids run c1…, s1…, d1… in the order of the article; `dropped` counts claims, sources and denials left out."""

    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]
    denials: tuple[Denial, ...]
    dropped: int
    complaints: tuple[Complaint, ...]


def check(
    article: Article, form: Form, spans: Spans, language: str | None = None, voices: Sequence[Voice] = ()
) -> Checked:
    """`language` is the one that was asked for, None for the article's; sources are held against `voices`.

    Never raises, whatever the form says.
    """
    return _Check(article, form, spans, language, voices).run()


class _Check:
    def __init__(
        self, article: Article, form: Form, spans: Spans, language: str | None, voices: Sequence[Voice]
    ) -> None:
        self._article = article
        self._language = language
        self._form = form
        self._spans = spans
        self._found = find_sources(article, form)
        self._same = _same_sources(self._found)
        self._sourcing = Sourcing(article, voices, self._found) if voices else None
        self._dropped = 0
        self._complaints: list[Complaint] = []

    def run(self) -> Checked:
        self._sources_missing()
        claims, claim_ids = self._claims()
        denials = self._denials(claim_ids)
        order = list(dict.fromkeys(s for item in _in_order(claims, denials) for s in (*item.sources, *item.via)))
        new = {old: f"s{index}" for index, old in enumerate(order, start=1)}
        return Checked(
            claims=tuple(_renamed(claim, new) for claim in claims),
            sources=tuple(self._source(old, new[old], claims, denials) for old in order),
            denials=tuple(_renamed(denial, new) for denial in denials),
            dropped=self._dropped,
            complaints=tuple(dict.fromkeys(self._complaints)),
        )

    def _complain(self, item: str, problem: str) -> None:
        self._complaints.append(Complaint(item, problem))

    def _sources_missing(self) -> None:
        for source_id, found in self._found.items():
            if found.missing:
                self._dropped += 1
                self._complain(source_id, f"The name {found.form.name!r} does not occur in the article.")

    def _source(self, old: str, new: str, claims: list[Claim], denials: list[Denial]) -> Source:
        items: list[Claim | Denial] = [*claims, *denials]
        cited = {n for item in items if old in (*item.sources, *item.via) for n in item.sentences}
        return build_source(self._article, self._found[old], new, cited)

    def _claims(self) -> tuple[list[Claim], dict[str, str]]:
        """The claims that stand in the order of the article, and where each id of the form went."""
        kept: dict[tuple[object, ...], Claim] = {}
        merged: dict[str, tuple[object, ...]] = {}
        for form in self._form.claims:
            claim = self._claim(form)
            if claim is None:
                self._dropped += 1
                continue
            key = (claim.sentences, frozenset(claim.sources), claim.via, fold(claim.text))
            kept.setdefault(key, claim)
            merged.setdefault(form.id, key)
        ordered = sorted(kept.items(), key=lambda item: item[1].sentences)
        new = {key: f"c{index}" for index, (key, _) in enumerate(ordered, start=1)}
        claims = [claim.model_copy(update={"id": new[key]}) for key, claim in ordered]
        return claims, {old: new[key] for old, key in merged.items()}

    def _claim(self, form: ClaimForm) -> Claim | None:
        numbers = self._numbers(form.id, form.sentences)
        sources = self._resolve(form.id, form.sources)
        if not numbers or (form.sources and not sources):
            return None
        via = tuple(s for s in self._resolve(form.id, form.via) if s not in sources)
        told = self._sourced(form.id, Told(sources, via, numbers, None if self._language else form.text))
        if told is None:
            return None
        near = self._near(numbers)
        cue = find_in_sentences(self._article, near, form.cue) if form.cue else None
        hedge = find_in_sentences(self._article, near, form.hedge) if form.hedge else None
        self._verbatim(form, cue, hedge)
        stands = self._stands(form, numbers, (*sources, *via)) and (told.sources, told.via) == (sources, via)
        content, cue_span = self._spans.get(form.id, (None, None))
        content = self._span(content)
        passage, language = self._article.passage(numbers), self._article.language
        certainty = consistent(form.certainty, hedge, passage, language)
        return Claim(
            id=form.id,
            text=form.text.strip() if stands else passage,
            sentences=numbers,
            sources=told.sources,
            via=told.via,
            cue=cue,
            form=speech_form(self._article, numbers, content),
            certainty=certainty if stands else of_quoted(certainty, form.text, passage, language),
            hedge=hedge,
            kind=form.kind,
            wording="restated" if stands else "quoted",
            content=content,
            cue_span=self._span(cue_span),
        )

    def _verbatim(self, form: ClaimForm, cue: str | None, hedge: str | None) -> None:
        if form.cue and cue is None:
            self._complain(form.id, f"The cue {form.cue!r} is not in its sentences.")
        if form.hedge and hedge is None:
            self._complain(form.id, f"The hedge {form.hedge!r} is not in its sentences.")

    def _stands(self, form: ClaimForm, numbers: tuple[int, ...], speakers: tuple[str, ...]) -> bool:
        if not form.text.strip():
            return False
        names = tuple(name for s in speakers if (name := self._found[s].name))
        found = list(problems(self._article, form.text, numbers, names, language=self._language))
        if self._sourcing and not self._language:
            found += self._sourcing.misquoted(form.text, numbers)
        for problem in found:
            self._complain(form.id, problem)
        return not found

    def _sourced(self, item: str, told: Told) -> Told | None:
        """The same where its sources hold; with those whom its sentences name where they do not; else nothing."""
        found = self._sourcing.problems(told) if self._sourcing else []
        for problem in found:
            self._complain(item, problem)
        if not self._sourcing or not found:
            return told
        alone = replace(told, via=())
        if told.via and not self._sourcing.problems(alone):
            return alone
        speakers, via = self._sourcing.heard(told)
        sources = self._adopted(speakers)
        return replace(told, sources=sources, via=self._adopted(via)) if sources else None

    def _adopted(self, speakers: Iterable[Speaker]) -> tuple[str, ...]:
        """Ids of speakers whom rules heard: those of the form where they are the same."""
        ids = []
        for speaker in speakers:
            form = speaker.source
            same = (id_ for id_, one in self._found.items() if (one.name, one.form.kind) == (form.name, form.kind))
            known = next(same, None) if form.name else None
            ids.append(self._same[known] if known else f"heard {form.id}")
            if known is None:
                self._found[f"heard {form.id}"] = Found(form, form.name, missing=False)
        return tuple(dict.fromkeys(ids))

    def _span(self, span: Span | None) -> Span | None:
        if span is None or not 0 <= span.start < span.end <= len(self._article.text):
            return None
        return span

    def _near(self, numbers: Iterable[int]) -> list[int]:
        return sorted({m for n in numbers for m in (n - 1, n, n + 1) if self._article.has(m)})

    def _numbers(self, item: str, numbers: Iterable[int]) -> tuple[int, ...]:
        for n in sorted({n for n in numbers if not self._article.has(n)}):
            self._complain(item, f"Sentence {n} does not exist; the last one is {len(self._article.sentences)}.")
        good = tuple(sorted({n for n in numbers if self._article.has(n)}))
        if not good:
            self._complain(item, "It cites no existing sentence.")
        return good

    def _resolve(self, item: str, ids: Iterable[str]) -> tuple[str, ...]:
        good: list[str] = []
        for source_id in ids:
            found = self._found.get(source_id)
            if found is None:
                self._complain(item, f"There is no source {source_id}.")
            elif not found.missing:
                good.append(self._same[source_id])
        return tuple(dict.fromkeys(good))

    def _denials(self, claim_ids: Mapping[str, str]) -> list[Denial]:
        kept: list[Denial] = []
        for index, form in enumerate(self._form.denials, start=1):
            denial = self._denial(f"d{index}", form, claim_ids)
            if denial is None:
                self._dropped += 1
            elif all(denial.model_copy(update={"id": other.id}) != other for other in kept):
                kept.append(denial)
        kept.sort(key=lambda denial: denial.sentences)
        return [denial.model_copy(update={"id": f"d{index}"}) for index, denial in enumerate(kept, start=1)]

    def _denial(self, item: str, form: DenialForm, claim_ids: Mapping[str, str]) -> Denial | None:
        numbers = self._numbers(item, form.sentences)
        sources = self._resolve(item, form.sources)
        if not numbers or (form.sources and not sources):
            return None
        known = {claim.id for claim in self._form.claims}
        for claim_id in form.claims:
            if claim_id not in known:
                self._complain(item, f"There is no claim {claim_id}.")
        via = tuple(s for s in self._resolve(item, form.via) if s not in sources)
        told = self._sourced(item, Told(sources, via, numbers, denies=True))
        if told is None:
            return None
        return Denial(
            id=item,
            sources=told.sources,
            via=told.via,
            kind=form.kind,
            claims=tuple(dict.fromkeys(claim_ids[c] for c in form.claims if c in claim_ids)),
            implied_claim=self._implied(item, form.implied, numbers),
            sentences=numbers,
        )

    def _implied(self, item: str, text: str | None, numbers: tuple[int, ...]) -> str | None:
        if not text or not text.strip():
            return None
        found = problems(self._article, text, numbers, denied=True, language=self._language)
        for problem in found:
            self._complain(item, f"`implied`: {problem}")
        return None if found else text.strip()


def _in_order(claims: list[Claim], denials: list[Denial]) -> list[Claim | Denial]:
    items: list[Claim | Denial] = [*claims, *denials]
    return sorted(items, key=lambda item: item.sentences)


def _same_sources(found: Mapping[str, Found]) -> dict[str, str]:
    """Each id to the first id of the same name and kind."""
    first: dict[tuple[str, str], str] = {}
    return {
        source_id: first.setdefault((fold(source.name), source.form.kind), source_id) if source.name else source_id
        for source_id, source in found.items()
    }


def _renamed(item: _Item, new: Mapping[str, str]) -> _Item:
    return item.model_copy(
        update={"sources": tuple(new[s] for s in item.sources), "via": tuple(new[s] for s in item.via)}
    )
