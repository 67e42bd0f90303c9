"""The model's traffic as the page shows it: whoever taps a model tells it here."""

from collections import deque
from collections.abc import Callable
from typing import Any

KEPT = 200
Entry = dict[str, Any]


class ModelTraffic:
    """Requests and answers by the number they were given; `told` hears of each new state of one."""

    def __init__(self) -> None:
        self._order: deque[int] = deque()
        self._entries: dict[int, Entry] = {}
        self.listeners: set[Callable[[Entry], None]] = set()

    @property
    def entries(self) -> list[Entry]:
        """Oldest first."""
        return [self._entries[number] for number in self._order]

    def note(self, number: int, entry: Entry) -> None:
        """Keep the state of one exchange, in the place of an earlier state of it."""
        if number not in self._entries:
            self._order.append(number)
        self._entries[number] = entry | {"id": f"model-{number}"}
        while len(self._order) > KEPT:
            del self._entries[self._order.popleft()]
        for listener in list(self.listeners):
            listener(self._entries[number])
