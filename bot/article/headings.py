"""Headings within an article, which extractors often lose."""

from collections.abc import Sequence

from bot.article.markup import Tree, text_of
from bot.article.prose import plain, words


def with_headings(tree: Tree, paragraphs: Sequence[str]) -> list[str]:
    """`paragraphs` with each heading of `tree` that stands right before one of them and is not there yet."""
    places = {plain(text): place for place, text in reversed(list(enumerate(paragraphs)))}
    before: dict[int, str] = {}
    for heading in list(tree.iter("h2", "h3", "h4"))[:1000]:
        text = text_of(heading, 300)
        place = places.get(plain(_next_text(heading)))
        if place is not None and text and words(text) <= 25 and plain(text) not in places:
            before.setdefault(place, text)
    told: list[str] = []
    for place, text in enumerate(paragraphs):
        told += [before[place], text] if place in before else [text]
    return told


def _next_text(heading: Tree) -> str:
    """The text of the next sibling that has any, if it is a paragraph or a list."""
    for sibling in heading.itersiblings():
        if text_of(sibling, 50):
            first = sibling.find("li") if sibling.tag in {"ul", "ol"} else sibling
            return text_of(first, 5000) if first is not None and first.tag in {"p", "li", "blockquote"} else ""
    return ""
