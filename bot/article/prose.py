"""What reads as prose, and how much of it there is."""

import re
from collections.abc import Sequence
from functools import lru_cache

_DENSE = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_STOPLESS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_STOP = re.compile(r"[.!?…。！？؟।։][”’\"'»)\]」』]*(?:\s|$)|[。！？]")


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """Letters and digits only, in lower case: the same text however it is set. Kept, as what `prose` finds is."""
    return "".join(filter(str.isalnum, text.casefold()))


def words(text: str) -> int:
    """Words; of scripts that write without spaces, two characters count as one."""
    return len(text.split()) + len(_DENSE.findall(text)) // 2


def prose(paragraphs: Sequence[str]) -> list[int]:
    """The length in words of each paragraph that reads as prose: eight words or more, with a stop in it.

    Scripts that know no stop (Thai, Lao, Burmese, Khmer) do without.
    """
    return [count for text in paragraphs if (count := _told(text))]


@lru_cache(maxsize=1024)
def _told(text: str) -> int:
    """Its length if it reads as prose, else 0. Kept: a page's paragraphs are weighed against each other a dozen times."""
    count = words(text)
    return count if count >= 8 and (_STOP.search(text) or _has_no_stops(text)) else 0


def _has_no_stops(text: str) -> bool:
    return len(_STOPLESS.findall(text)) * 2 > len(text)
