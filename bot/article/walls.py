"""What stands where the article should be: told apart, so that people know what to do about it."""

import re
from collections.abc import Sequence

from bot.article.fronts import is_front, is_index
from bot.article.markup import Tree, text_of
from bot.article.metadata import Metadata
from bot.article.notices import ACCEPT, CHALLENGE_MARKUP, CHALLENGE_TEXT, CONSENT, LOGIN, METERED, MISSING, SCRIPT
from bot.article.page import Page
from bot.article.prose import plain, prose, words
from bot.article.purposes import serves_something_else
from bot.errors import ChallengePage, ConsentWall, LoginWall, NeedsJavaScript, NotAnArticle, PageError, SignInPage

# Articles quote people, consent pages do not.
_QUOTED = re.compile(r"[“„«「][^”“»」]{15,}[”“»」]|\"[^\"]{15,}\"")
_BEHIND = 900


def obstacle(tree: Tree, page: Page, meta: Metadata, paragraphs: Sequence[str], teasers: str = "") -> PageError | None:
    """What keeps us from an article on this page, or None when its paragraphs are one.

    Several paragraphs of prose are an article whatever else the page says of itself.
    """
    if page.headers.get("cf-mitigated", "").lower() == "challenge":
        return ChallengePage("the server asks for a browser check")
    counts = prose(paragraphs)
    if not meta.described and (is_front(paragraphs, teasers) or (_is_root(page) and is_index(tree))):
        return NotAnArticle("a page of links to articles")
    if _consents(paragraphs, meta, tree):
        return ConsentWall("the text is about cookies and consent")
    if serves_something_else(tree, meta, paragraphs):
        return NotAnArticle("a page that serves something else")
    if _suffices(tree, meta, paragraphs) and not (sum(counts) < 120 and _is_error(tree, meta)):
        return None
    wall = _wall(tree, meta, sum(counts))
    return None if type(wall) is NotAnArticle and counts and _is_brief(tree, meta) else wall


def before_prompt(paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs up to a prompt to log in or subscribe among the last few lines."""
    for place in range(max(1, len(paragraphs) - 4), len(paragraphs)):
        if words(paragraphs[place]) < 25 and LOGIN.search(paragraphs[place]):
            return list(paragraphs[:place])
    return list(paragraphs)


def readable(paragraphs: Sequence[str], meta: Metadata) -> list[str]:
    """The part of an article that stands before a wall, without what the wall says; empty for less than a few sentences."""
    told = _without_prompts(paragraphs)
    return told if meta.declared and sum(prose(told)) >= 45 else []


def _without_prompts(paragraphs: Sequence[str]) -> list[str]:
    return [text for text in paragraphs if not (words(text) < 60 and LOGIN.search(text))]


def is_cut_short(tree: Tree, meta: Metadata, paragraphs: Sequence[str]) -> bool:
    """Whether a page asks for a login right where its few paragraphs end; one that says it is not free may ask elsewhere."""
    counts = prose(paragraphs)
    if not counts or sum(counts) > 250 or not meta.declared:
        return False
    said = _all_text(tree)
    last = plain(paragraphs[-1])[-60:]
    place = plain(said).rfind(last)
    behind = plain(said)[place + len(last) :][:_BEHIND] if place >= 0 else ""
    asked = any(plain(found[0]) in behind for found in LOGIN.finditer(said))
    return asked if meta.open else asked or (len(counts) <= 2 and sum(counts) < 100 and bool(LOGIN.search(said)))


def _suffices(tree: Tree, meta: Metadata, paragraphs: Sequence[str]) -> bool:
    """Whether what is no prompt is enough, which the first few paragraphs tell: to look for prompts takes long."""
    counts: list[int] = []
    for text in paragraphs:
        told = prose(_without_prompts([text]))
        counts += told
        if told and _is_enough(tree, meta, counts):
            return True
    return False


def _is_enough(tree: Tree, meta: Metadata, counts: Sequence[int]) -> bool:
    """A page that says it is an article may be a brief; one that only looks like it has more to prove."""
    if meta.declared:
        return sum(counts) >= 25
    if len(counts) >= 2 and _is_set_as_article(tree):
        return sum(counts) >= 30
    return sum(counts) >= (40 if len(counts) >= 3 else 60 if len(counts) == 2 else 100)


def _is_set_as_article(tree: Tree) -> bool:
    """Whether its one `article` holds the headline."""
    marked = list(tree.iter("article"))
    return len(marked) == 1 and marked[0].find(".//h1") is not None


def _is_brief(tree: Tree, meta: Metadata) -> bool:
    """Whether the page says that it is an article and is set as one: then a sentence may be all of it."""
    return meta.declared and _is_set_as_article(tree)


def _is_root(page: Page) -> bool:
    """Whether the address is that of a site's front page."""
    path = (page.final_url or page.url or "//x/x").partition("//")[2].partition("?")[0].partition("#")[0]
    return not path.partition("/")[2]


def _consents(paragraphs: Sequence[str], meta: Metadata, tree: Tree) -> bool:
    """Most of a short text is about cookies and personal data, and a button accepts them."""
    whole = sum(map(words, paragraphs))
    if meta.declared or not paragraphs or whole > 400:
        return False
    about = sum(words(text) for text in paragraphs if CONSENT.search(text))
    buttons = [text_of(element, 80) for element in list(tree.iter("button", "a"))[:200]]
    buttons += [element.get("value") or "" for element in list(tree.iter("input"))[:50]]
    return about >= 0.6 * whole and bool(ACCEPT.search(" ".join(buttons))) and not _QUOTED.search(" ".join(paragraphs))


def _is_error(tree: Tree, meta: Metadata) -> bool:
    heading = next((text_of(element, 200) for element in tree.iter("h1")), "") or meta.title or ""
    said = (meta.title or "", heading)
    return not meta.declared and all(len(text.split()) <= 10 and MISSING.search(text) for text in said)


def _wall(tree: Tree, meta: Metadata, told: int) -> PageError:
    text = _all_text(tree)
    said = f"{meta.title or ''} {text}"
    length = words(text)
    if length < 400 and (CHALLENGE_TEXT.search(said) or (length < 60 and CHALLENGE_MARKUP.search(_markup(tree)))):
        return ChallengePage("the page asks whether a person is there")
    if length < 600 and _is_error(tree, meta):
        return NotAnArticle("an error page")
    if length < 120 and _asks_for_password(tree) and not LOGIN.search(said):
        return SignInPage("a form that asks for a password, and little else")
    if LOGIN.search(said) and (not meta.open or meta.declared or _asks_for_password(tree) or length < 300):
        asked = "the page asks for a login or a subscription"
        news = meta.declared or not meta.open or METERED.search(said)
        return LoginWall(asked) if news else SignInPage(asked)
    if length < 800 and len(CONSENT.findall(said)) >= 2 and ACCEPT.search(said):
        return ConsentWall("the page asks for consent")
    if told < 30 and length < 150 and (SCRIPT.search(f"{said} {_unscripted(tree)}") or _is_shell(tree, length)):
        return NeedsJavaScript("nothing without a browser")
    return (
        NotAnArticle("no article on the page") if meta.open else LoginWall("the page says that it is not free to read")
    )


def _markup(tree: Tree) -> str:
    """Sources and beginnings of scripts and frames, names of containers: where browser checks give themselves away."""
    loaded = [str(e.get("src") or e.text or "")[:3000] for e in list(tree.iter("script", "iframe"))[:60]]
    named = [f"{e.get('id') or ''} {e.get('class') or ''}" for e in list(tree.iter("div", "form"))[:200]]
    return " ".join(loaded + named)


def _unscripted(tree: Tree) -> str:
    return " ".join(text_of(element, 500) for element in list(tree.iter("noscript"))[:20])


def _asks_for_password(tree: Tree) -> bool:
    return any((field.get("type") or "").lower() == "password" for field in tree.iter("input"))


def _is_shell(tree: Tree, length: int) -> bool:
    """A mount point that holds nothing, or a word or two of waiting, and scripts: a single-page application."""
    if length >= 40 or not any(script.get("src") for script in tree.iter("script")):
        return False
    names = {"root", "app", "next", "nuxt", "react-root", "app-root", "svelte", "main-app", "application"}
    return any(
        (element.get("id") or "").lower().strip("_") in names and words(text_of(element, 100)) <= 5
        for element in tree.iter("div", "main", "section")
    )


def _all_text(tree: Tree) -> str:
    """What the page shows, without scripts and styles; the first 20,000 characters."""
    parts: list[str] = []
    size = 0
    body = tree.find("body")
    for element in (tree if body is None else body).iter():
        if (
            isinstance(element.tag, str)
            and element.tag not in {"script", "style", "noscript", "template"}
            and element.text
        ):
            parts.append(str(element.text))
            size += len(parts[-1])
        if element.tail:
            parts.append(str(element.tail))
            size += len(parts[-1])
        if size > 20_000:
            break
    return " ".join(" ".join(parts).split())
