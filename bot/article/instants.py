"""When a page was published and last changed, out of whatever way it says so."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import Any

from bot.article.linked_data import Node, string
from bot.article.markup import Tree, text_of

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "parsely-pub-date", "sailthru.date", "datepublished", "date.published", "publishdate", "publish-date",
    "article:published", "article.published", "dcterms.created", "dcterms.date", "dc.date.issued", "dc.date", "dc.date.created", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "date", "pubdate", "og:pubdate", "originalpublicationdate", "publication_date", "citation_publication_date",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "last-modified-date",
)
_NUMBERS = re.compile(
    r"(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?(?:[T\s,]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?(?=\D|$)",
    re.IGNORECASE,
)
_OFFSETS = {"GMT": 0, "UTC": 0, "CET": 1, "CEST": 2, "EST": -5, "EDT": -4, "MDT": -6, "PST": -8, "PDT": -7}
_OFFSET = re.compile(rf"(?<=\d|\s|T|C)([+-])(\d{{2}}):?(\d{{2}})$|(?<=[\d\sMm.])({'|'.join(_OFFSETS)})$")
_ZONE_NAME = re.compile(r"\s*(?:\[[\w/+-]+\]|\([\w\s]+\))$")
# A day in figures, or between a month in letters and a year, in a piece of text that says hardly anything else.
DAY = re.compile(
    r"(?<!\d)(?:(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?(?:\s?\d{1,2}:\d{2}(?::\d{2})?)?|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}"
    r"|\d{1,2}(?:st|nd|rd|th|\.|º|er)?\s(?:de\s)?[^\W\d_]{3,12}\.?,?\s(?:de\s)?(?:19|20)\d{2}|[^\W\d_]{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)\d{2})(?!\d)"
)
_CLOCK = re.compile(r"(?<![\d.])\d{1,2}\s?[:.h]\s?\d{2}(?!\d|\.\d)|\d\s?[ap]\.?m\b", re.IGNORECASE)


def published(tree: Tree, head: dict[str, str], node: Node, language: str | None) -> str | None:
    """ISO 8601, or None when neither data nor head nor an element marked so tells."""
    said = [string(node.get("datePublished")), string(node.get("dateCreated"))]
    said += [head.get(name) for name in _PUBLISHED]
    said += [element.get("datetime") for element in list(tree.iter("time"))[:5] if _tells(element, "datePublished")]
    return _first(said, language)


def modified(tree: Tree, head: dict[str, str], node: Node, language: str | None) -> str | None:
    """ISO 8601, or None when the page does not say that it was changed."""
    said = [string(node.get("dateModified"))]
    said += [head.get(name) for name in _MODIFIED]
    said += [element.get("datetime") for element in list(tree.iter("time"))[:8] if _tells(element, "dateModified")]
    return _first(said, language)


def day_shown(tree: Tree, language: str | None) -> str | None:
    """ISO 8601, of the first short piece of text behind the headline, or on a page without one, that holds a day with its year."""
    headline = next(tree.iter("h1"), None)
    axis = "//body//" if headline is None else "following::"
    pieces = (tree if headline is None else headline).xpath(
        f"({axis}text()[string-length(normalize-space(.)) < 80][not(ancestor::script or ancestor::style)])[position() <= 150]"
    )
    days = (found[0] for piece in pieces if (found := DAY.search(" ".join(str(piece).split()))) and _is_alone(piece))
    return _first(list(islice(days, 4)), language)


def _is_alone(piece: Any) -> bool:
    """Whether a piece of text stands in no paragraph, where a day may be that of anything."""
    around = piece.getparent() if piece.is_text else piece.getparent().getparent()
    return around is not None and len(text_of(around, 160)) < 160


def _first(said: Iterable[str | None], language: str | None) -> str | None:
    return next((when for text in said if text and (when := moment(text, language))), None)


def _tells(element: Tree, name: str) -> bool:
    return element.get("itemprop") == name or (name == "datePublished" and element.get("pubdate") is not None)


def moment(text: str, language: str | None = None) -> str | None:
    """ISO 8601 as the page has it, its zone kept; None for what is no date or none that news can bear."""
    text = _ZONE_NAME.sub("", " ".join(text.split())[:60])
    when, has_time = _parsed(text, language)
    if when is None or not 1700 <= when.year <= 2200:
        return None
    if has_time and when.tzinfo is None:
        when = when.replace(tzinfo=_zone(text))
    return when.isoformat(timespec="seconds") if has_time else when.date().isoformat()


def _zone(text: str) -> timezone | None:
    """The offset at the end of a time, or a name of one that means the same everywhere."""
    found = _OFFSET.search(text)
    if found is None:
        return None
    if found[4]:
        return timezone(timedelta(hours=_OFFSETS[found[4]]))
    away = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return timezone(away if found[1] == "+" else -away) if away <= timedelta(hours=14) else None


def _parsed(text: str, language: str | None) -> tuple[datetime | None, bool]:
    """A date, and whether it came with a time of day."""
    if re.fullmatch(r"\d{10}(?:\d{3})?", text):
        return datetime.fromtimestamp(int(text[:10]), UTC), True
    try:
        if text[:1].isalpha():
            return parsedate_to_datetime(text), True
        stated = re.sub(r"\s*(?:UTC|GMT)$", "Z", re.sub(r"(?<=\d)\s+(?=[+-]\d{2}:?\d{2}$)", "", text))
        return datetime.fromisoformat(stated), len(stated) > 10
    except (ValueError, IndexError, TypeError):
        return _loosely(text, language)


def _loosely(text: str, language: str | None) -> tuple[datetime | None, bool]:
    found = _NUMBERS.match(text)
    if found is None:
        return _in_words(text, language), bool(_CLOCK.search(text))
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
    try:
        return datetime(year, month, day, hour, minute, second), found[4] is not None  # noqa: DTZ001  # as the page has it
    except ValueError:
        pass
    try:
        return datetime(year, month, day), False  # noqa: DTZ001  # as the page has it
    except ValueError:
        return None, False


def _in_words(text: str, language: str | None) -> datetime | None:
    """The name of a month in the page's language or in English, or the day before the month; nothing without a year."""
    if not re.search(r"(?:19|20)\d{2}", text):
        return None
    import dateparser

    spoken = (language or "en").replace("_", "-").split("-")[0].lower()
    order = "MDY" if spoken == "en" and "/" in text else "DMY"
    for code in dict.fromkeys((spoken, "en")):
        try:
            found = dateparser.parse(text, languages=[code], settings={"DATE_ORDER": order, "STRICT_PARSING": True})
        except (ValueError, TypeError, OverflowError, AttributeError, re.error):  # no language that it knows, for one
            continue
        if isinstance(found, datetime):
            return found
    return None
