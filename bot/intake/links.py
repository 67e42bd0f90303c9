"""Which addresses stand in a text, as people paste them.

A link is kept exactly as pasted: fetching wants what was pasted, only the key of an article is normalised.
"""

import html
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

_SLACK_LINK = re.compile(r"<(https?://[^<>|\s]+)(?:\|[^<>]*)?>", re.IGNORECASE)
_BARE_LINK = re.compile(r"https?://[^\s<>\"“”«»|]+", re.IGNORECASE)
_CLOSERS = {")": "(", "]": "[", "}": "{"}


def links_in_slack_text(text: str) -> tuple[str, ...]:
    """The links in Slack's own markup, `<https://…|label>`; labels are ignored, `&amp;` is undone."""
    return distinct(html.unescape(match[1]) for match in _SLACK_LINK.finditer(text))


def beside_slack_links(text: str) -> str:
    """What else stands in text with Slack's markup; escapes are undone."""
    return html.unescape(_SLACK_LINK.sub(" ", text))


def links_in_plain_text(text: str) -> tuple[str, ...]:
    """The links in text that a person typed, without the punctuation that follows them."""
    return distinct(_without_trailing_punctuation(match[0]) for match in _BARE_LINK.finditer(text))


def distinct(links: Iterable[str]) -> tuple[str, ...]:
    """In order, each once, those that name a host."""
    return tuple(dict.fromkeys(link for link in links if _names_a_host(link)))


def divided(links: tuple[str, ...], most: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """At most so many of the links, and the rest, both in order; a site's front page gives way to what may be an article."""
    chosen = set(sorted(links, key=_is_front_page)[:most])
    return tuple(link for link in links if link in chosen), tuple(link for link in links if link not in chosen)


def _is_front_page(link: str) -> bool:
    parts = urlsplit(link)
    return parts.path in ("", "/") and not parts.query


def _names_a_host(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme.lower() in ("http", "https") and bool(parts.netloc)


def _without_trailing_punctuation(link: str) -> str:
    while link:
        last = link[-1]
        unopened = last in _CLOSERS and link.count(last) > link.count(_CLOSERS[last])
        if last not in ".,;:!?'’" and not unopened:
            break
        link = link[:-1]
    return link
