"""The one line of counts: "9 claims · 7 sources (5 named, 2 anonymous) · 2 second-hand · 1 denial · 40 % of sentences without a source"."""

from collections import Counter

from bot.claims.reading import SILENT, Report
from bot.claims.rollup import rollup
from bot.reply.catalogue import Words
from bot.reply.who import footing_of, known


def counts_line(report: Report, words: Words) -> str:
    reading, figures = report.reading, rollup(report.reading, report.article)
    attributed = len(reading.attributed)
    silent = sum(denial.kind in SILENT for denial in reading.denials)
    sources = known(reading, [each for claim in reading.claims for each in claim.sources])
    parts = [
        words("counts.claims", n=attributed) if attributed else words("counts.no_claims"),
        _sources(Counter(footing_of(source) for source in sources), words),
        _some("counts.second_hand", figures.relayed, words),
        _some("counts.denials", figures.denials - silent, words),
        _some("counts.no_comments", silent, words),
        words("counts.single_source") if figures.single_source else "",
        _some("counts.own_voice", figures.own_voice, words),
        _own_share(figures.own_voice_share, words) if attributed and not report.unread else "",
    ]
    return words("join.dot").join(part for part in parts if part)


def _sources(kinds: Counter[str], words: Words) -> str:
    if not kinds:
        return ""
    order = [kind for kind in ("named", "anonymous", "unnamed", "document") if kinds[kind]]
    listed = ", ".join(words(f"counts.{kind}", n=kinds[kind]) for kind in order)
    return words("counts.sources_of", n=kinds.total(), kinds=listed)


def _own_share(share: float, words: Words) -> str:
    return words("counts.own_share", percent=round(100 * share))


def _some(key: str, n: int, words: Words) -> str:
    return words(key, n=n) if n else ""
