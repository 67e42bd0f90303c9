"""A reading as CSV: one row a claim. The columns are a contract; `docs/exports.md` describes each.

RFC 4180 with a header row, in UTF-8. Every cell is one line. A cell that a spreadsheet would take for a formula begins
with an apostrophe (https://owasp.org/www-community/attacks/CSV_Injection).
"""

import csv
import io
import re
from collections.abc import Iterable
from typing import Final

from bot.article.article import Article
from bot.claims.reading import SILENT, Claim, Report
from bot.reply.catalogue import Words
from bot.reply.denials import denials_by_claim
from bot.reply.passage import passage_url, web_address
from bot.reply.passages import Passages
from bot.reply.plain import clean
from bot.reply.who import known, naming

COLUMNS: Final = (
    "outlet",
    "title",
    "published_at",
    "url",
    "claim",
    "text",
    "wording",
    "kind",
    "certainty",
    "hedge",
    "form",
    "cue",
    "sources",
    "source_names",
    "source_kinds",
    "source_roles",
    "source_media",
    "via",
    "denied",
    "denials",
    "denied_by",
    "sentences",
    "passage",
    "passage_url",
    "reader",
    "model",
)

_FORMULA: Final = re.compile(r"\s*[=+\-@|%\uff1d\uff0b\uff0d\uff20]")
_AND: Final = "; "

Row = dict[str, str]


def to_csv(report: Report, words: Words) -> str:
    """The header and a row for each claim, in the order of the reading."""
    return header_line() + row_lines(report, words)


def header_line() -> str:
    """The names of the columns, ending in a line break."""
    return _written([dict(zip(COLUMNS, COLUMNS, strict=True))])


def row_lines(report: Report, words: Words) -> str:
    """A line for each claim, without the header: readings can follow each other under one."""
    return _written({name: _cell(value) for name, value in row.items()} for row in rows_of(report, words))


def _written(rows: Iterable[Row]) -> str:
    out = io.StringIO(newline="")
    csv.DictWriter(out, COLUMNS, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def rows_of(report: Report, words: Words) -> Iterable[Row]:
    """A row for each claim, its cells as they are."""
    about = _about(report)
    said, _ = denials_by_claim(report.reading, Passages(report.article), words)
    for claim in report.reading.claims:
        denials = {"denials": _AND.join(line.text for line in said.get(claim.id, ()))}
        yield (
            about
            | _own(claim)
            | _who(claim, report, words)
            | denials
            | _denied(claim, report, words)
            | _cited(claim, report.article)
        )


def _about(report: Report) -> Row:
    article, reader = report.article, report.reading.reader
    return {
        "outlet": article.outlet or "",
        "title": article.title or "",
        "published_at": article.published_at or "",
        "url": web_address(article.address) or "",
        "reader": reader.name,
        "model": reader.model or "",
    }


def _own(claim: Claim) -> Row:
    return {
        "claim": claim.id,
        "text": claim.text,
        "wording": claim.wording,
        "kind": claim.kind,
        "certainty": claim.certainty,
        "hedge": claim.hedge or "",
        "form": claim.form,
        "cue": claim.cue or "",
    }


def _who(claim: Claim, report: Report, words: Words) -> Row:
    sources = known(report.reading, claim.sources)
    return {
        "sources": _AND.join(naming(source, words) for source in sources),
        "source_names": _AND.join(source.name or "" for source in sources),
        "source_kinds": _AND.join(source.kind for source in sources),
        "source_roles": _AND.join(source.role or "" for source in sources),
        "source_media": _AND.join(source.media for source in sources),
        "via": _AND.join(naming(source, words) for source in known(report.reading, claim.via)),
    }


def _denied(claim: Claim, report: Report, words: Words) -> Row:
    """`denied` is `yes`, `no_comment` where nobody denies it but somebody was asked, or `no`."""
    beside = [denial for denial in report.reading.denials if claim.id in denial.claims]
    spoken = [denial for denial in beside if denial.kind not in SILENT]
    who = (naming(source, words) for denial in spoken for source in known(report.reading, denial.sources))
    return {"denied": "yes" if spoken else "no_comment" if beside else "no", "denied_by": _AND.join(who)}


def _cited(claim: Claim, article: Article) -> Row:
    cited = [n for n in sorted(set(claim.sentences)) if article.has(n)]
    return {
        "sentences": _AND.join(map(str, cited)),
        "passage": article.passage(cited),
        "passage_url": (passage_url(article, cited[0]) or "") if cited else "",
    }


def _cell(value: str) -> str:
    """One line, nothing invisible, and no formula."""
    line = clean(value)
    return f"'{line}" if _FORMULA.match(line) else line
