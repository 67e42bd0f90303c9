"""HTML as a tree, without what no person would see."""

import re
from collections.abc import Iterator

from lxml import etree, html

Tree = html.HtmlElement

_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
# Style rules in the element itself that take its text out of sight. Opacity, visibility and class names are left alone:
# sites reveal real text from those with a script.
_UNSEEN = re.compile(
    r"display\s*:\s*none|font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:!important\s*)?(?:;|$)|font\s*:\s*0(?:px)?[/\s]"
    r"|(?:left|right|top|bottom|text-indent|margin-left|margin-top)\s*:\s*-\s*\d{4,}|translate(?:x|y)?\(\s*-\d{4,}"
    r"|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?\s*\)|clip-path\s*:\s*inset\(\s*(?:50|100)%",
    re.IGNORECASE,
)
_PLACED = re.compile(r"position\s*:\s*(?:absolute|fixed)", re.IGNORECASE)
_BESIDE = re.compile(
    r"(?:left|right|top|bottom)\s*:\s*-\s*(?:\d{3,}\s*(?:px|vw|vh|%)|\d{2,}\s*(?:em|rem))", re.IGNORECASE
)
# Control characters, raw or by number, and non-characters: the tree takes them in but not back.
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&#(?:0*(?:[0-8]|1[124-9]|2[0-9]|3[01])(?![0-9])|x0*(?:[0-8bcef]|1[0-9a-f]|fff[ef])(?![0-9a-f]));?",
    re.IGNORECASE,
)
_ROOTS = frozenset({"html", "head", "body", "main", "article"})
_CLASSES = etree.ElementDefaultClassLookup(element=html.HtmlElement)
"""One for all elements, whatever they are called: to ask by the name of each took a tenth of all that is done with a page."""


def parsed(text: str) -> Tree | None:
    """The tree of an HTML page without comments, or None when there is nothing in it."""
    text = _XML_DECLARATION.sub("", _UNFIT.sub("", text), count=1)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(_CLASSES)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None
    return tree


def drop_unseen(tree: Tree) -> None:
    """Take out of `tree` what is hidden by attribute, by its own style, or in a template."""
    # Selected by the library first: most elements of a page have none of these, and there are thousands.
    suspects = tree.xpath("//template|//*[@hidden]|//*[@style]")
    for element in [element for element in suspects if _is_unseen(element)]:
        drop(element)


def _is_unseen(element: Tree) -> bool:
    if element.tag in _ROOTS or not isinstance(element.tag, str):
        return False
    if element.tag == "template" or (element.get("hidden") is not None and element.get("hidden") != "until-found"):
        return True
    style = (element.get("style") or "")[:2000]
    return bool(_UNSEEN.search(style) or (_PLACED.search(style) and _BESIDE.search(style)))


def drop(element: Tree) -> None:
    """Remove an element and what is in it; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def text_of(element: Tree, limit: int = 5000) -> str:
    """The text within an element on one line, its first `limit` characters."""
    parts: list[str] = []
    size = 0
    for part in element.itertext():
        parts.append(str(part))
        size += len(part)
        if size >= limit:
            break
    return " ".join("".join(parts).split())[:limit]


def metas(tree: Tree) -> dict[str, str]:
    """`name`, `property` or `itemprop` of each meta element in lower case, to its content; the first one counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), content.strip())
    return found


def scripts(tree: Tree, kind: str) -> Iterator[str]:
    """The contents of the scripts of one type."""
    for element in tree.iter("script"):
        if (element.get("type") or "").split(";")[0].strip().lower() == kind and element.text:
            yield str(element.text)
