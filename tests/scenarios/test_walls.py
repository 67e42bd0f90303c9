"""What stands in the way of an article, as a channel sees it."""

import pytest
from aiohttp import web

from tests.pages import PARAGRAPHS, TITLE, body, html, linked
from tests.pdfs import column, pdf, scan
from tests.scenarios.scene import Scene

SIGN_IN = b"<title>Sign in</title><h1>Sign in</h1><form><input type=password></form><p>Please log in to continue to the document.</p>"
PROMPT = "<h2>Subscribe to continue reading</h2><p>Already a subscriber? Log in.</p>"


async def test_a_document_behind_a_login_is_met_with_silence_unless_we_were_asked(newsroom: Scene) -> None:
    """Who shares a document with a colleague asks nothing of us; with a mention the login is said."""
    newsroom.site.pages["document"] = SIGN_IN

    unasked = await newsroom.paste(newsroom.site.link("document"))
    asked = await newsroom.paste(f"<@{newsroom.slack.bot_user_id}> {newsroom.site.link('document')}")

    assert newsroom.replies(unasked) == []
    (said,) = newsroom.said(asked)
    assert "only for those who sign in" in said


async def test_the_beginning_before_a_wall_is_listed_and_marked(newsroom: Scene) -> None:
    """Claims of what can be read stand in the thread, with a word that it is the beginning only."""
    newsroom.site.pages["wall"] = html(
        f"<h1>{TITLE}</h1>{body(*PARAGRAPHS[:2])}{PROMPT}", head=linked(isAccessibleForFree=False)
    ).encode()

    ts = await newsroom.paste(newsroom.site.link("wall"))

    said = "\n".join(newsroom.said(ts))
    assert "Maria Holt" in said
    assert "Only the beginning was read" in said


@pytest.mark.parametrize(
    ("paper", "told"),
    [(pdf([(60, 740, 24, TITLE), *column("\n".join(PARAGRAPHS))]), "Norwell Infrastructure"), (scan(), "as scans do")],
    ids=["paper", "scan"],
)
async def test_a_link_to_a_pdf_is_read_or_said_why_not(newsroom: Scene, paper: bytes, told: str) -> None:
    """Claims of a PDF stand in the thread like those of a page; a scan is said to be one."""

    async def serve(_: web.Request) -> web.StreamResponse:
        return web.Response(body=paper, content_type="application/pdf")

    newsroom.site.pages["paper"] = serve

    ts = await newsroom.paste(newsroom.site.link("paper"))

    assert told in "\n".join(newsroom.said(ts))
