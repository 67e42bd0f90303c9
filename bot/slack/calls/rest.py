"""The rest that Slack asks for."""

import math
from collections.abc import Mapping

LONGEST = 3600.0
"""Seconds that are believed: Slack's windows are minutes, and what is asked for more would silence a workspace for good."""


def rest_asked(headers: Mapping[str, str], unasked: float) -> float:
    """Seconds of `Retry-After`; `unasked` where there is none, or one that is no number."""
    try:
        seconds = float(headers.get("Retry-After", unasked))
    except ValueError:
        return unasked
    return unasked if math.isnan(seconds) else min(LONGEST, max(0.0, seconds))
