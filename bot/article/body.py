"""The paragraphs of the article in a page, by an extractor; and what is cut from them."""

import re
from copy import deepcopy
from typing import Literal

from lxml import html

from bot.article.characters import tidy
from bot.article.markup import Tree, drop

Extractor = Literal["trafilatura", "resiliparse"]

# Whole lines that sites put between paragraphs. Each must be short and say so from its first words.
_BOILERPLATE = re.compile(
    r"(?:advertisement|advertising|anzeige|publicit[eé]|publicidad|pubblicit[aà]|реклама|sponsored content|story continues below.*|article continues.*|continue reading.*"
    r"|loading\.*|share (?:this|on|via).*|share|print|email|comments?|follow us.*|related(?: (?:articles?|stories|topics|content|coverage|news|links))?:?"
    r"|(?:read (?:more|also|next|the full)|also read|see also|more on this(?: story)?|more:|recommended|you may (?:also )?like|you might also (?:like|be interested in)|related|watch|listen"
    r"|lire aussi|à lire aussi|lesen sie auch|mehr zum thema|leggi anche|lea (?:también|más)|lee también|leia (?:também|mais)|lees ook|czytaj (?:też|także|również)|читайте также|читати також|läs (?:också|mer)|les også|ayrıca okuyun|baca juga)\b\s*[:：|].*"
    r"|(?:sign up|subscribe|register)\b.{0,40}\b(?:newsletters?|alerts?|updates?|briefings?|inbox|for free|to our|channel)\b.*"
    r"|get (?:the|our|all the) (?:latest|best|top|day.s).{0,120}\b(?:inbox|newsletter|email|delivered)\b.*"
    r"|(?:click|tap) here (?:to|for)\b.*|download (?:the|our) app\b.*|(?:©|copyright\b|\(c\)).{0,200}|all rights reserved\.?|back to top|skip to .*|image (?:source|credit|caption).*|getty images.*)",
    re.IGNORECASE,
)
_MARKS = re.compile(r"^(?:[-*•▪●◦‣·]\s+|\|\s*)|\s*\|\s*$")
_NOT_TOLD = (
    "//figcaption|//aside[not(ancestor::blockquote)]|//*[contains(concat(' ',normalize-space(@class),' '),' wp-caption-text ')]"
    "|//*[@itemprop='caption']|//*[@role='complementary' or @role='search' or @role='dialog' or @role='alertdialog']"
)
_BOXES = ("div", "section", "ul", "ol", "p", "span", "nav", "form")
_APART = re.compile(
    r"(?:^|[\s_-])(?:newsletters?|related(?:[\s_-]?(?:articles?|posts?|links?|stories|content|topics|news))?|recommended|recirc\w*|read-?more|readmore|also-?read|most-?(?:read|popular)|trending"
    r"|comments?(?:-?(?:list|section|area|form|thread))?|disqus\w*|share(?:-?(?:bar|buttons?|tools|links))?|social-?(?:share|links|media)|promo\w*|sponsor\w*|outbrain|taboola"
    r"|caption(?:-?text)?|photo-?credit|image-?credit|author-?(?:bio|box|card)|breadcrumbs?|paywall-?prompt|subscribe(?:-?(?:box|banner|form))?|signup(?:-?form)?|cookie-?(?:banner|notice|consent))(?:$|[\s_-])",
    re.IGNORECASE,
)


def paragraphs(tree: Tree, extractor: Extractor, address: str | None) -> list[str]:
    """The article's paragraphs in order, each on one line; empty when the extractor finds none."""
    tree = _without_asides(tree)
    text = _by_trafilatura(tree, address) if extractor == "trafilatura" else _by_resiliparse(tree)
    return tidied(text)


def tidied(text: str) -> list[str]:
    """Lines of an extractor's text as paragraphs, without list marks, boilerplate and repetition.

    Some layouts hold a paragraph twice; short lines ("No.") may well be said twice.
    """
    kept: list[str] = []
    seen: set[str] = set()
    for marked in tidy(text).split("\n"):
        line = _MARKS.sub("", marked)
        if not any(map(str.isalnum, line)) or (len(line) < 250 and _BOILERPLATE.fullmatch(line)):
            continue
        if len(line) < 40 or line not in seen:
            kept.append(line)
        seen.add(line)
    return kept


def _without_asides(tree: Tree) -> Tree:
    """A copy without captions, newsletter boxes, related links and comments.

    A name alone convicts no element that holds a fair share of the page's paragraphs or of its text.
    """
    tree = deepcopy(tree)
    # Linked data may hold the text that a page shows to subscribers only: it is `extract`'s to use, not an extractor's.
    for script in list(tree.iter("script", "style")):
        drop(script)
    prose = sum(len(paragraph.text_content()) for paragraph in tree.iter("p"))
    whole = len(tree.text_content())
    doomed = list(tree.xpath(_NOT_TOLD))
    doomed += [element for element in tree.iter(*_BOXES) if _APART.search(_names(element))]
    for element in doomed:
        told = sum(len(paragraph.text_content()) for paragraph in element.iter("p"))
        if told <= 0.2 * prose and len(element.text_content()) <= 0.25 * whole:
            drop(element)
    return tree


def _names(element: Tree) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"[:300]


def _by_trafilatura(tree: Tree, address: str | None) -> str:
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            tree, url=address, include_comments=False, include_formatting=False, with_metadata=False
        )
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError):
        return ""
    return str(getattr(found, "text", None) or "")


def _by_resiliparse(tree: Tree) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    for frame in tree.xpath("//nav|//footer|//header[not(ancestor::article or ancestor::main or .//h1)]"):
        drop(frame)
    source = html.tostring(tree, encoding="unicode")
    return str(
        extract_plain_text(
            source,
            main_content=True,
            preserve_formatting=True,
            list_bullets=False,
            alt_texts=False,
            comments=False,
            post_meta=False,
        )
    )
