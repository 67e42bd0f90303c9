"""Hosts that asked to be left alone for a while."""

import math
import time
from collections import OrderedDict

from bot.errors import SiteBroken

_HOSTS = 1000


class Rests:
    """Remembers for each host until when its `Retry-After` lasts; at most `longest` seconds are honoured."""

    def __init__(self, longest: float = 3600.0) -> None:
        self._longest = longest
        self._until: OrderedDict[str, tuple[float, int]] = OrderedDict()

    def check(self, host: str) -> None:
        """Raises `SiteBroken`, with the status it gave and the seconds left, while a host rests."""
        until, status = self._until.get(host, (0.0, 0))
        left = until - time.monotonic()
        if left > 0:
            raise SiteBroken("the host asked to be left alone", status=status, retry_after=math.ceil(left))
        self._until.pop(host, None)

    def heed(self, host: str, error: SiteBroken) -> None:
        """Take note of an answer that asks for a rest."""
        wait, status = error.about.get("retry_after", 0), error.about.get("status", 0)
        if wait:
            self._until[host] = (time.monotonic() + min(float(wait), self._longest), int(status))
            self._until.move_to_end(host)
            while len(self._until) > _HOSTS:
                self._until.popitem(last=False)
