"""Claims: attributions and denials in order become the filled form."""

from collections.abc import Sequence

from bot.claims.form import ClaimForm, DenialForm, Form
from bot.claims.reading import Span
from bot.readers.offline import spokenof
from bot.readers.offline.denying import linking, refusals
from bot.readers.offline.denying.denied import Denied
from bot.readers.offline.denying.refusals import Refusal
from bot.readers.offline.sourcing.sources import Sources
from bot.readers.offline.speech import entries, hedges, kinds, restatement
from bot.readers.offline.speech.entries import Entry
from bot.readers.offline.syntax.sentence import Attribution
from bot.readers.offline.text import tokens
from bot.readers.offline.text.passage import Passage

_ENDING = frozenset({".", "!", "?", ";"})
Spans = dict[str, tuple[Span | None, Span | None]]


def assemble(
    passage: Passage, found: Sequence[Sequence[Attribution]], denied: Sequence[Denied | None]
) -> tuple[Form, Spans]:
    """The filled form, and where content and cue of each claim stand. The lists have one item per sentence."""
    sources = Sources(passage, *spokenof.places(passage, found, denied))
    claims: list[Entry] = []
    denials: list[Refusal] = []
    for attributions, denial in zip(found, denied, strict=True):  # in order: a pronoun looks back
        for one in _asserted(attributions):
            if denial is not None and _silent(one, denial, passage):
                entries.resolve(sources, one.sources, one.n)  # "it" that does not comment is who says so
            else:
                entries.take(claims, one, sources, passage)
        if denial is not None:
            refusals.take(denials, denial, sources, passage)
    claims = entries.without_lead(claims, passage)
    entries.with_questions(claims, passage)
    denials = refusals.without_lead(denials, passage)
    denials = linking.link(passage, denials, claims, sources)
    entries.with_corrections(claims, passage, besides={n for refusal in denials for n in refusal.sentences})
    claims.sort(key=lambda entry: (entry.sentences[0], entry.content))
    ids = {id(entry): f"c{at}" for at, entry in enumerate(claims, start=1)}
    claim_forms = [_claim(ids[id(entry)], entry, passage) for entry in claims]
    denial_forms = [_denial(refusal, ids, passage) for refusal in denials]
    used = {id_ for claim in claim_forms for id_ in (*claim.sources, *claim.via)}
    used.update(id_ for denial in denial_forms for id_ in (*denial.sources, *denial.via))
    kept = [form for form in sources.forms() if form.id in used]
    return Form(sources=kept, claims=claim_forms, denials=denial_forms), {ids[id(one)]: _spans(one) for one in claims}


def _asserted(found: Sequence[Attribution]) -> list[Attribution]:
    """Who denies or rejects asserts nothing by it."""
    return [one for one in found if one.frame != "deny"]


def _silent(one: Attribution, denial: Denied, passage: Passage) -> bool:
    """ "said it could not comment": nothing is said but that; no "because" and no second sentence tells more. The words that
    tell the silence report nothing: "äußerte sich nicht", "a refusé de préciser"."""
    silence = denial.silence
    if silence and one.cue and silence[0] <= one.cue[0] and one.cue[1] <= silence[1]:
        return True
    holding = next((span for span in one.content if silence and span[0] <= silence[0] < span[1]), None)
    if holding is None:
        return False
    words = tokens.cut(passage.text, *holding)
    more = any(word.text in _ENDING for word in words[:-2]) or any(
        word.low in passage.language["denials.reasons"] for word in words
    )
    return not more


def _claim(id_: str, entry: Entry, passage: Passage) -> ClaimForm:
    one = entry.attribution
    start, end = entry.content
    certainty, hedge = hedges.find(passage.text, start, end, passage.language, one.cue)
    if hedge is None:
        certainty, hedge = hedges.of_saying(passage.text, one, passage.language)
    cue = passage.text[slice(*one.cue)] if one.cue else ""
    kind = kinds.of(passage.text, start, end, one.frame, passage.language, cue)
    asks = passage.text[start:end].rstrip("”\"'’» ").endswith("?")
    if hedge is None and (asks or kind in ("opinion", "directive")):
        certainty = "unstated"
    text = restatement.of(passage, one) if len(entry.sentences) == 1 else ""
    return ClaimForm(
        id=id_,
        text=text if len(text) <= 1000 else "",
        sentences=entry.sentences,
        sources=list(entry.sources),
        via=[relay for relay in entry.via if relay not in entry.sources],
        cue=cue[:300] or None,
        certainty=certainty,
        hedge=hedge,
        kind=kind,
    )


def _spans(entry: Entry) -> tuple[Span | None, Span | None]:
    content, cue = entry.content, entry.attribution.cue
    return Span(start=content[0], end=content[1]), Span(start=cue[0], end=cue[1]) if cue else None


def _denial(refusal: Refusal, ids: dict[int, str], passage: Passage) -> DenialForm:
    return DenialForm(
        sources=list(refusal.sources),
        via=list(refusal.via),
        kind=refusal.denied.kind,
        claims=[ids[id(entry)] for entry in refusal.answers],
        implied=refusals.implied(refusal, passage),
        sentences=refusal.sentences,
    )
