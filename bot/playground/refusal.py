"""What the local Slack says no with."""

from typing import Any


class Refused(Exception):
    """A Web API refusal: HTTP 200 with `{"ok": false, "error": …}`, as Slack sends it.

    `messages` land in `response_metadata.messages`, `more` beside `error`.
    """

    def __init__(self, error: str, *messages: str, **more: Any) -> None:
        super().__init__(error, *messages)
        self.error = error
        self.messages = messages
        self.more = more

    def body(self) -> dict[str, Any]:
        """The JSON that goes out."""
        body: dict[str, Any] = {"ok": False, "error": self.error, **self.more}
        if self.messages:
            body["response_metadata"] = {"messages": list(self.messages)}
        return body


class TooFast(Refused):
    """HTTP 429 with `Retry-After` in whole seconds, as Slack rounds it."""

    def __init__(self, retry_after: float) -> None:
        super().__init__("ratelimited")
        self.retry_after = retry_after
