"""What is handed to the app, and the record of each handing over."""

from dataclasses import dataclass
from typing import Any, Literal, Protocol

Kind = Literal["events_api", "slash_commands", "interactive"]


@dataclass(frozen=True, slots=True)
class Parcel:
    """One payload on its way. Only events have an `event_id` and are tried again."""

    kind: Kind
    payload: dict[str, Any]
    event_id: str | None = None
    attempt: int = 0
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of it: `acked` within the time, or why not; `answer` is the payload of the ack."""

    acked: bool
    after: float | None
    transport: str
    reason: str = ""
    answer: dict[str, Any] | None = None
    final: bool = False
    """The app asked not to be sent it again."""


@dataclass(slots=True)
class Delivery:
    """One attempt, as it is logged. `acked_after` in seconds; None while it is under way or when no ack came."""

    event_id: str | None
    kind: Kind
    type: str
    attempt: int
    retry_reason: str | None
    sent_at: float
    payload: dict[str, Any]
    transport: str = ""
    acked_after: float | None = None
    done: bool = False
    failure: str = ""
    answer: dict[str, Any] | None = None
    """The payload of the ack."""
    number: int = 0
    """Where it stands in the log, from 1."""


class Transport(Protocol):
    """Socket Mode or HTTP."""

    name: str

    async def deliver(self, parcel: Parcel, *, seconds: float) -> Receipt:
        """Hand over and wait at most `seconds` for the ack. Never raises."""
        ...

    async def close(self) -> None: ...
