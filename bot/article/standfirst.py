"""The line under a headline that sums the article up."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.article.markup import Tree, text_of
from bot.article.metadata import Metadata
from bot.article.prose import plain, words

_NAMED = re.compile(
    r"stand-?first|sub-?(?:title|head(?:line|ing)?)|(?:^|[\s_-])de(?:k|ck)(?:$|[\s_-])|summary|lede|(?:^|[\s_-])(?:intro|lead|chapo|sapo|excerpt|strapline|teaser|anleitung|vorspann)|description|bajada|entradilla|sommario|occhiello",
    re.IGNORECASE,
)
_CALLED = ("class", "id", "itemprop", "data-testid", "data-gu-name", "data-component")


def standfirst_of(tree: Tree, meta: Metadata, body: Sequence[str]) -> str | None:
    """The standfirst, if the page shows one before the body: marked as such, or the same as its own summary."""
    summaries = {plain(text) for text in meta.summary}
    opening = [plain(text) for text in body]
    for element in tree.iter("p", "h2", "div", "span", "h3"):
        named = _is_named(_names(element))
        if len(element) > 6 or (element.tag in {"div", "span"} and not named and len(element) > 1):
            continue
        text = text_of(element, 700)
        if not 25 <= len(text) <= 500 or words(text) < 5 or element.find(".//p") is not None:
            continue
        bare = plain(text)
        if bare in summaries or (named and not _within_a_list(element)):
            # An extractor may have put it further down; a paragraph that says the same and more is the better one.
            known = any(bare in paragraph and bare != paragraph for paragraph in opening)
            return None if known or not _before_body(element, body) else text
        if opening and bare.startswith(opening[0][:40]):
            return None  # the body begins here, and nothing behind its beginning is before it
    return None


@lru_cache(4096)
def _is_named(names: str) -> bool:
    return bool(_NAMED.search(names))


def _names(element: Tree) -> str:
    """What it is called, or the container that it is alone in."""
    parent = element.getparent()
    called = [element] if parent is None or len(parent) > 1 else [element, parent]
    return " ".join(one.get(name) or "" for one in called for name in _CALLED)[:300]


def _within_a_list(element: Tree) -> bool:
    return any(ancestor.tag in {"li", "a", "aside", "nav", "footer", "figure"} for ancestor in element.iterancestors())


def _before_body(element: Tree, body: Sequence[str]) -> bool:
    """Whether the body's first paragraph is this element or comes behind it."""
    first = plain(body[0])[:40] if body else ""
    following = [
        element,
        *element.xpath("following::*[self::p or self::div or self::h2 or self::h3 or self::li][position() <= 60]"),
    ]
    return any(plain(text_of(other, 200)).startswith(first) for other in following)
