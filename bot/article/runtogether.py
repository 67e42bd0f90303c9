"""A short page that an extractor gave up on and gave whole, in one line: its own blocks part it again."""

from collections.abc import Sequence
from copy import deepcopy

from bot.article.markup import Tree, drop
from bot.article.prose import plain

_BESIDE = ("aside", "footer", "form", "noscript", "script", "style")
"""What an extractor leaves out before it takes the rest as it is."""
_PARTS = frozenset(
    {
        "address",
        "article",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "time",
        "tr",
        "ul",
    }
)
_BREAK = "\ue000"
"""A letter that no page holds: a line break of the source parts nothing."""


def parted(told: Sequence[str], tree: Tree) -> list[str]:
    """The one line of `told` as the blocks of the `article` element that it is the text of, captions left out; else `told`."""
    if len(told) != 1:
        return list(told)
    for element in tree.iter("article"):
        article = deepcopy(element)
        _without(article, *_BESIDE)
        if plain("".join(article.itertext())) == plain(told[0]):
            _without(article, "figcaption")
            return _blocks(article)
    return list(told)


def _without(article: Tree, *tags: str) -> None:
    for element in list(article.iter(*tags)):
        drop(element)


def _blocks(article: Tree) -> list[str]:
    for element in article.iter():
        mark = _BREAK if element.tag in _PARTS else ""
        element.text, element.tail = mark + (element.text or ""), mark + (element.tail or "")
    lines = "".join(map(str, article.itertext())).split(_BREAK)
    return [line for each in lines if (line := " ".join(each.split()))]
