"""Pages that lead to articles and are none: home pages, sections, lists of results."""

from collections.abc import Sequence

from bot.article.markup import Tree, text_of
from bot.article.prose import plain, prose, words

# A teaser says what an article is about; an entry of a live blog tells it, and is longer or not alone in being told.
_TEASER_WORDS = 60


def is_front(paragraphs: Sequence[str], teasers: str) -> bool:
    """Whether most of what reads as prose are teasers."""
    told = sum(prose(paragraphs))
    return bool(teasers) and told > 0 and sum(prose(_found(paragraphs, teasers))) >= 0.6 * told


def without_teasers(paragraphs: Sequence[str], teasers: str) -> list[str]:
    """The paragraphs that stand in no card; all of them when most do, for then they are what the page tells."""
    if is_front(paragraphs, teasers):
        return list(paragraphs)
    found = set(_found(paragraphs, teasers))
    return [text for text in paragraphs if text not in found]


def _found(paragraphs: Sequence[str], teasers: str) -> list[str]:
    return [text for text in paragraphs if words(text) >= 4 and plain(text)[:60] in teasers] if teasers else []


def teasers_of(tree: Tree) -> str:
    """The text of all cards, run together, one a line, letters only.

    A card is the largest element around one heading that is a link. Less than four of them are no list.
    """
    headings = [h for h in tree.iter("h2", "h3", "h4") if _is_linked(h)][:400]
    if len(headings) < 4:
        return ""
    linked = set(headings)
    return "\n".join(plain(card) for heading in headings if (card := _card(heading, linked)))


def _is_linked(heading: Tree) -> bool:
    link = heading.find(".//a")
    if link is not None:
        return len(text_of(link)) >= 0.6 * len(text_of(heading))
    return any(ancestor.tag == "a" for ancestor in list(heading.iterancestors())[:4])


def _card(heading: Tree, linked: set[Tree]) -> str | None:
    card = heading
    for ancestor in list(heading.iterancestors())[:6]:
        if sum(1 for other in ancestor.iter("h2", "h3", "h4") if other in linked) > 1:
            break
        card = ancestor
    text = text_of(card, 1000)
    return text if words(text) - words(text_of(heading)) <= _TEASER_WORDS else None


def is_index(tree: Tree) -> bool:
    """Whether a page is mostly links that read like headlines: four words or more each, a good part of all its words."""
    linked = [count for link in list(tree.iter("a"))[:2000] if (count := words(text_of(link, 300))) >= 4]
    whole = sum(words(text_of(element, 2000)) for element in tree.iter("p", "li", "a", "h1", "h2", "h3", "h4"))
    return len(linked) >= 20 and sum(linked) >= 0.3 * whole
