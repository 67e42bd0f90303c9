"""The paragraphs of the article in a page, by an extractor; and what is cut from them."""

import re
from typing import Literal

from lxml import html

from bot.article.asides import without_asides, without_scripts
from bot.article.characters import tidy
from bot.article.headings import with_headings
from bot.article.markup import Tree, drop
from bot.article.runtogether import parted

Extractor = Literal["trafilatura", "resiliparse"]

# Whole lines that sites put between paragraphs. Each must be short and say so from its first words.
_BOILERPLATE = re.compile(
    r"(?:advertisement|advertising|anzeige|publicit[eé]|publicidad|pubblicit[aà]|реклама|sponsored content|story continues below.*|article continues.*|continue reading.*"
    r"|loading\.*|share (?:this|on|via).*|share|print|email|comments?|follow us.*|related(?: (?:articles?|stories|topics|content|coverage|news|links))?:?"
    r"|(?:read (?:more|also|next|the full)|also read|see also|more on this(?: story)?|more:|recommended|you may (?:also )?like|you might also (?:like|be interested in)|related|watch|listen"
    r"|lire aussi|à lire aussi|lesen sie auch|mehr zum thema|leggi anche|lea (?:también|más)|lee también|leia (?:também|mais)|lees ook|czytaj (?:też|także|również)|читайте также|читати також|läs (?:också|mer)|les også|ayrıca okuyun|baca juga)\b\s*[:：|].*"
    r"|(?:sign up|subscribe|register)\b.{0,40}\b(?:newsletters?|alerts?|updates?|briefings?|inbox|for free|to our|channel)\b.*"
    r"|get (?:the|our|all the) (?:latest|best|top|day.s).{0,120}\b(?:inbox|newsletter|email|delivered)\b.*"
    r"|(?:additional |more )?reporting by .*|.{0,80}\bcontributed (?:reporting|to (?:this|the) (?:report|story|article))\b.*|edit(?:ing|ed) by .*|our standards:.*"
    r"|(?:click|tap) here (?:to|for)\b.*|download (?:the|our) app\b.*|(?:©|copyright\b|\(c\)).{0,200}|all rights reserved\.?|back to top|skip (?:to|past|over|ad).*|image (?:source|credit|caption).*|getty images.*"
    r"|(?:photo(?:graph(?:y|s)?|s|graphie)?|pictures?|images?|fotos?|fotograf[ií]a|bild(?:quelle)?|imagen|cr[eé]dit(?:o)?s? photos?)\s*(?:by)?\s*[:©]\s*(?:[^.!?:]|\.(?=\s?\w)){2,60})",
    re.IGNORECASE,
)
_HELD = {0x200C: "\U00010600", 0x200D: "\U00010601"}
_MARKS = re.compile(r"^(?:[-*•▪●◦‣·]\s+|\|\s*)|\s*\|\s*$")


def paragraphs(tree: Tree, extractor: Extractor, address: str | None, *, asides: bool = False) -> list[str]:
    """The article's paragraphs in order, each on one line; empty when the extractor finds none.

    With `asides` the extractor sees all of the page and decides alone.
    """
    tree = without_scripts(tree) if asides else without_asides(tree)
    joined = _hold_joiners(tree)
    text = _by_trafilatura(tree, address) if extractor == "trafilatura" else _by_resiliparse(tree)
    told = parted(tidied(_with_joiners(text) if joined else text), tree)
    return with_headings(tree, told)


def _hold_joiners(tree: Tree) -> bool:
    """Put letters that no page holds in place of the joiners that Persian and Hindi write with: extractors drop those."""
    held = False
    for element in tree.iter():
        if element.text and ("\u200c" in element.text or "\u200d" in element.text):
            element.text, held = element.text.translate(_HELD), True
        if element.tail and ("\u200c" in element.tail or "\u200d" in element.tail):
            element.tail, held = element.tail.translate(_HELD), True
    return held


def _with_joiners(text: str) -> str:
    return text.translate({ord(mark): code for code, mark in _HELD.items()})


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
