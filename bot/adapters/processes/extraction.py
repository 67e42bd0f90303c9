"""An article made of a page: the request, and the work that a process does for it."""

import contextlib
import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from bot.adapters.processes.frames import Request, request
from bot.article.page import Page
from bot.errors import PageError

EXTRACT = "extract"


def encoded(page: Page, extractor: str) -> Request:
    """The request for the article of `page`."""
    return request(EXTRACT, page.body, asdict(replace(page, body=b"")) | {"body": None, "extractor": extractor})


def extract(head: Mapping[str, Any], body: bytes) -> bytes:
    """JSON: the article and its sentences' `spans`, or what the page is instead."""
    from bot.article.extract import article_of

    page = {name: value for name, value in head.items() if name != "extractor"}
    try:
        article = article_of(Page(**(page | {"body": body})), extractor=head["extractor"])
    except PageError as error:
        return json.dumps({"error": error.code, "detail": str(error), "about": error.about}).encode()
    spans = [(sentence.start, sentence.end) for sentence in article.sentences]
    return json.dumps({"article": article.model_dump(exclude={"sentences"}), "spans": spans}).encode()


def warm_up() -> None:
    """Load what the first page would wait for."""
    from bot.article.extract import article_of

    told = (
        "<p>The minister said on Tuesday that the bridge would stay closed for six more weeks, as was reported.</p>" * 3
    )
    with contextlib.suppress(Exception):
        article_of(
            Page(f"<html><title>A bridge</title><body><h1>A bridge</h1>{told}</body></html>".encode(), "text/html")
        )
