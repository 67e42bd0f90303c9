"""Files that people share, through their private addresses with the bot's token. The token goes to Slack alone.

https://docs.slack.dev/reference/objects/file-object: without a right to the file Slack answers with its sign-in page.
"""

import mimetypes
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from bot.article.page import Page
from bot.article.validators import Validators
from bot.deadline import Deadline
from bot.errors import ChatRefused, FileClosed, FileEmpty, FileGone, SiteBroken, TooLarge, TooSlow, Unreachable
from bot.intake.shared import SharedFile, file_of
from bot.ports import Web
from bot.slack.calls.call import in_turn
from bot.slack.calls.pace import Pace

_GONE = frozenset({"file_not_found", "file_deleted", "access_denied"})
_CHUNK = 65_536


class SharedFiles:
    """Satisfies `ports.Web`: what is shared comes from Slack, all else from `web`."""

    def __init__(self, web: Web, client: AsyncWebClient, pace: Pace, *, seconds: float, max_bytes: int) -> None:
        self._web = web
        self._client = client
        self._pace = pace
        self._seconds = seconds
        self._max_bytes = max_bytes

    async def fetch(self, url: str, *, known: Validators | None = None) -> Page:
        file = file_of(url)
        if file is None:
            return await self._web.fetch(url, known=known)
        try:
            async with Deadline(self._seconds):
                return await self._fetched(file)
        except TimeoutError:
            raise TooSlow("Slack's files", seconds=self._seconds) from None
        except (aiohttp.ClientError, OSError) as error:
            raise Unreachable(type(error).__name__) from None

    async def _fetched(self, file: SharedFile) -> Page:
        described = await self._described(file)
        if int(described.get("size") or 0) > self._max_bytes:
            raise self._too_large()
        address = str(described.get("url_private_download") or described.get("url_private") or "")
        if not self._is_slacks(address):
            raise FileClosed("the file lies elsewhere")  # an external file, or one that must be asked for
        name = str(described.get("name") or file.name)
        return Page(
            body=await self._body(address, expects_html=name.lower().endswith((".htm", ".html"))),
            content_type=str(described.get("mimetype") or mimetypes.guess_type(name)[0] or ""),
            url=str(described.get("permalink") or "") or None,
            file_name=name,
        )

    async def _described(self, file: SharedFile) -> dict[str, Any]:
        try:
            answer = await in_turn([self._pace.lookups], lambda: self._client.files_info(file=file.id))
        except ChatRefused as refused:
            if refused.reason in _GONE:
                raise FileGone("the file is gone") from None
            raise FileClosed(refused.reason) from None
        described: dict[str, Any] = answer["file"]
        return described

    async def _body(self, address: str, *, expects_html: bool) -> bytes:
        headers = {"Authorization": f"Bearer {self._client.token}"}
        session = self._client.session
        assert session is not None, "the bot's clients share one session"
        async with session.get(address, headers=headers, allow_redirects=False) as answer:
            if answer.status in (404, 410):
                raise FileGone("the file is gone")
            if answer.status != 200:
                raise SiteBroken(f"status {answer.status}", status=answer.status)
            if answer.content_type == "text/html" and not expects_html:
                raise FileClosed("Slack's sign-in page")
            body = bytearray()
            async for chunk in answer.content.iter_chunked(_CHUNK):
                body += chunk
                if len(body) > self._max_bytes:
                    raise self._too_large()
            if not body.strip():
                raise FileEmpty("nothing in it")
            return bytes(body)

    def _too_large(self) -> TooLarge:
        return TooLarge("larger than the cap", megabytes=max(1, self._max_bytes // 1_000_000))

    def _is_slacks(self, address: str) -> bool:
        """On Slack's own hosts by https; or where the Web API is, which the tests' Slack is too."""
        parts, api = urlsplit(address), urlsplit(self._client.base_url)
        slacks = parts.scheme == "https" and (parts.hostname or "").endswith(".slack.com")
        return slacks or (parts.scheme, parts.netloc) == (api.scheme, api.netloc)
