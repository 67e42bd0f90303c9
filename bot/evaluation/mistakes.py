"""Mistakes: every miss and every false hit with its sentence, so that rules and prompts get better."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.claims.reading import Claim, Denial, Report
from bot.evaluation import measures
from bot.evaluation.gold import Gold, GoldDenial, Statement
from bot.evaluation.runner import Evaluation, Run

What = Literal["missed", "false", "name", "kind", "denial missed", "denial false", "link"]


@dataclass(frozen=True, slots=True)
class Mistake:
    """`wanted` and `got` say in words what the gold has and what the reader found."""

    reader: str
    article: str
    what: What
    sentence: str
    wanted: str
    got: str


def of(evaluation: Evaluation, readers: Sequence[str] | None = None) -> Iterator[Mistake]:
    """The mistakes of the given readers (of all but the floors when None), in the order of the articles."""
    for name, runs in evaluation.runs.items():
        if name in readers if readers is not None else any(run.report and run.seconds for run in runs):
            for run in runs:
                if run.report is not None:
                    yield from _sentences(run, run.gold, run.report)
                    yield from _denials(run, run.gold, run.report)


def _sentences(run: Run, gold: Gold, report: Report) -> Iterator[Mistake]:
    if gold.statements is None:
        return
    marked, found = measures.marked(gold, report.article), measures.found(report)
    for n in sorted(marked.keys() | found.keys()):
        statements, claims = marked.get(n, []), found.get(n, [])
        what = _what(statements, claims, report)
        if what is not None:
            wanted = "; ".join(f"{one.source_name} ({one.source_kind})" for one in statements)
            yield Mistake(run.reader, gold.id, what, report.article.sentence(n), wanted, _told(claims, report))


def _what(statements: Sequence[Statement], claims: Sequence[Claim], report: Report) -> What | None:
    if not claims:
        return "missed"
    if not statements:
        return "false"
    if not measures.name_right(statements, claims, report):
        return "name"
    return None if measures.kind_right(statements, claims, report) else "kind"


def _told(claims: Sequence[Claim], report: Report) -> str:
    sources = [report.reading.source(id_) for claim in claims for id_ in claim.sources]
    return "; ".join(f"{source.name or source.role} ({source.kind})" for source in sources)


def _denials(run: Run, gold: Gold, report: Report) -> Iterator[Mistake]:
    for one in gold.denials or ():
        met = [denial for denial in report.reading.denials if measures.meets(denial, one, report.article)]
        if one.agreed and not any(measures.linked(denial, one, report) for denial in met):
            what: What = "link" if met else "denial missed"
            got = "; ".join(_answered(denial, report) for denial in met)
            yield Mistake(run.reader, gold.id, what, gold.text[one.start : one.end], _targets(one, gold), got)
    for denial in report.reading.denials if gold.denials is not None else ():
        if not any(measures.meets(denial, one, report.article) for one in gold.denials or ()):
            sentence = report.article.passage(denial.sentences)
            yield Mistake(run.reader, gold.id, "denial false", sentence, "", denial.kind)


def _targets(one: GoldDenial, gold: Gold) -> str:
    return " | ".join(gold.text[start:end] for start, end in one.targets)


def _answered(denial: Denial, report: Report) -> str:
    claims = [claim for claim in report.reading.claims if claim.id in denial.claims]
    return " | ".join(report.article.passage(claim.sentences) for claim in claims)
