"""Pages that lead to articles and are none: home pages, sections, lists of results."""

from collections.abc import Sequence

from bot.article.markup import Tree, text_of
from bot.article.prose import plain, prose, words


def is_front(tree: Tree, paragraphs: Sequence[str], counts: Sequence[int]) -> bool:
    """A home page, a section or a list of results: what reads as prose on it are teasers beside headings that are links."""
    shown = _teasers(tree)
    if not shown:
        return False
    teasing = sum(words(text) for text in paragraphs if prose([text]) and plain(text)[:60] in shown)
    return teasing >= 0.6 * sum(counts)


def _teasers(tree: Tree) -> str:
    """The text of all cards, run together. A card is the largest element around one linked heading, if it holds little else."""
    headings = [
        h
        for h in tree.iter("h2", "h3", "h4")
        if h.find(".//a") is not None or any(a.tag == "a" for a in h.iterancestors())
    ]
    if len(headings) < 4:
        return ""
    linked = set(headings[:400])
    cards = [card for heading in linked if (card := _card(heading, linked)) is not None]
    return "\n".join(plain(text_of(card, 2000)) for card in cards)


def _card(heading: Tree, linked: set[Tree]) -> Tree | None:
    card = heading
    for ancestor in list(heading.iterancestors())[:6]:
        if sum(1 for other in ancestor.iter("h2", "h3", "h4") if other in linked) > 1:
            break
        card = ancestor
    return card if sum(1 for _ in card.iter("p")) <= 3 else None
