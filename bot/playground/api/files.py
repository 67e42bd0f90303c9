"""files.*: uploads in three steps, and their download.

https://docs.slack.dev/messaging/working-with-files
"""

from typing import Annotated, Any

from aiohttp import web
from pydantic import Field, StringConstraints

from bot.playground.api.access import root_of, writable
from bot.playground.api.message import by_bot, without_nothing
from bot.playground.api.method import Answer, Arguments, Json, Method, Text, Ts
from bot.playground.backend import Backend
from bot.playground.composer import rich_text
from bot.playground.mrkdwn import escaped
from bot.playground.refusal import Refused
from bot.playground.workspace import File

LARGEST = 50_000_000


class GetUploadUrl(Arguments):
    filename: str
    length: Annotated[int, Field(ge=1)]
    alt_txt: str | None = None
    snippet_type: str | None = None


class CompleteUpload(Arguments):
    """Unlike chat.postMessage this takes no user in place of a channel."""

    files: Json
    channel_id: Annotated[Text, StringConstraints(pattern=r"^[CGDZ][A-Z0-9]{8,}$")] | None = None
    channels: str | None = None
    thread_ts: Ts | None = None
    initial_comment: str | None = None
    blocks: Json = None


class FilesInfo(Arguments):
    file: Text
    count: int | None = None
    cursor: str | None = None
    limit: int | None = None
    page: int | None = None


def keep_file(backend: Backend, name: str, content: bytes, user: str) -> File:
    """A file that is already here, such as one a person shares."""
    file = File(backend.workspace.new_id("F"), name, len(content), user, title=name, content=content, done=True)
    backend.workspace.files[file.id] = file
    return file


def describe(backend: Backend, file: File) -> dict[str, Any]:
    """A file object; its addresses want the token."""
    kind = file.name.rpartition(".")[2].lower() if "." in file.name else "text"
    address = f"{backend.url}/files-pri/{backend.workspace.team_id}-{file.id}"
    return {
        "id": file.id,
        "name": file.name,
        "title": file.title or file.name,
        "mimetype": "text/plain" if kind in {"txt", "text"} else "application/octet-stream",
        "filetype": kind,
        "pretty_type": kind.upper(),
        "user": file.user,
        "size": file.length,
        "mode": "hosted",
        "is_external": False,
        "is_public": False,
        "file_access": "visible",
        "url_private": f"{address}/{file.name}",
        "url_private_download": f"{address}/download/{file.name}",
        "permalink": f"https://{backend.workspace.team_domain}.slack.com/files/{file.user}/{file.id}/{file.name}",
        "shares": {"public": {channel: [{"ts": ts} for ts in stamps] for channel, stamps in file.shares.items()}},
    }


def get_upload_url(backend: Backend, given: GetUploadUrl) -> Answer:
    """Step one: an address to send the content to."""
    if given.length > LARGEST:
        raise Refused("file_upload_size_restricted")
    file = File(backend.workspace.new_id("F"), given.filename, given.length, backend.workspace.bot.id)
    backend.workspace.files[file.id] = file
    return {"ok": True, "upload_url": f"{backend.url}/upload/v1/{file.id}", "file_id": file.id}


def complete_upload(backend: Backend, given: CompleteUpload) -> Answer:
    """Step three: name the files and share them."""
    files = [_uploaded(backend, item) for item in _items(given.files)]
    if given.channel_id:
        _share(backend, files, given)
    for file in files:
        file.done = True
    return {"ok": True, "files": [describe(backend, file) for file in files]}


def _items(value: Any) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not value or not all(isinstance(item, dict) and "id" in item for item in value):
        raise Refused("invalid_arguments", "[ERROR] missing required field: files")
    return value


def _uploaded(backend: Backend, item: dict[str, Any]) -> File:
    file = backend.workspace.files.get(str(item["id"]))
    if file is None or file.done or len(file.content) != file.length:
        raise Refused("file_not_found" if file is None else "file_update_failed")
    file.title = str(item.get("title") or file.name)
    return file


def _share(backend: Backend, files: list[File], given: CompleteUpload) -> None:
    channel = writable(backend, given.channel_id or "")
    root = root_of(channel, given.thread_ts)
    comment = escaped(given.initial_comment or "")
    message = by_bot(backend) | {
        "subtype": "file_share",
        "text": comment,
        "blocks": rich_text(comment) or None,
        "files": [describe(backend, file) for file in files],
        "upload": True,
        "thread_ts": root["ts"] if root else None,
    }
    for file in files:
        file.shares.setdefault(channel.id, []).append(message["ts"])
    backend.post(channel, without_nothing(message))


def files_info(backend: Backend, given: FilesInfo) -> Answer:
    """One file that the bot may see: its own, or one shared where it is."""
    file = backend.workspace.files.get(given.file)
    if file is None or not file.done:
        raise Refused("file_not_found")
    bot, channels = backend.workspace.bot.id, backend.workspace.channels
    if file.user != bot and not any(bot in channels[place].members for place in file.shares if place in channels):
        raise Refused("file_not_found")
    return {"ok": True, "file": describe(backend, file)}


async def receive(backend: Backend, request: web.Request) -> web.Response:
    """Step two: the content, raw or as a form."""
    file = backend.workspace.files.get(request.match_info["file"])
    if file is None or file.done:
        return web.Response(status=404, text="not found")
    file.content = await _content(request)
    if len(file.content) != file.length:
        return web.Response(status=400, text="length mismatch")
    return web.Response(text=f"OK - {file.length}")


async def _content(request: web.Request) -> bytes:
    if request.content_type != "multipart/form-data":
        return await request.read()
    for value in (await request.post()).values():
        if isinstance(value, web.FileField):
            return bytes(value.file.read())
    return b""


def download(backend: Backend, request: web.Request) -> web.Response:
    """A private address: without the token Slack answers with its sign-in page, not with an error."""
    file = backend.workspace.files.get(request.match_info["file"].rpartition("-")[2])
    if (
        request.headers.get("Authorization") != f"Bearer {backend.secrets.bot_token}"
        or "files:read" not in backend.scopes
    ):
        return web.Response(text="<!DOCTYPE html><title>Sign in | Slack</title>", content_type="text/html")
    if file is None or not file.done:
        return web.Response(status=404, text="not found")
    return web.Response(body=file.content, content_type="application/octet-stream")


METHODS = {
    "files.getUploadURLExternal": Method(get_upload_url, GetUploadUrl, ("files:write",), json=False),
    "files.completeUploadExternal": Method(complete_upload, CompleteUpload, ("files:write",)),
    "files.info": Method(files_info, FilesInfo, ("files:read",), json=False),
}
