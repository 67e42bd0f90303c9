"""How long things last at Slack, in seconds; tests shorten what they would wait for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timing:
    """Slack's own figures are the defaults."""

    ack: float = 3.0
    """A delivery counts as failed when no ack came by then."""
    redelivery: tuple[float, ...] = (0.0, 60.0, 300.0)
    """Pause before each further attempt of an event."""
    trigger: float = 3.0
    """Life of a `trigger_id`."""
    response_url: float = 1800.0
    """Life of a `response_url`."""
    stream: float = 300.0
    """Life of a streaming message."""
    status: float = 120.0
    """A thread status clears by itself after this."""
    disconnect: float = 10.0
    """From the `disconnect` warning to the end of the connection."""
    second: float = 1.0
    """The second of "one message a second"."""
    minute: float = 60.0
    """The minute of the per-minute tiers."""
