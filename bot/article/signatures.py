"""The bylines that a page shows, by the names of their elements."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.article.markup import Tree, text_of

_CALLED = re.compile(
    r"(?:^|[\s_-])(?:by-?lines?|authors?(?:-?names?)?|article-?authors?|autor(?:in|en|es|a|zy)?|auteurs?|autori?|autore|redactor(?:es)?|periodista|journalists?|reporters?|writers?|contributors?|verfasser(?:in)?|skribent|yazar|penulis|username|firma|signature)(?:$|[\s_-])",
    re.IGNORECASE,
)
# Names in scripts that write without spaces.
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,12}")
_ELSEWHERE = frozenset({"aside", "footer", "nav", "form", "figure"})
_COMMENTS = re.compile(r"(?:^|[\s_-])(?:comments?|related|recommended|sidebar|widget)", re.IGNORECASE)
_TOO_WIDE = frozenset({"script", "style", "body", "html", "article", "main", "meta", "link"})
_LOOKED_AT = 20_000


def signatures_of(tree: Tree) -> list[str]:
    """The pieces of text in what the page marks as its byline: the first one, and those beside it of the same name."""
    first: Tree | None = None
    found: list[str] = []
    for element in _marked(tree):
        if first is None or (_kin(element) == _kin(first) and _beside(element, first)):
            pieces = _pieces(element)
            first = element if pieces and first is None else first
            found += pieces
    return found[:8]


def marked_authors(tree: Tree) -> list[str]:
    """The names of the persons that microdata marks as authors, comments aside."""
    found: list[str] = []
    for element in tree.xpath("//*[@itemprop='author']")[:8]:
        named = element.xpath(".//*[@itemprop='name']")[:4] or [element]
        if not any(_is_elsewhere(ancestor) for ancestor in element.iterancestors()):
            found += [str(one.get("content") or text_of(one, 200)) for one in named]
    return found


def _marked(tree: Tree) -> Iterator[Tree]:
    for place, element in enumerate(tree.iter()):
        if place > _LOOKED_AT:
            return
        if not isinstance(element.tag, str) or element.tag in _TOO_WIDE or not _says_so(element):
            continue
        if not any(_is_elsewhere(ancestor) for ancestor in element.iterancestors()):
            yield element


def _says_so(element: Tree) -> bool:
    if element.get("rel") == "author" or element.get("itemprop") in {"author", "creator"}:
        return True
    names = " ".join(element.get(name) or "" for name in ("class", "id", "data-component", "data-testid"))[:300]
    return bool(names.strip()) and _is_called(names)


@lru_cache(4096)
def _is_called(names: str) -> bool:
    return bool(_CALLED.search(names))


def _is_elsewhere(ancestor: Tree) -> bool:
    return ancestor.tag in _ELSEWHERE or bool(_COMMENTS.search(ancestor.get("class") or ancestor.get("id") or ""))


def _kin(element: Tree) -> tuple[str, str, str]:
    return str(element.tag), element.get("class") or "", element.get("itemprop") or element.get("rel") or ""


def _beside(one: Tree, other: Tree) -> bool:
    first, second = one.getparent(), other.getparent()
    return first is not None and second is not None and (first is second or first.getparent() is second.getparent())


def _pieces(element: Tree) -> list[str]:
    """Each piece of text that may be a name; the whole, if it is short, when a name is spread over several elements."""
    if element.get("content"):
        return [str(element.get("content"))]
    pieces = [" ".join(str(piece).split()) for piece in element.itertext()]
    names = [piece for piece in pieces if 1 < len(piece.split()) <= 12 or _DENSE.fullmatch(piece)]
    whole = text_of(element, 200)
    return names[:6] or ([whole] if 1 < len(whole.split()) <= 12 else [])
