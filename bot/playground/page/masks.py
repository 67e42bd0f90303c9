"""No secret reaches the page, whatever carries it."""

import re
from collections.abc import Iterable
from typing import Any

SHOWN = "•••"
_NAMED = frozenset(["token", "access_token", "refresh_token", "client_secret", "api_key", "authorization"])
_LOOKS_SECRET = re.compile(r"\bxox[a-z]-[\w-]+|\bxapp-[\w-]+|\bsk-[\w-]{8,}|(?<=[?&]ticket=)[^&\s]+")


class Masks:
    """Replaces secrets in a payload: fields named like one, values that look like one, and those it was told."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        told = sorted(filter(None, secrets), key=len, reverse=True)
        self._told = re.compile("|".join(map(re.escape, told))) if told else None

    def over(self, value: Any, name: str = "") -> Any:
        """A copy without secrets."""
        if isinstance(value, dict):
            return {key: self.over(item, str(key)) for key, item in value.items()}
        if isinstance(value, list | tuple):
            return [self.over(item) for item in value]
        if not isinstance(value, str):
            return value
        if name.lower() in _NAMED and value:
            return SHOWN
        masked = _LOOKS_SECRET.sub(SHOWN, value)
        return self._told.sub(SHOWN, masked) if self._told else masked
