"""Texts sealed with `CLAIMS_SECRET_KEY`: Fernet (AES-128-CBC and HMAC-SHA256), from the library `cryptography`.

The first key seals; every key opens. So a key is changed without a pause: start with `NEW,OLD`, which seals anew what
the old one had sealed, then with `NEW` alone.
"""

from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.errors import LibraryError
from bot.secretkey import key_of


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
