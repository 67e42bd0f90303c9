"""Where an address leads that Slack gives for a message (*Copy link*)."""

import re
from urllib.parse import parse_qs, urlsplit

_PATH = re.compile(r"/archives/([A-Z0-9]+)/p(\d{10})(\d{6})")


def thread_of(link: str) -> tuple[str, str] | None:
    """The channel and the ts of the thread's root; None for any other address."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return None
    found = _PATH.fullmatch(parts.path)
    if found is None:
        return None
    root = parse_qs(parts.query).get("thread_ts", [""])[0]
    return found[1], root or f"{found[2]}.{found[3]}"
