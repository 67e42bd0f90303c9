"""What people name on the command line: links, files, `-` for what is piped in."""

import re
import sys
from pathlib import Path

from bot.adapters.web.files import page_of_file, page_of_stream
from bot.article.article import Article
from bot.errors import FileEmpty, PageError
from bot.flow import Desk, article_at

PIPED = "stdin"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
"""What no file is called; an address of another kind is refused as one in Slack is."""


async def article_named(desk: Desk, source: str) -> Article:
    """The article of a link, a file or what is piped in. Raises `WebError`, and `PageError`, which names the file."""
    if _ADDRESS.match(source):
        return await article_at(desk, source)
    try:
        page = page_of_stream(sys.stdin.buffer) if source == "-" else page_of_file(source)
        return await desk.press.article(page)
    except (PageError, FileEmpty) as error:
        error.about = {"file": PIPED if source == "-" else Path(source).name, **error.about}
        raise
