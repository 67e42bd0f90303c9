"""What a page says of itself in JSON-LD (schema.org)."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bot.article.markup import Tree, scripts
from bot.article.prose import plain

Node = dict[str, Any]

_NODES_AT_MOST = 2000
_ARTICLE = re.compile(
    r"(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|AdvertiserContentArticle|SatiricalArticle|ScholarlyArticle"
    r"|TechArticle|Report|MedicalScholarlyArticle|SocialMediaPosting|Review|NewsItem)$"
)
_CONTROL = re.compile(r"[\x00-\x1f]+")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|/\*\s*\]\]>\s*\*/|//\s*\]\]>|\]\]>|;)\s*$"
)


class LinkedData:
    """All JSON-LD nodes of a page, in order."""

    def __init__(self, tree: Tree) -> None:
        self.nodes = list(_bounded(_nodes(tree)))
        self._by_id = {node["@id"]: node for node in self.nodes if isinstance(node.get("@id"), str) and len(node) > 1}

    def article(self, titles: Sequence[str]) -> Node:
        """The node that describes this page as an article, empty if there is none.

        Pages describe other articles too: the one whose headline stands in one of the page's own `titles` wins, and a
        page that describes many, none of them by its own title, is a list.
        """
        articles = [node for node in self.nodes if is_article(node) and (node.get("headline") or node.get("name"))]
        said = [plain(html.unescape(title)) for title in titles]
        for node in articles:
            headline = plain(string(node.get("headline")) or string(node.get("name")) or "")
            if headline and any(headline in title or (len(title) > 15 and title in headline) for title in said):
                return node
        alone = len(articles) < 3 or "LiveBlogPosting" in kinds(articles[0])
        return articles[0] if articles and alone else {}

    def types(self) -> set[str]:
        return {kind for node in self.nodes for kind in kinds(node)}

    def resolved(self, value: Any) -> Any:
        """`value`, or the node it points to by `@id`."""
        if isinstance(value, dict) and isinstance(value.get("@id"), str) and "name" not in value:
            return self._by_id.get(value["@id"], value)
        return value


def is_article(node: Node) -> bool:
    return any(_ARTICLE.match(kind) for kind in kinds(node))


def kinds(node: Node) -> list[str]:
    """The schema.org types of a node, without any address in front."""
    value = node.get("@type")
    values = value if isinstance(value, list) else [value]
    return [kind.rsplit("/", 1)[-1].rsplit(":", 1)[-1] for kind in values if isinstance(kind, str)]


def string(value: Any) -> str | None:
    """A non-empty string out of a string, a language map or the first of a list."""
    if isinstance(value, list):
        value = next((item for item in value if item), None)
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if not isinstance(value, str):
        return None
    return html.unescape(html.unescape(value)).strip() or None


def _nodes(tree: Tree) -> Iterator[Node]:
    for script in scripts(tree, "application/ld+json"):
        yield from _walk(_loaded(script), 0)


def _walk(value: Any, depth: int) -> Iterator[Node]:
    if depth > 12:
        return
    if isinstance(value, list):
        for item in value[:_NODES_AT_MOST]:
            yield from _walk(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for item in value.values():
            if isinstance(item, dict | list):
                yield from _walk(item, depth + 1)


def _loaded(script: str) -> Any:
    """The JSON in a script, forgiving what content systems do to it; None when it is none."""
    stripped = _WRAPPING.sub("", _WRAPPING.sub("", script)).strip()
    for attempt in (
        stripped,
        _CONTROL.sub(" ", stripped),
        html.unescape(stripped),
        re.sub(r",\s*([}\]])", r"\1", stripped),
    ):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _bounded(nodes: Iterable[Node]) -> Iterator[Node]:
    for count, node in enumerate(nodes):
        if count >= _NODES_AT_MOST:
            return
        yield node
