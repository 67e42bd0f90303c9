"""What is known about a page: JSON-LD first, then trafilatura, then Open Graph and what else its head holds."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from yarl import URL

from bot.article.address import same_site
from bot.article.byline import authors, people
from bot.article.characters import stated, stated_all
from bot.article.instants import day_shown, modified, moment, published
from bot.article.linked_data import LinkedData, Node, string
from bot.article.markup import Tree, metas, text_of
from bot.article.signatures import marked_authors, signatures_of
from bot.article.titles import title_of, window_title

_AUTHORS = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "cxenseparse:author",
    "byl",
    "twitter:creator:name",
    "citation_author",
)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Metadata:
    """All in plain text; times in ISO 8601. `described`: as an article, by JSON-LD; `declared`: by that or otherwise; `open` is its word on being free to read."""

    title: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    published_at: str | None = None
    modified_at: str | None = None
    language: str | None = None
    canonical_url: str | None = None
    summary: tuple[str, ...] = ()
    body: str | None = None
    described: bool = False
    declared: bool = False
    open: bool = True
    types: frozenset[str] = frozenset()
    og_type: str = ""


def metadata_of(tree: Tree, address: str | None, *, thorough: bool = True) -> Metadata:
    """Read the head of a page. `thorough` lets trafilatura look too, which costs time that grows with the page."""
    head = metas(tree)
    data = LinkedData(tree)
    shown = [text_of(element, 500) for element in list(tree.iter("h1"))[:3]]
    node = data.article(stated_all(window_title(tree), head.get("og:title"), *shown))
    guess = _Guess(tree, address, thorough)
    outlet = _outlet(tree, data, node, head, guess, address)
    language = _language(tree, head, node)
    return Metadata(
        title=title_of(tree, head, node, guess, outlet),
        outlet=outlet,
        byline=_byline(tree, data, node, head, guess, outlet) or _signed(tree, data, node, outlet),
        published_at=published(tree, head, node, language) or _guessed_day(guess) or day_shown(tree, language),
        modified_at=modified(tree, head, node, language),
        language=language,
        canonical_url=_canonical(tree, head, address),
        summary=stated_all(string(node.get("description")), head.get("og:description"), head.get("description")),
        body=string(node.get("articleBody")),
        described=bool(node),
        declared=bool(node) or head.get("og:type", "").lower() == "article" or "article:published_time" in head,
        open=str(node.get("isAccessibleForFree", "true")).lower() not in {"false", "no", "0"},
        types=frozenset(data.types()),
        og_type=head.get("og:type", "").lower(),
    )


class _Guess:
    """What trafilatura makes of the page, asked only when the page itself does not say."""

    def __init__(self, tree: Tree, address: str | None, thorough: bool) -> None:
        self._tree = tree
        self._address = address
        self._thorough = thorough

    def __getitem__(self, name: str) -> str | None:
        return getattr(self._document, name, None) or None

    @cached_property
    def _document(self) -> Any:
        if not self._thorough:
            return None
        from trafilatura.metadata import extract_metadata

        try:
            # Its extensive search for a date loads every language there is, which takes seconds of a worker's five.
            return extract_metadata(self._tree, default_url=self._address, extensive=False)
        except (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError):
            return None


def _outlet(
    tree: Tree, data: LinkedData, node: Node, head: dict[str, str], guess: _Guess, address: str | None
) -> str | None:
    """The name that the page gives; where that is a host's, of the one that the page came from."""
    publisher = data.resolved(node.get("publisher"))
    if isinstance(publisher, list):
        publisher = next((data.resolved(item) for item in publisher), None)
    name = (
        stated(string(publisher))
        or stated(_publisher(tree))
        or stated(head.get("og:site_name"))
        or stated(guess["sitename"])
        or stated(head.get("application-name"))
    )
    if not name or name.startswith(("http://", "https://", "@")):
        return None
    elsewhere = address and _HOST.fullmatch(name) and not same_site(f"https://{name}", address)
    return _own(str(address)) if elsewhere else name[:100]


def _own(address: str) -> str:
    return str(URL(address).host_port_subcomponent).removeprefix("www.")


def _publisher(tree: Tree) -> str | None:
    """That of microdata."""
    for element in tree.xpath("//*[@itemprop='publisher']//*[@itemprop='name']")[:1]:
        return element.get("content") or text_of(element, 200)
    return None


def _byline(
    tree: Tree, data: LinkedData, node: Node, head: dict[str, str], guess: _Guess, outlet: str | None
) -> tuple[str, ...]:
    return (
        people(authors(data, node.get("author")) or authors(data, node.get("creator")), outlet)
        or people(marked_authors(tree), outlet)
        or people([guess["author"] or ""], outlet)
        or people([head[name] for name in _AUTHORS if name in head], outlet)
    )


def _signed(tree: Tree, data: LinkedData, node: Node, outlet: str | None) -> tuple[str, ...]:
    """What the page shows; then a name that its data calls an organisation, as some systems call everybody."""
    return people(signatures_of(tree), outlet) or tuple(
        name for name in people(authors(data, node.get("author"), organisations=True), outlet) if " " in name
    )


def _guessed_day(guess: _Guess) -> str | None:
    """The first of January is what trafilatura makes of a bare year, such as that of a copyright line; a distant day is one told of."""
    day = moment(guess["date"] or "")
    return None if day and (day.endswith("-01-01") or day < "1990") else day


def _language(tree: Tree, head: dict[str, str], node: Node) -> str | None:
    root = tree.getroottree().getroot()
    said = (
        root.get("lang"),
        root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        root.get("xml:lang"),
        string(node.get("inLanguage")),
        head.get("og:locale"),
        head.get("content-language"),
    )
    return next((text.strip() for text in said if text and text.strip()), None)


def _canonical(tree: Tree, head: dict[str, str], address: str | None) -> str | None:
    """The page's own word on its address: of the same site, and not the front page of it."""
    links = [
        element.get("href")
        for element in tree.iter("link")
        if "canonical" in (element.get("rel") or "").lower().split()
    ]
    for href in [*links, head.get("og:url")]:
        try:
            url = URL((href or "").strip())
            url = URL(address).join(url) if address and href else url
        except ValueError:
            continue
        if url.scheme not in {"http", "https"} or not url.host or url.user:
            continue
        if address is None or (
            same_site(str(url), address) and (len(url.raw_path) > 1 or len(URL(address).raw_path) <= 1)
        ):
            return str(url.with_fragment(None))
    return None
