"""Texts sealed with `CLAIMS_SECRET_KEY`: Fernet (AES-128-CBC and HMAC-SHA256), from the library `cryptography`.

The first key seals; every key opens. So a key is changed without a pause: start with `NEW,OLD`, which seals anew what
the old one had sealed, then with `NEW` alone.
"""

import base64
import binascii
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.errors import LibraryError

KEY_BYTES = 32


def key_of(text: str) -> bytes:
    """32 bytes out of base64, of either alphabet. Raises ValueError."""
    try:
        raw = base64.b64decode(text.strip().replace("-", "+").replace("_", "/"), validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != KEY_BYTES:
        raise ValueError("must be 32 random bytes in base64, as `openssl rand -base64 32` prints them")
    return base64.urlsafe_b64encode(raw)


class Seal:
    """`keys` as in `key_of`, the newest first; at least one."""

    def __init__(self, keys: Sequence[str]) -> None:
        rings = [Fernet(key_of(key)) for key in keys]
        if not rings:
            raise ValueError("a seal needs a key")
        self._newest = rings[0]
        self._all = MultiFernet(rings)

    def seal(self, text: str) -> str:
        return self._newest.encrypt(text.encode()).decode()

    def open(self, sealed: str) -> str:
        """Raises `LibraryError` for what none of our keys has sealed."""
        try:
            return self._all.decrypt(sealed.encode()).decode()
        except InvalidToken:
            raise LibraryError(
                "CLAIMS_SECRET_KEY does not open what the database holds: set the key it was sealed with, after a comma."
            ) from None

    def is_newest(self, sealed: str) -> bool:
        try:
            self._newest.decrypt(sealed.encode())
        except InvalidToken:
            return False
        return True
