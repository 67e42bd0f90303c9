"""A reading as JSON-LD in the vocabulary of https://schema.org.

The article, a `Claim` for each claim with its `appearance` in the article and us as its `claimInterpreter`, and a node
for each denial. schema.org knows neither denials nor how firmly something is said, so these stand under our own prefix;
`docs/exports.md` describes its terms. A processor that does not know them can leave them out and lose nothing else.
"""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from bot.claims.reading import Claim, Denial, ReaderInfo, Report, Source
from bot.reply.passage import passage_url, web_address
from bot.reply.plain import clean

PREFIX: Final = "urn:claims-bot:1:"
"""What `claims:` stands for. A term, once published, keeps its meaning."""

CONTEXT: Final[list[Any]] = ["https://schema.org", {"claims": PREFIX}]

Node = dict[str, Any]

_TYPES: Final = {
    "person": "Person",
    "anonymous": "Person",
    "unnamed_person": "Person",
    "organisation": "Organization",
    "unnamed_group": "Organization",
}


def to_jsonld(*reports: Report) -> str:
    """One document, indented, ending in one line break. It may stand in a page's `script` as it is: no headline closes that."""
    return json.dumps(document(reports), ensure_ascii=False, indent=1).replace("<", r"\u003c") + "\n"


def document(reports: Iterable[Report]) -> Node:
    """The nodes of one or several readings, in one graph."""
    return {"@context": CONTEXT, "@graph": [node for report in reports for node in _Graph(report).nodes()]}


class _Graph:
    """The nodes of one reading. Those without an address of their own are named by the digest of the text."""

    def __init__(self, report: Report) -> None:
        self._article, self._reading = report.article, report.reading
        self._url = web_address(report.article.address)
        self._id = self._url or f"urn:sha256:{report.article.digest}"
        self._sources = {source.id: source for source in report.reading.sources}
        self._claims = {claim.id for claim in report.reading.claims}

    def nodes(self) -> Iterable[Node]:
        reading = self._reading
        yield self._whole_article()
        yield from map(self._claim, reading.claims)
        yield from map(self._denial, reading.denials)

    def _whole_article(self) -> Node:
        article = self._article
        return self._appearance() | _node(
            inLanguage=article.language,
            datePublished=_day_or_time(article.published_at),
            publisher=_node(**{"@type": "Organization", "name": article.outlet}) if article.outlet else None,
            author=[{"@type": "Person", "name": clean(name)} for name in article.byline if clean(name)],
            interpretedAsClaim=[{"@id": self._part(claim.id)} for claim in self._reading.claims],
        )

    def _appearance(self) -> Node:
        return _node(**{"@type": "NewsArticle", "@id": self._id, "url": self._url, "headline": self._article.title})

    def _claim(self, claim: Claim) -> Node:
        denials = [denial for denial in self._reading.denials if claim.id in denial.claims]
        return _node(
            **{"@type": "Claim", "@id": self._part(claim.id)},
            text=claim.text,
            inLanguage=self._article.language,
            author=[_person(source) for source in self._known(claim.sources) if source.kind != "document"],
            citation=[_person(source) for source in self._known(claim.sources) if source.kind == "document"],
            appearance=self._appearance(),
            claimInterpreter=_interpreter(self._reading.reader),
            isBasedOn=self._quotations(claim.sentences),
            **{
                "claims:kind": claim.kind,
                "claims:certainty": claim.certainty,
                "claims:hedge": claim.hedge,
                "claims:cue": claim.cue,
                "claims:form": claim.form,
                "claims:wording": claim.wording,
                "claims:via": list(map(_person, self._known(claim.via))),
                "claims:denial": [{"@id": self._part(denial.id)} for denial in denials],
            },
        )

    def _denial(self, denial: Denial) -> Node:
        return _node(
            **{"@type": ["CreativeWork", "claims:Denial"], "@id": self._part(denial.id)},
            author=[_person(source) for source in self._known(denial.sources) if source.kind != "document"],
            citation=[_person(source) for source in self._known(denial.sources) if source.kind == "document"],
            isBasedOn=self._quotations(denial.sentences),
            **{
                "claims:denialKind": denial.kind,
                "claims:denies": [{"@id": self._part(each)} for each in denial.claims if each in self._claims],
                "claims:impliedClaim": denial.implied_claim,
                "claims:via": list(map(_person, self._known(denial.via))),
            },
        )

    def _part(self, name: str) -> str:
        return f"{self._id.partition('#')[0]}#{name}" if self._url else f"{self._id}:{name}"

    def _known(self, ids: Iterable[str]) -> list[Source]:
        return [self._sources[each] for each in dict.fromkeys(ids) if each in self._sources]

    def _quotations(self, numbers: Iterable[int]) -> list[Node]:
        article = self._article
        return [
            _node(**{"@type": "Quotation"}, text=article.sentence(n), position=n, url=passage_url(article, n))
            for n in sorted(set(numbers))
            if article.has(n)
        ]


def _person(source: Source) -> Node:
    """Whoever speaks; a document is a work that is cited."""
    kind = _TYPES.get(source.kind, "CreativeWork")
    return _node(
        **{"@type": kind},
        name=source.name,
        **{"jobTitle" if kind == "Person" else "description": source.role},
        **{
            "claims:sourceKind": source.kind,
            "claims:media": source.media if source.media != "none" else None,
            "claims:statedCount": source.stated_count,
        },
    )


def _interpreter(reader: ReaderInfo) -> Node:
    """We restate the claim, so we interpret it, with what reads for us."""
    return _node(
        **{"@type": "Organization"},
        name="claims-bot",
        **{"claims:reader": reader.name, "claims:model": reader.model, "claims:prompt": reader.prompt},
    )


def _day_or_time(moment: str | None) -> str | None:
    """An ISO 8601 date or time; anything else is no value for a date."""
    try:
        datetime.fromisoformat(moment or "")
    except ValueError:
        return None
    return moment


def _node(**fields: Any) -> Node:
    """The fields that are known; text on one line, without anything invisible."""
    cleaned = {name: clean(value) if isinstance(value, str) else value for name, value in fields.items()}
    return {name: value for name, value in cleaned.items() if value not in (None, "", [])}
