"""All claims of a reading, a page at a time: each with its full passage, in its context."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from bot.article.article import Article
from bot.claims.reading import Claim, Denial, Reading, Report
from bot.claims.selection import OWN_VOICE, Entry, Selection, entries
from bot.reply.catalogue import Words
from bot.reply.compose import byline_of, claim_item, heading_of
from bot.reply.counts import counts_line
from bot.reply.denials import denial_line
from bot.reply.passage import web_address
from bot.reply.passages import Passages
from bot.reply.plain import phrase
from bot.reply.sheet import Again, Choice, ClaimsSheet, Excerpt, Filter, NoteSheet, SheetClaim, SheetDenial
from bot.reply.who import naming

PAGE_ENTRIES: Final = 10
PAGE_TEXT: Final = 12_000
"""Characters of an article's text on one page, unless a single claim has more."""
MOST_SOURCES: Final = 90
"""Offered to choose from, those with the most claims first; a menu takes a hundred choices."""
LONGEST_PASSAGE: Final = 12_000


def claims_sheet(report: Report, shelfmark: str, narrowed: Mapping[str, str], page: int, words: Words) -> ClaimsSheet:
    """A page of what is left when `narrowed`; a page that is not there is the nearest one that is."""
    article, reading = report.article, report.reading
    filters = tuple(_filters(reading, narrowed, words))
    selection = Selection(reading, {each.name: each.chosen for each in filters})
    left = [entry for entry in entries(reading) if entry in selection]
    pages = list(_pages(left, article, reading)) or [[]]
    page = min(max(1, page), len(pages))
    before = sum(map(len, pages[: page - 1]))
    said = _Said(article, reading, words)
    return ClaimsSheet(
        heading=heading_of(article, words),
        url=web_address(article.address),
        byline=byline_of(article, words),
        counts=counts_line(report, words),
        filters=filters,
        claims=tuple(said.claim(entry) for entry in pages[page - 1] if isinstance(entry, Claim)),
        denials=tuple(said.denial(entry) for entry in pages[page - 1] if isinstance(entry, Denial)),
        shown=_shown(before, len(pages[page - 1]), len(left), words),
        page=page,
        pages=len(pages),
        shelfmark=shelfmark,
        notes=(words("sheet.context"),) if pages[0] else (),
        language=words.language,
    )


def note_sheet(text: str, words: Words, again: Again | None = None) -> NoteSheet:
    """A sentence in a window of its own."""
    return NoteSheet(words("sheet.title"), text, words.language, again)


def _shown(before: int, count: int, of: int, words: Words) -> str:
    if not count:
        return words("sheet.none")
    return words("sheet.shown", first=before + 1, last=before + count, n=of)


def _pages(left: Iterable[Entry], article: Article, reading: Reading) -> Iterator[list[Entry]]:
    """As many as fit on a page, by the length of what they cite; never none."""
    denials = _beside(reading)
    page: list[Entry] = []
    room = PAGE_TEXT
    for entry in left:
        size = _size(entry, denials.get(entry.id, ()), article)
        if page and (len(page) == PAGE_ENTRIES or size > room):
            yield page
            page, room = [], PAGE_TEXT
        page.append(entry)
        room -= size
    if page:
        yield page


def _beside(reading: Reading) -> dict[str, list[Denial]]:
    found: dict[str, list[Denial]] = {}
    for denial in reading.denials:
        for claim in dict.fromkeys(denial.claims):
            found.setdefault(claim, []).append(denial)
    return found


def _size(entry: Entry, denials: Iterable[Denial], article: Article) -> int:
    own = len(entry.text) if isinstance(entry, Claim) else len(entry.implied_claim or "")
    cited = sum(article.sentences[n - 1].end - article.sentences[n - 1].start for n in _around(entry, article))
    return own + cited + sum(_size(denial, (), article) for denial in denials)


def _around(entry: Entry, article: Article) -> Sequence[int]:
    """The cited sentences and their neighbours, in order."""
    return sorted({n + step for n in entry.sentences if article.has(n) for step in (-1, 0, 1) if article.has(n + step)})


class _Said:
    """Entries in words."""

    def __init__(self, article: Article, reading: Reading, words: Words) -> None:
        self._article, self._reading, self._words = article, reading, words
        self._passages = Passages(article, longest=LONGEST_PASSAGE)
        self._denials = _beside(reading)
        self._numbers = {claim.id: n for n, claim in enumerate(reading.claims, start=1)}

    def claim(self, claim: Claim) -> SheetClaim:
        words = self._words
        item = claim_item(claim, self._reading, (), (), words)
        facts = [item.footing, item.firmness, words("firmness.own_words") if item.quoted else ""]
        return SheetClaim(
            number=self._numbers[claim.id],
            text=item.text,
            who=item.who,
            facts=words("join.dot").join(fact for fact in facts if fact),
            excerpts=self._excerpts(claim),
            denials=tuple(map(self.denial, self._denials.get(claim.id, ()))),
        )

    def denial(self, denial: Denial) -> SheetDenial:
        line = denial_line(denial, self._reading, self._passages, self._words)
        return SheetDenial(line.text, line.denies, self._excerpts(denial))

    def _excerpts(self, entry: Entry) -> tuple[Excerpt, ...]:
        cited = set(entry.sentences)
        return tuple(Excerpt(each, each.n in cited) for each in self._passages(_around(entry, self._article)))


def _filters(reading: Reading, narrowed: Mapping[str, str], words: Words) -> Iterator[Filter]:
    """Each with the choices that take something of what the other filters leave, and how much."""
    everything, whole = entries(reading), Selection(reading, {})
    labels = {
        "source": {source.id: phrase(naming(source, words), 60) for source in reading.sources},
        "kind": _labels("kind", (*_KINDS, OWN_VOICE, "second_hand"), words),
        "denied": _labels("denied", ("denied", "answered", "open"), words),
        "certainty": _labels("certainty", ("certain", "probable", "possible", "unstated"), words),
    }
    kept = {name: value for name, value in narrowed.items() if value in labels.get(name, ())}
    for name, known in labels.items():
        others = Selection(reading, kept | {name: ""})
        counts = Counter(facet for entry in everything if entry in others for facet in whole.facets(name, entry))
        chosen = kept.get(name, "")
        offered = [value for value in known if counts[value] or value == chosen]
        if name == "source":
            offered = sorted(offered, key=lambda value: (value != chosen, -counts[value]))[:MOST_SOURCES]
        choices = [Choice(value, words("sheet.choice", what=known[value], n=counts[value])) for value in offered]
        yield Filter(name, (Choice("", words(f"sheet.any_{name}")), *choices), chosen)


_KINDS: Final = ("person", "organisation", "document", "anonymous", "unnamed_person", "unnamed_group")


def _labels(table: str, values: Iterable[str], words: Words) -> dict[str, str]:
    return {value: words(f"{table}.{value}") for value in values}
