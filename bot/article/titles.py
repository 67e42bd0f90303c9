"""The headline of a page, told from the names of the site and its sections."""

import re
from collections.abc import Mapping
from typing import Protocol

from bot.article.characters import stated, stated_all
from bot.article.linked_data import Node, string
from bot.article.markup import Tree, text_of
from bot.article.prose import plain, prose, words

_BEHIND = re.compile(r"\s+(?:[|–—·»/-]|::)\s+\S")
_PARTED = re.compile(r"\s+(?:[|–—·»/-]|::)\s+")
_LONG_WORD = re.compile(r"\w{4,}")
_SLUG = re.compile(r"[^\s_-]+(?:[_-][^\s_-]+){2,}")


class SupportsTitle(Protocol):
    def __getitem__(self, name: str) -> str | None: ...


def title_of(tree: Tree, head: Mapping[str, str], node: Node, guess: SupportsTitle, outlet: str | None) -> str | None:
    """The headline of what the page is about. `guess["title"]` is asked only when the page states none."""
    headings = stated_all(*(text_of(element, 500) for element in list(tree.iter("h1"))[:5]))
    title = (
        _headline(tree, head, node, headings)
        or _in_bold(tree)
        or _told_by_both(tree, stated(guess["title"]), outlet)
        or next(iter(headings), None)
        or stated(window_title(tree))
    )
    if title is None:
        return None
    # A headline cut short for search engines is whole on the page itself, and one with sections behind it is bare there.
    cut = title.rstrip(" .…")
    whole = next((heading for heading in headings if len(heading) >= 20 and heading.startswith(cut)), None)
    bare = next((heading for heading in headings if len(heading) >= 12 and _BEHIND.match(title, len(heading)) and title.startswith(heading)), None)  # fmt: skip
    return _without_outlet(whole or bare or title, outlet)[:500]


def _headline(tree: Tree, head: Mapping[str, str], node: Node, headings: tuple[str, ...]) -> str | None:
    """What the page states; the name of what it describes where that is shown and its headline, a summary, is not."""
    headline, name = stated(string(node.get("headline"))), stated(string(node.get("name")))
    if headline and name and name in headings and headline not in (window_title(tree) or ""):
        return name
    shared = stated(head.get("og:title"))
    return headline or (shared if shared and not _SLUG.fullmatch(shared) else None)


def _in_bold(tree: Tree) -> str | None:
    """The first words in bold of a page without headings whose title is but a name, as print versions have them."""
    if words(window_title(tree) or "") > 6 or next(tree.iter("h1", "h2", "h3"), None) is not None:
        return None
    bold = (text_of(element, 300) for element in list(tree.iter("b", "strong", "big"))[:5])
    return next((text for text in bold if 4 <= words(text) <= 25 and not prose([f"{text} "])), None)


def _told_by_both(tree: Tree, guess: str | None, outlet: str | None) -> str | None:
    """The guess; where that is the short name of a section or of the site, what else the title of the window says."""
    window = stated(window_title(tree))
    if not guess or _SLUG.fullmatch(guess):
        return None
    if not window or words(guess) > 4:
        return guess
    shared = set(_LONG_WORD.findall(guess.casefold())) & set(_LONG_WORD.findall(window.casefold()))
    if shared and not _is_called(guess, outlet) and not _is_called(guess, (outlet or "").rpartition(".")[0]):
        return guess
    parts = [part for part in _PARTED.split(window) if plain(part) not in {plain(guess), plain(outlet or "")}]
    longest = max(parts, key=words, default="")
    return longest if words(longest) >= max(4, words(guess)) else guess


def _without_outlet(title: str, outlet: str | None) -> str:
    """A headline without the name of the outlet behind it or before it."""
    mark = next((mark for mark in (" | ", " – ", " — ", " - ", " · ", " :: ", " » ", " / ") if mark in title), " | ")
    before, _, behind = title.rpartition(mark)
    if before and _is_called(behind, outlet):
        return before
    first, _, rest = title.partition(mark)
    return rest if rest and _is_called(first, outlet) else title


def _is_called(name: str, outlet: str | None) -> bool:
    """Whether it is the outlet's name, with the end of its address or without."""
    return bool(outlet and re.fullmatch(rf"{re.escape(plain(outlet))}(?:com|org|net|[a-z]{{2}})?", plain(name)))


def window_title(tree: Tree) -> str | None:
    """What a browser shows above the page."""
    element = next(tree.iter("title"), None)
    return (text_of(element, 1000) or None) if element is not None else None
