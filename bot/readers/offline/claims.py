"""Claims: attributions in order become claims, sources and denials of the form."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.claims.form import ClaimForm, DenialForm, Form
from bot.claims.reading import Span
from bot.readers.offline import hedges, kinds, restatement, topic
from bot.readers.offline.sentence import Attribution
from bot.readers.offline.denials import Denied
from bot.readers.offline.links import Links, best
from bot.readers.offline.mentions import Mention
from bot.readers.offline.passage import Passage
from bot.readers.offline.sources import Sources

Spans = dict[str, tuple[Span | None, Span | None]]


_FEW = 3
_SHARED = 2


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
            if denial is None or one.frame != "deny":
                _take(entries, sources, one, passage)
        if denial:
            _refuse(refusals, denial, _resolve(sources, denial.sources, line.n), passage)
    entries = _without_repeats(entries, passage)
    answered = _denials(refusals, entries, sources, passage)
    entries.sort(key=lambda entry: (entry.sentences[0], entry.content))
    ids = {id(entry): f"c{at}" for at, entry in enumerate(entries, start=1)}
    claims = [_form(ids[id(entry)], entry, passage) for entry in entries]
    spans = {ids[id(entry)]: _spans(entry) for entry in entries}
    denials = [
        DenialForm(
            sources=list(speakers),
            via=[],
            kind=denial.kind,
            claims=[ids[id(entry)] for entry in answers],
            implied=None,
            sentences=list(denial.sentences),
        )
        for denial, speakers, answers in answered
    ]
    used = {id_ for claim in claims for id_ in (*claim.sources, *claim.via)} | {
        id_ for one in denials for id_ in one.sources
    }
    kept = [form for form in sources.forms() if form.id in used]
    return Form(sources=kept, claims=claims, denials=denials), spans


def _refuse(
    refusals: list[tuple[Denied, tuple[str, ...]]], denial: Denied, ids: tuple[str, ...], passage: Passage
) -> None:
    """A denial that only goes on with the one before, by the same source, is the same denial."""
    if refusals:
        last, speakers = refusals[-1]
        if speakers == ids and denial.kind == last.kind and denial.n - last.sentences[-1] <= 2:
            refusals[-1] = (replace(last, more=(*last.more, denial.n)), ids)
            return
    refusals.append((denial, ids))


def _take(entries: list[_Entry], sources: Sources, one: Attribution, passage: Passage) -> None:
    if not one.content or one.negated and one.frame != "deny":
        return
    ids = _resolve(sources, one.sources, one.n)
    if not ids:
        return
    via = _resolve(sources, one.via, one.n)
    start = one.content[0][0]
    last = entries[-1] if entries else None
    span = max(one.content, key=lambda place: place[1] - place[0])
    if last is not None and last.sources == ids and _goes_on(last, one, passage):
        last.sentences += [n for n in (one.n,) if n not in last.sentences]
        apart = passage.text[last.content[1] : start].strip(" \n\"“”''’")
        last.content = (
            max(last.content, span, key=lambda place: place[1] - place[0]) if apart else (last.content[0], span[1])
        )
        return
    entries.append(_Entry(one, ids, via, [one.n], span))


def _goes_on(last: _Entry, one: Attribution, passage: Passage) -> bool:
    """The next sentence of the same paragraph, with no reporting word of its own, on the same matter."""
    before, line = passage.lines[last.sentences[-1] - 1], passage.lines[one.n - 1]
    if one.cue is not None or line.n - before.n > 1 or line.paragraph != before.paragraph:
        return False
    start, end = one.content[0]
    if passage.text[last.content[1] : start].strip() == "":
        return True  # one quotation of several sentences
    said = topic.words(passage.text[last.content[0] : last.content[1]], passage.language)
    more = topic.words(passage.text[start:end], passage.language)
    return len(more) < _FEW or len(said) < _FEW or len(said & more) >= _SHARED


def _resolve(sources: Sources, mentions: Sequence[Mention], n: int) -> tuple[str, ...]:
    ids: list[str] = []
    for mention in mentions:
        ids.extend(id_ for id_ in sources.resolve(mention, n) if id_ not in ids)
    return tuple(ids)


def _without_repeats(entries: list[_Entry], passage: Passage) -> list[_Entry]:
    """Headline and standfirst count only where nothing in the body says the same."""
    lead = {line.n for line in passage.lines if line.lead}
    body = [
        topic.words(passage.text[entry.content[0] : entry.content[1]], passage.language)
        for entry in entries
        if entry.sentences[0] not in lead
    ]
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


def _denials(
    refusals: Sequence[tuple[Denied, tuple[str, ...]]], entries: list[_Entry], sources: Sources, passage: Passage
) -> list[tuple[Denied, tuple[str, ...], list[_Entry]]]:
    """Each denial with the claims it answers; a claim that nobody is named for is added in the outlet's own voice."""
    links = Links(passage)
    described = {form.id: [text for text in (form.name, form.role) if text] for form in sources.forms()}
    answered: list[tuple[Denied, tuple[str, ...], list[_Entry]]] = []
    for denial, ids in _without_lead(refusals, passage):
        spoken: dict[int, set[str]] = {}
        for entry in entries:
            for n in entry.sentences:
                spoken.setdefault(n, set()).update(entry.sources)
        claimed = {n for n, speakers in spoken.items() if speakers - set(ids)}
        deniers = [text for id_ in ids for text in described.get(id_, [])]
        found = links.of(denial, deniers, spoken, set(ids), claimed)
        chosen = best(found, several=_plural(denial, passage))
        earlier = next((answers for other, _, answers in answered if answers and chosen[:1] == [other.n]), None)
        answers = earlier or [_carrying(n, denial, ids, entries, passage) for n in chosen]
        answered.append((denial, ids, answers))
    return answered


def _without_lead(
    refusals: Sequence[tuple[Denied, tuple[str, ...]]], passage: Passage
) -> list[tuple[Denied, tuple[str, ...]]]:
    """A denial in the headline counts only where the body holds none."""
    body = [one for one in refusals if not passage.lines[one[0].n - 1].lead]
    return body or list(refusals)


def _plural(denial: Denied, passage: Passage) -> bool:
    """ "such allegations" may be several; "the claim that" is one."""
    if denial.matter is None or denial.embedded:
        return False
    words = passage.text[denial.matter[0] : denial.matter[1]].lower().split()
    return len(words) <= 4 and any(
        word.strip(".,;") in passage.language["denials.carriers"] and word.strip(".,;").endswith("s") for word in words
    )


def _carrying(n: int, denial: Denied, ids: tuple[str, ...], entries: list[_Entry], passage: Passage) -> _Entry:
    """The claim that sentence `n` carries, or a new one in the outlet's own voice."""
    for entry in entries:
        if n in entry.sentences and not set(entry.sources) & set(ids):
            return entry
    line = passage.lines[n - 1]
    span = denial.embedded if denial.embedded and n == denial.n else (line.start, line.end)
    entry = _Entry(Attribution(n, "say", (), None, (span,), (span[0], span[0])), (), (), [n], span)
    entries.append(entry)
    return entry
