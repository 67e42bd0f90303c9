"""Files that people share in the chat, read like links.

Such a file travels as `shared-file:ID/NAME`. Nobody can paste that: only a message with the file itself makes one, so the
bot opens no file for somebody who could not.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, unquote

_LINK = re.compile(r"shared-file:([A-Z0-9]+)/(.*)")
_READABLE = re.compile(r".*\.(?:pdf|txt|text|md|markdown|html?)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SharedFile:
    """A file as a message names it. `kind` is the chat's own word for what it is, for example `pdf`."""

    id: str
    name: str
    kind: str = ""

    @property
    def link(self) -> str:
        return f"shared-file:{self.id}/{quote(self.name, safe='')}"

    @property
    def may_be_read(self) -> bool:
        return self.kind in ("pdf", "text", "markdown", "html") or _READABLE.fullmatch(self.name) is not None


def file_of(link: str) -> SharedFile | None:
    """The file that such a link stands for; None for any other link."""
    found = _LINK.fullmatch(link)
    return SharedFile(found[1], unquote(found[2])) if found else None


def links_of(files: Iterable[SharedFile], *, asked: bool) -> tuple[str, ...]:
    """What is read of them; who asks about something else is told that we cannot."""
    return tuple(dict.fromkeys(file.link for file in files if asked or file.may_be_read))
