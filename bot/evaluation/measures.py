"""What one reading got right of one gold article."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.article.article import Article
from bot.claims.reading import Claim, Denial, Report
from bot.evaluation import matching
from bot.evaluation.counts import Counts, Share
from bot.evaluation.gold import Gold, GoldDenial, Statement

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Score:
    """The counts of one article; None where the gold does not label what a measure needs.

    `relation` pairs content spans alone; `relation_named` asks for the source's name too.
    """

    id: str
    sentences: Counts | None
    name: Share | None
    kind: Share | None
    joint: Counts | None
    relation: Counts | None
    relation_named: Counts | None
    denials: Counts | None
    denial_kind: Share | None
    link: Share | None
    grounded: Share


def score(gold: Gold, report: Report) -> Score:
    wanted = marked(gold, report.article) if gold.statements is not None else None
    got = found(report)
    both = sorted(wanted.keys() & got.keys()) if wanted is not None else []
    named = [n for n in both if wanted and name_right(wanted[n], got[n], report)]
    relation = _relation(gold, report, named=False)
    denials = _denials(gold, report)
    return Score(
        id=gold.id,
        sentences=None if wanted is None else _counts(len(both), len(wanted), len(got)),
        name=None if wanted is None else Share(len(named), len(both)),
        kind=None if wanted is None else _kinds(both, wanted, got, report),
        joint=None if wanted is None else _counts(len(named), len(wanted), len(got)),
        relation=relation,
        relation_named=None if relation is None else _relation(gold, report, named=True),
        denials=denials[0] if denials else None,
        denial_kind=denials[1] if denials else None,
        link=denials[2] if denials else None,
        grounded=grounded(report),
    )


def _counts(hits: int, gold: int, predicted: int) -> Counts:
    return Counts(hits, gold, hits, predicted)


def marked(gold: Gold, article: Article) -> dict[int, list[Statement]]:
    """Sentence numbers of which half the characters or more lie in statements, with those statements."""
    inside_of: dict[int, list[Statement]] = {}
    for sentence in article.sentences:
        touching = [one for one in gold.statements or () if one.start < sentence.end and sentence.start < one.end]
        inside = _covered(touching, sentence.start, sentence.end)
        if touching and 2 * inside >= sentence.end - sentence.start:
            inside_of[sentence.n] = touching
    return inside_of


def _covered(statements: Sequence[Statement], start: int, end: int) -> int:
    """Characters of `start:end` inside at least one statement."""
    total, place = 0, start
    for one in sorted(statements, key=lambda one: one.start):
        left, right = max(one.start, place), min(one.end, end)
        total += max(0, right - left)
        place = max(place, right)
    return total


def found(report: Report) -> dict[int, list[Claim]]:
    """Sentence numbers that a sourced claim cites, with those claims."""
    cited: dict[int, list[Claim]] = {}
    for claim in report.reading.claims:
        for n in claim.sentences if claim.sources else ():
            cited.setdefault(n, []).append(claim)
    return cited


def _names(claims: Sequence[Claim], report: Report) -> list[str | None]:
    """The names of the sources; who has none, anonymous ones too, goes by no name and by its description."""
    names: list[str | None] = []
    for claim in claims:
        for id_ in claim.sources:
            source = report.reading.source(id_)
            names.append(source.name)
            if source.name is None and source.role:
                names.append(source.role)
    return names


def name_right(statements: Sequence[Statement], claims: Sequence[Claim], report: Report) -> bool:
    """One of the names matches one of the sources of the claims."""
    return matching.any_same([one.source_name for one in statements], _names(claims, report))


def _kinds(
    both: Sequence[int], wanted: dict[int, list[Statement]], got: dict[int, list[Claim]], report: Report
) -> Share:
    labelled = [n for n in both if any(one.source_kind for one in wanted[n])]
    return Share(sum(kind_right(wanted[n], got[n], report) for n in labelled), len(labelled))


def kind_right(statements: Sequence[Statement], claims: Sequence[Claim], report: Report) -> bool:
    """One of the kinds is that of a source; statements without a kind ask for none."""
    labelled = {one.source_kind for one in statements if one.source_kind}
    kinds = {report.reading.source(id_).kind for claim in claims for id_ in claim.sources}
    return not labelled or bool(labelled & kinds)


def _relation(gold: Gold, report: Report, *, named: bool) -> Counts | None:
    """Content spans of sourced claims against statements that carry a cue, paired one to one by overlap."""
    if not gold.statements or not any(one.cue for one in gold.statements):
        return None
    sourced = [claim for claim in report.reading.claims if claim.sources]
    claims = [claim for claim in sourced if claim.content]
    if sourced and not claims:
        return None  # a reader that gives no spans is not measured by them
    pairs = []
    for at, one in enumerate(gold.statements):
        for index, claim in enumerate(claims):
            span = claim.content
            assert span is not None
            shared = min(one.end, span.end) - max(one.start, span.start)
            if 2 * shared >= max(one.end - one.start, span.end - span.start) and (
                not named or matching.any_same([one.source_name], _names([claim], report))
            ):
                pairs.append((shared, at, index))
    taken_gold: set[int] = set()
    taken_claims: set[int] = set()
    for _, at, index in sorted(pairs, reverse=True):
        if at not in taken_gold and index not in taken_claims:
            taken_gold.add(at)
            taken_claims.add(index)
    return _counts(len(taken_gold), len(gold.statements), len(claims))


def _denials(gold: Gold, report: Report) -> tuple[Counts, Share, Share] | None:
    """Denials by sentence; those that not all labellers saw count neither as hit nor as miss."""
    if gold.denials is None:
        return None
    article = report.article
    agreed = [one for one in gold.denials if one.agreed]
    doubtful = [one for one in gold.denials if not one.agreed]
    met: dict[int, Denial] = {}
    hits = predicted = 0
    for denial in report.reading.denials:
        at = next((index for index, one in enumerate(agreed) if meets(denial, one, article)), None)
        if at is None and any(meets(denial, one, article) for one in doubtful):
            continue
        predicted += 1
        hits += at is not None
        if at is not None and (at not in met or linked(denial, agreed[at], report)):
            met[at] = denial
    kinds = Share(sum(agreed[at].kind == denial.kind for at, denial in met.items()), len(met))
    links = Share(sum(linked(denial, agreed[at], report) for at, denial in met.items()), len(met))
    return Counts(len(met), len(agreed), hits, predicted), kinds, links


def meets(denial: Denial, gold: GoldDenial, article: Article) -> bool:
    """The denial stands in a sentence of the gold one."""
    return any(_touches(article, n, (gold.start, gold.end)) for n in denial.sentences)


def _touches(article: Article, n: int, place: Place) -> bool:
    if not article.has(n):
        return False
    sentence = article.sentences[n - 1]
    return sentence.start < place[1] and place[0] < sentence.end


def linked(denial: Denial, gold: GoldDenial, report: Report) -> bool:
    """A linked claim's sentences overlap a target; without targets, nothing may be linked."""
    linked = [claim for claim in report.reading.claims if claim.id in denial.claims]
    if not gold.targets:
        return not linked
    return any(
        _touches(report.article, n, target) for target in gold.targets for claim in linked for n in claim.sentences
    )


def grounded(report: Report) -> Share:
    """Sources whose name, claims whose cue and hedge occur in the article, and sentence numbers that exist."""
    article, reading = report.article, report.reading
    checks = [source.name in article.text for source in reading.sources if source.name]
    for claim in reading.claims:
        checks += [article.has(n) for n in claim.sentences]
        checks += [word in article.text for word in (claim.cue, claim.hedge) if word]
    return Share(sum(checks), len(checks))
