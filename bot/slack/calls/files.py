"""The port `Files` on Slack's `files.*`: an address to send to, the bytes, then where it is to be seen.

https://docs.slack.dev/messaging/working-with-files
"""

from collections.abc import Callable, Mapping
from typing import Final

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.errors import ChatRefused, ChatUnavailable, FilesRefused, FileTooLarge
from bot.intake.message import Place
from bot.reply.export import Export
from bot.slack.calls.call import Send, in_turn
from bot.slack.calls.history import History
from bot.slack.calls.pace import Pace
from bot.slack.drawing.escape import escape

_SECONDS: Final = 60
"""That the bytes may take."""

_KINDS: Final[Mapping[str, Callable[[str], ChatRefused]]] = {
    "file_upload_size_restricted": FileTooLarge,
    "storage_limit_reached": FileTooLarge,
    "file_uploads_disabled": FilesRefused,
    "file_uploads_except_images_disabled": FilesRefused,
    "file_type_not_allowed": FilesRefused,
    "missing_scope": FilesRefused,
}
"""What Slack's codes mean to whoever asked."""


class SlackFiles:
    """One workspace's files. `pace` keeps us within Slack's tiers."""

    def __init__(self, client: AsyncWebClient, pace: Pace) -> None:
        self._client = client
        self._pace = pace
        self._history = History(client, pace)

    async def upload(self, made: Export) -> str:
        answer = await self._call(
            lambda: self._client.files_getUploadURLExternal(filename=made.name, length=len(made.body))
        )
        await self._send(str(answer["upload_url"]), made.body)
        return str(answer["file_id"])

    async def share(self, place: Place, file: str, made: Export) -> None:
        await self._call(
            lambda: self._client.files_completeUploadExternal(
                files=[{"id": file, "title": made.title}],
                channel_id=place.channel,
                thread_ts=place.thread,
                initial_comment=escape(made.title),
            )
        )

    async def is_shared(self, place: Place, file: str) -> bool:
        messages = await self._history.messages(place)
        return any(each.get("id") == file for message in messages for each in message.get("files") or ())

    async def direct(self, user: str) -> str:
        answer = await self._call(lambda: self._client.conversations_open(users=user))
        return str(answer["channel"]["id"])

    async def _call(self, send: Send) -> AsyncSlackResponse:
        try:
            return await in_turn([self._pace.files], send)
        except ChatRefused as refused:
            raise _KINDS.get(refused.reason, ChatRefused)(refused.reason) from None

    async def _send(self, address: str, body: bytes) -> None:
        limit = aiohttp.ClientTimeout(total=_SECONDS)
        try:
            # A session of its own: ours carries nothing that this address, which is not the API's, should see.
            async with aiohttp.ClientSession(timeout=limit) as session, session.post(address, data=body) as answer:
                status = answer.status
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise ChatUnavailable(type(error).__name__) from None
        if status == 413:
            raise FileTooLarge(f"upload answered {status}")
        if status != 200:
            raise ChatUnavailable(f"upload answered {status}")
