"""Claims: attributions in order become claims, sources and denials of the form."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.claims.form import ClaimForm, DenialForm, Form
from bot.claims.reading import Span
from bot.readers.offline import hedges, kinds, restatement, topic
from bot.readers.offline.attribution import Attribution
from bot.readers.offline.denials import Denied
from bot.readers.offline.mentions import Mention
from bot.readers.offline.passage import Passage
from bot.readers.offline.sources import Sources

Spans = dict[str, tuple[Span | None, Span | None]]


@dataclass
class _Entry:
    """A claim while it may still grow."""

    attribution: Attribution
    sources: tuple[str, ...]
    via: tuple[str, ...]
    sentences: list[int]
    content: tuple[int, int]
    spans: list[tuple[int, int]] = field(default_factory=list)


def assemble(
    passage: Passage, found: Sequence[Sequence[Attribution]], denied: Sequence[Denied | None]
) -> tuple[Form, Spans]:
    """The filled form and where content and cue of each claim stand."""
    sources = Sources(passage)
    entries: list[_Entry] = []
    refusals: list[tuple[Denied, tuple[str, ...]]] = []
    for line, attributions, denial in zip(passage.lines, found, denied, strict=True):
        for one in attributions:
            _take(entries, sources, one, passage)
        if denial:
            refusals.append((denial, _resolve(sources, denial.sources, line.n)))
    entries = _without_repeats(entries, passage)
    claims = [_form(f"c{at}", entry, passage) for at, entry in enumerate(entries, start=1)]
    spans = {claim.id: _spans(entry) for claim, entry in zip(claims, entries, strict=True)}
    denials = [_denial(denial, ids, entries, claims, passage) for denial, ids in refusals]
    used = {id_ for claim in claims for id_ in (*claim.sources, *claim.via)} | {id_ for one in denials for id_ in one.sources}
    kept = [form for form in sources.forms() if form.id in used]
    return Form(sources=kept, claims=claims, denials=denials), spans


def _take(entries: list[_Entry], sources: Sources, one: Attribution, passage: Passage) -> None:
    if not one.content or one.negated and one.frame != "deny":
        return
    ids = _resolve(sources, one.sources, one.n)
    via = _resolve(sources, one.via, one.n)
    start = one.content[0][0]
    last = entries[-1] if entries else None
    span = max(one.content, key=lambda place: place[1] - place[0])
    if last is not None and last.sources == ids and _goes_on(last, one, passage):
        last.sentences += [n for n in (one.n,) if n not in last.sentences]
        apart = passage.text[last.content[1] : start].strip(" \n\"“”''’")
        last.content = max(last.content, span, key=lambda place: place[1] - place[0]) if apart else (last.content[0], span[1])
        return
    entries.append(_Entry(one, ids, via, [one.n], span))


def _goes_on(last: _Entry, one: Attribution, passage: Passage) -> bool:
    """The next sentence of the same paragraph, with no reporting word of its own."""
    paragraph = {n: passage.lines[n - 1].paragraph for n in (last.sentences[-1], one.n)}
    return one.cue is None and one.n - last.sentences[-1] <= 1 and len(set(paragraph.values())) == 1


def _resolve(sources: Sources, mentions: Sequence[Mention], n: int) -> tuple[str, ...]:
    ids: list[str] = []
    for mention in mentions:
        ids.extend(id_ for id_ in sources.resolve(mention, n) if id_ not in ids)
    return tuple(ids)


def _without_repeats(entries: list[_Entry], passage: Passage) -> list[_Entry]:
    """Headline and standfirst count only where nothing in the body says the same."""
    lead = {line.n for line in passage.lines if line.lead}
    body = [topic.words(passage.text[entry.content[0] : entry.content[1]], passage.language) for entry in entries if entry.sentences[0] not in lead]
    return [entry for entry in entries if entry.sentences[0] not in lead or not _repeated(entry, body, passage)]


def _repeated(entry: _Entry, body: Sequence[frozenset[str]], passage: Passage) -> bool:
    own = topic.words(passage.text[entry.content[0] : entry.content[1]], passage.language)
    return any(len(own & other) >= max(2, 0.4 * len(own)) for other in body)


def _form(id_: str, entry: _Entry, passage: Passage) -> ClaimForm:
    one = entry.attribution
    start, end = entry.content
    certainty, hedge = hedges.find(passage.text, start, end, passage.language)
    kind = kinds.of(passage.text, start, end, one.frame, passage.language)
    if hedge is None and (kind in ("opinion", "directive") or passage.text[start:end].rstrip("”\"'’ ").endswith("?")):
        certainty = "unstated"
    text = restatement.of(passage, one) if len(entry.sentences) == 1 else ""
    return ClaimForm(
        id=id_,
        text=text[:1000],
        sentences=entry.sentences,
        sources=list(entry.sources),
        via=[id_ for id_ in entry.via if id_ not in entry.sources],
        cue=passage.text[one.cue[0] : one.cue[1]][:300] if one.cue else None,
        certainty=certainty,
        hedge=hedge,
        kind=kind,
    )


def _spans(entry: _Entry) -> tuple[Span | None, Span | None]:
    cue = entry.attribution.cue
    return Span(start=entry.content[0], end=entry.content[1]), Span(start=cue[0], end=cue[1]) if cue else None


def _denial(
    denial: Denied, ids: tuple[str, ...], entries: Sequence[_Entry], claims: Sequence[ClaimForm], passage: Passage
) -> DenialForm:
    linked = _linked(denial, ids, entries, claims, passage)
    return DenialForm(
        sources=list(ids), via=[], kind=denial.kind, claims=linked, implied=None, sentences=[denial.n]
    )


def _linked(
    denial: Denied, ids: tuple[str, ...], entries: Sequence[_Entry], claims: Sequence[ClaimForm], passage: Passage
) -> list[str]:
    matter = topic.words(passage.text[denial.matter[0] : denial.matter[1]], passage.language) if denial.matter else frozenset()
    scored = []
    for entry, claim in zip(entries, claims, strict=True):
        gap = denial.n - entry.sentences[-1]
        if set(entry.sources) & set(ids) or gap < 0 or gap > 8:
            continue
        own = topic.words(passage.text[entry.content[0] : entry.content[1]], passage.language)
        score = 2.0 * len(own & matter) - 0.3 * gap + (2.0 if entry.attribution.frame == "accuse" else 0.0)
        scored.append((score, claim.id))
    scored.sort(reverse=True)
    return [id_ for score, id_ in scored[:3] if score > 0 and score >= scored[0][0] - 2.0]
