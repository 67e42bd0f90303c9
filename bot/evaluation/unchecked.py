"""A draft as it stands, before the checks: what "grounded before" is measured on."""

from bot.article.article import Article
from bot.claims.form import ClaimForm, Draft
from bot.claims.reading import Claim, Denial, ReaderInfo, Reading, Source


def reading(article: Article, draft: Draft, info: ReaderInfo) -> Reading:
    """Every claim, source and denial of the draft, whatever the article says; ids that lead nowhere are left out."""
    known = {source.id for source in draft.form.sources}
    claims = tuple(_claim(claim, draft, known) for claim in draft.form.claims)
    ids = {claim.id for claim in claims}
    return Reading(
        claims=claims,
        sources=tuple(
            Source(id=one.id, name=one.name, kind=one.kind, role=one.role, media=one.media, stated_count=one.count)
            for one in draft.form.sources
        ),
        denials=tuple(
            Denial(
                id=f"d{at}",
                sources=tuple(id_ for id_ in one.sources if id_ in known),
                via=tuple(id_ for id_ in one.via if id_ in known),
                kind=one.kind,
                claims=tuple(id_ for id_ in one.claims if id_ in ids),
                implied_claim=one.implied,
                sentences=tuple(one.sentences),
            )
            for at, one in enumerate(draft.form.denials, start=1)
        ),
        reader=info,
        usage=draft.usage,
        dropped=draft.dropped,
    )


def _claim(form: ClaimForm, draft: Draft, known: set[str]) -> Claim:
    content, cue = draft.spans.get(form.id, (None, None))
    return Claim(
        id=form.id,
        text=form.text,
        sentences=tuple(form.sentences),
        sources=tuple(id_ for id_ in form.sources if id_ in known),
        via=tuple(id_ for id_ in form.via if id_ in known),
        cue=form.cue,
        certainty=form.certainty,
        hedge=form.hedge,
        kind=form.kind,
        wording="restated" if form.text else "quoted",
        content=content,
        cue_span=cue,
    )
