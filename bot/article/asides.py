"""What a page shows beside its article: captions, boxes, credits, comments, links to more. By name, place and make."""

import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from functools import lru_cache

from bot.article.markup import Tree, drop, text_of
from bot.article.prose import words

_SET_APART = (
    "//figcaption|//aside[not(ancestor::blockquote)]|//*[contains(concat(' ',normalize-space(@class),' '),' wp-caption-text ')]"
    "|//*[@itemprop='caption']|//*[@role='complementary' or @role='search' or @role='dialog' or @role='alertdialog']"
)
_BOXES = "//*[@class or @id][self::div or self::section or self::ul or self::ol or self::p or self::span or self::nav or self::form or self::address]"
_CREDITS = frozenset({"div", "p", "ul", "address"})
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:newsletters?|related(?:[\s_-]?(?:articles?|posts?|links?|stories|content|topics|news))?|recommended|recirc\w*|read-?more|readmore|also-?read|most-?(?:read|popular)|trending"
    r"|comments?(?:-?(?:list|section|area|form|thread))?|disqus\w*|share(?:-?(?:bar|buttons?|tools|links))?|social-?(?:share|links|media)|partage|teilen|compartir|promo\w*|sponsor\w*|outbrain|taboola"
    r"|caption(?:-?text)?|l[eé]gende|bildunterschrift|bildtext|didascalia|pie-?(?:de-?)?foto|photo-?credit|image-?credit|author-?(?:bio|box|card)|breadcrumbs?|paywall-?prompt|support"
    r"|subscribe(?:-?(?:box|banner|form))?|signup(?:-?form)?|cookie-?(?:banner|notice|consent))(?:$|[\s_-])",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:^|[\s_-])(?:by-?line|authors?(?:-?(?:name|info|line|meta))?|autor(?:in|en|es)?|auteurs?|signature|firma|dateline|timestamp|credits?|(?:pub(?:lish(?:ed)?)?|article|post)-?(?:date|time)|read(?:ing)?-?time|lesezeit)(?:$|[\s_-])",
    re.IGNORECASE,
)
_TALK = re.compile(r"(?:^|[\s_-])(?:comments?(?:-?(?:list|section|area|thread))?|disqus\w*)(?:$|[\s_-])", re.IGNORECASE)
# A heading of one of these words opens what follows the article.
OPENS_MORE = re.compile(
    r"(?:(?:your |reader |\d+ )?(?:comments?|responses|messages)|join the conversation|most read|most popular|popular|trending|related(?: \w+)?|more (?:on this|from|stories|news).*|read (?:more|next)|you may also like|recommended.*|newsletter"
    r"|kommentare|meistgelesen|mehr zum thema|commentaires|vos réactions|les plus lus|à lire aussi|comentarios|lo más (?:leído|visto)|commenti|i più letti|reacties|meest gelezen|comentários|mais lidas|komentarze|najczęściej czytane"
    r"|комментарии|самое читаемое|читайте также|коментарі|популярне|التعليقات|الأكثر قراءة|评论|コメント|댓글)\s*(?:\(\d+\)|:|\d+)?",
    re.IGNORECASE,
)


def without_asides(tree: Tree) -> Tree:
    """A copy without what stands beside the article.

    Nothing goes that holds a fair share of the page's paragraphs or of its text, whatever it is called: neither one
    element nor all of one name together. Comments may be more than the article, but never all there is.
    """
    tree = without_scripts(tree)
    _without_layout_tables(tree)
    prose = _told(tree)
    whole = len(tree.text_content())
    suspects = list(dict.fromkeys(_suspects(tree)))
    shares: Counter[str] = Counter()
    for element in suspects:
        shares[_kin(element)] += _told(element)
    for element in suspects:
        told = shares[_kin(element)]
        if (told <= 0.25 * prose and len(element.text_content()) <= 0.25 * whole) or (
            _TALK.search(_names(element)) and element.find(".//h1") is None and told <= 0.8 * prose
        ):
            drop(element)
    return tree


def without_scripts(tree: Tree) -> Tree:
    """A copy without scripts. Data may hold the text that a page shows to subscribers only: it is not an extractor's to use."""
    tree = deepcopy(tree)
    for script in list(tree.iter("script", "style")):
        drop(script)
    return tree


def _told(element: Tree) -> int:
    """Characters of its paragraphs."""
    return sum(len(paragraph.text_content()) for paragraph in element.iter("p"))


def _kin(element: Tree) -> str:
    return " ".join((str(element.tag), element.get("class") or ""))


def _without_layout_tables(tree: Tree) -> None:
    """Tables that hold paragraphs or the headline are the layout of an old page, not data: their cells become boxes."""
    for table in list(tree.iter("table")):
        if (
            table.find(".//h1") is not None
            or len(table.findall(".//p")) >= 3
            or (
                len(table.findall(".//br")) >= 4
                and max((len(cell.text_content()) for cell in table.iter("td", "th")), default=0) > 600
            )
        ):
            for element in [table, *table.iter("tbody", "tr", "td", "th")]:
                element.tag = "div"


def _suspects(tree: Tree) -> Iterator[Tree]:
    yield from tree.xpath(_SET_APART)
    for element in tree.xpath(_BOXES):
        called = _called(_names(element))
        if called == "box" or (called == "credit" and element.tag in _CREDITS and words(text_of(element, 400)) <= 30):
            yield element
    yield from _sign_ups(tree)
    yield from _pictures(tree)
    for heading in tree.iter("h2", "h3", "h4"):
        parent = heading.getparent()
        if parent is not None and parent.tag in {"div", "section"} and OPENS_MORE.fullmatch(text_of(heading, 100)):
            yield parent


@lru_cache(4096)
def _called(names: str) -> str:
    """What the names of an element make of it; a page has thousands of elements and a few dozen names."""
    return "box" if _NAMED.search(names) else "credit" if _CREDIT.search(names) else ""


def _sign_ups(tree: Tree) -> Iterator[Tree]:
    """Boxes that ask for an e-mail address."""
    for field in tree.iter("input"):
        box = _box(field) if (field.get("type") or "").lower() == "email" else None
        if box is not None and words(text_of(box, 1000)) <= 80:
            yield box


def _pictures(tree: Tree) -> Iterator[Tree]:
    """A picture and the one short paragraph beneath it."""
    for picture in tree.iter("img", "picture"):
        box = picture.getparent()
        if (
            box is not None
            and box.tag == "div"
            and sum(1 for _ in box.iter("p")) == 1
            and words(text_of(box, 500)) <= 30
        ):
            yield box


def _box(field: Tree) -> Tree | None:
    """The nearest container around a field that holds more than the field's own form."""
    for ancestor in field.iterancestors("div", "section"):
        if ancestor.find(".//p") is not None or ancestor.find(".//h3") is not None:
            return ancestor
    return None


def _names(element: Tree) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"[:300]
