"""What a PDF says of itself: in its information dictionary, and in its XMP packet (ISO 32000-1, 14.3)."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.article.characters import one_line
from bot.article.instants import moment

_PACKET = re.compile(rb"<x:xmpmeta\b.{0,200000}?</x:xmpmeta>", re.DOTALL)
_DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})?(\d{2})?(?:(\d{2})(\d{2})(\d{2})?)?(?:(Z)|([+-])(\d{2})'?(\d{2})?'?)?")
# The format is of 1993: what is older is the beginning of some clock.
_FIRST_YEAR = "1993"


@dataclass(frozen=True, slots=True)
class Info:
    """Empty where the file says nothing; times in ISO 8601, None where they are not plausible."""

    title: str = ""
    author: str = ""
    published: str | None = None
    modified: str | None = None


def info_of(dictionary: Mapping[str, str], body: bytes) -> Info:
    """`dictionary` as the file has it, `body` to look for the packet in; the former is asked first, but for a publication."""
    packets = _PACKET.findall(body)
    packet = packets[-1].decode("utf-8", "replace") if packets else ""
    published = (
        _stated(packet, "prism:publicationDate")
        or _in_iso(dictionary.get("CreationDate", ""))
        or _stated(packet, "xmp:CreateDate")
    )
    modified = _in_iso(dictionary.get("ModDate", "")) or _stated(packet, "xmp:ModifyDate")
    if published and modified and modified[:10] < published[:10]:
        published = modified = None  # one of them is wrong, and nothing tells which
    return Info(
        one_line(dictionary.get("Title", "")) or _value(packet, "dc:title"),
        one_line(dictionary.get("Author", "")) or _value(packet, "dc:creator"),
        published,
        modified,
    )


def _stated(packet: str, name: str) -> str | None:
    when = moment(_value(packet, name))
    return when if when and when >= _FIRST_YEAR else None


def _value(packet: str, name: str) -> str:
    """An attribute, or the text of an element, be it in a list of alternatives or of people."""
    found = re.search(rf"""\b{name}\s*=\s*["']([^"'<>]{{1,500}})["']|<{name}\b[^<>]{{0,200}}>(.{{1,2000}}?)</{name}>""", packet, re.DOTALL)  # fmt: skip
    if found is None:
        return ""
    items = re.sub(r"</rdf:li>\s*<rdf:li[^<>]*>", "; ", found[1] or found[2])
    return one_line(html.unescape(re.sub(r"<[^<>]*>", " ", items)))


def _in_iso(stated: str) -> str | None:
    """`D:20260304081500+01'00'`; None for what is no date, or one that no PDF can bear."""
    found = _DATE.fullmatch(stated.strip())
    if found is None or found[1] < _FIRST_YEAR or not found[3]:
        return None
    year, month, day, hour, minute, second, utc, sign, hours, minutes = found.groups()
    text = f"{year}-{month}-{day}"
    if hour:
        text += f"T{hour}:{minute}:{second or '00'}"
        text += "+00:00" if utc else f"{sign}{hours}:{minutes or '00'}" if sign else ""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment(text)
