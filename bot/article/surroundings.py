"""The plain paragraphs around a headline: what an extractor should have found, if it found anything."""

from bot.article.body import tidied
from bot.article.markup import Tree, text_of
from bot.article.prose import plain, prose

_OUTSIDE = frozenset({"nav", "footer", "figure", "form", "noscript", "figcaption"})
_ENOUGH = 40


def paragraphs_around(tree: Tree, title: str | None) -> list[str]:
    """The paragraphs in the smallest element that holds the headline and some prose; empty when nothing shows the headline."""
    headline = next((h for h in tree.iter("h1", "h2") if title and plain(text_of(h, 600)) == plain(title)), None)
    if headline is None:
        return []
    for ancestor in headline.iterancestors():
        told = [text_of(paragraph, 20_000) for paragraph in ancestor.iter("p") if not _is_outside(paragraph)]
        if sum(prose(told)) >= _ENOUGH:
            return tidied("\n".join(told))
    return []


def _is_outside(paragraph: Tree) -> bool:
    return any(ancestor.tag in _OUTSIDE for ancestor in paragraph.iterancestors())
