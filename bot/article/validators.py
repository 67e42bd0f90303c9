"""What a server names one state of a page by (RFC 9110, 8.8), to be asked later whether it still stands."""

from collections.abc import Mapping
from typing import Self

from pydantic import BaseModel, ConfigDict

_AT_MOST = 500


class Validators(BaseModel):
    """The `ETag` and `Last-Modified` of an answer, as they came. False when it had neither."""

    model_config = ConfigDict(frozen=True)

    etag: str | None = None
    last_modified: str | None = None

    def __bool__(self) -> bool:
        return bool(self.etag or self.last_modified)

    @classmethod
    def of(cls, headers: Mapping[str, str]) -> Self:
        """Those of an answer's headers (names in lower case) that can be sent back."""
        return cls(etag=_sendable(headers.get("etag")), last_modified=_sendable(headers.get("last-modified")))

    def conditions(self) -> dict[str, str]:
        """The headers that make a request conditional on them."""
        given = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in given.items() if value}


def _sendable(value: str | None) -> str | None:
    return value if value and len(value) <= _AT_MOST and value.isascii() and value.isprintable() else None
