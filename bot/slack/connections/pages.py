"""The pages of an installation, as whoever installs us sees them: what came of it, and what to do next."""

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

from slack_sdk.oauth.installation_store import Installation

from bot.reply.catalogue import LANGUAGES, Words, words

HEADERS: Final[Mapping[str, str]] = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",  # the address of the page has Slack's code in it
    "X-Content-Type-Options": "nosniff",
}

_FAILURES: Final[Mapping[str, str]] = {
    "access_denied": "denied",
    "invalid_browser": "browser",
    "invalid_state": "expired",
    "missing_code": "incomplete",
    "invalid_code": "refused",
    "storage_error": "not_kept",
    "slack_away": "away",
}
"""From Bolt's reasons, and one of ours, to the key of what is said; any other is Slack's own code, and named."""

_CODE = re.compile(r"[a-z][a-z0-9_]{1,60}")

_PAGE: Final = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ margin: 12vh auto 0; max-width: 34rem; padding: 0 1.5rem; font: 1.1rem/1.5 system-ui, sans-serif; }}
h1 {{ font-size: 1.5rem; }}
a {{ display: inline-block; margin-top: 1rem; padding: .5rem 1rem; border: 2px solid; border-radius: .4rem; }}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
{paragraphs}
<a href="{link}">{button}</a>
</main>
</body>
</html>
"""


def said_to(accepted: Sequence[str]) -> Words:
    """In the first language of a browser's `Accept-Language` that we have words in."""
    asked = [each.partition(";")[0].strip().lower() for header in accepted for each in header.split(",")]
    return words(next((each for each in asked if each.partition("-")[0] in LANGUAGES), None))


def consent_page(url: str, said: Words) -> str:
    """`url` is Slack's page of consent."""
    return _page(said, said("install.begin"), [said("install.what")], url, said("install.add"))


def installed_page(installation: Installation, said: Words) -> str:
    team = installation.team_name or installation.enterprise_name
    title = said("install.done_in", team=team) if team else said("install.done")
    if installation.is_enterprise_install and installation.enterprise_url and installation.app_id:
        where = f"{installation.enterprise_url}manage/organization/apps/profile/{installation.app_id}/workspaces/add"
        return _page(said, title, [said("install.choose"), said("install.next")], where, said("install.workspaces"))
    where = f"https://app.slack.com/client/{installation.team_id or ''}"
    return _page(said, title, [said("install.next")], where, said("install.open"))


def failed_page(reason: str, again: str, said: Words) -> str:
    """`reason` is Bolt's, Slack's, or whatever somebody wrote into the address; `again` is where an installation begins."""
    key = _FAILURES.get(reason)
    code = reason if _CODE.fullmatch(reason) else "unknown"
    text = said(f"install.{key}") if key else said("install.other", code=code)
    return _page(said, said("install.failed"), [text], again, said("install.again"))


def _page(said: Words, title: str, paragraphs: Sequence[str], link: str, button: str) -> str:
    return _PAGE.format(
        language=said.language,
        title=escape(title),
        paragraphs="\n".join(f"<p>{escape(each)}</p>" for each in paragraphs),
        link=escape(link),
        button=escape(button),
    )
