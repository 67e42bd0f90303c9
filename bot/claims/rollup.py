"""One reading in a handful of figures."""

from dataclasses import dataclass

from bot.article.article import Article
from bot.claims.reading import Reading, SourceKind

_ANONYMOUS: tuple[SourceKind, ...] = ("anonymous", "unnamed_person", "unnamed_group")


@dataclass(frozen=True, slots=True)
class Rollup:
    """Counts, and shares from 0 to 1 of the claims that have a source (0 when none has).

    A claim counts as document, else named, else anonymous by its best-known source. `own_voice` counts claims
    without a source or relay; `own_voice_share` is the share of the article's sentences that no such claim and no denial
    cites. `single_source` is set when all sourced claims rest on one source.
    """

    claims: int
    sources: int
    denials: int
    denied: int
    named_share: float
    anonymous_share: float
    document_share: float
    relayed: int
    state_media: int
    single_source: bool
    own_voice: int
    own_voice_share: float
    replaced: int


def rollup(reading: Reading, article: Article) -> Rollup:
    """`replaced` counts claims shown as the article's own sentences."""
    sourced = [claim for claim in reading.claims if claim.sources]
    kinds = {source.id: source.kind for source in reading.sources}
    named = {source.id for source in reading.sources if source.name and source.kind not in _ANONYMOUS}
    media = {source.id for source in reading.sources if source.media == "state_media"}
    speaking = {s for claim in sourced for s in claim.sources}
    footing = [_footing(claim.sources, kinds, named) for claim in sourced]
    cited = {n for claim in reading.attributed for n in claim.sentences} | {
        n for denial in reading.denials for n in denial.sentences
    }
    return Rollup(
        claims=len(reading.claims),
        sources=len(reading.sources),
        denials=len(reading.denials),
        denied=len({c for denial in reading.denials for c in denial.claims}),
        named_share=_share(footing.count("named"), len(sourced)),
        anonymous_share=_share(footing.count("anonymous"), len(sourced)),
        document_share=_share(footing.count("document"), len(sourced)),
        relayed=sum(1 for claim in reading.claims if claim.via),
        state_media=sum(1 for claim in reading.claims if media & {*claim.sources, *claim.via}),
        single_source=len(sourced) > 1 and len(speaking) == 1,
        own_voice=len(reading.claims) - len(reading.attributed),
        own_voice_share=_share(len(article.sentences) - len(cited), len(article.sentences)),
        replaced=sum(1 for claim in reading.claims if claim.wording == "quoted"),
    )


def _footing(sources: tuple[str, ...], kinds: dict[str, SourceKind], named: set[str]) -> str:
    if any(kinds.get(source) == "document" for source in sources):
        return "document"
    return "named" if named & set(sources) else "anonymous"


def _share(part: int, whole: int) -> float:
    return max(0, part) / whole if whole else 0.0
