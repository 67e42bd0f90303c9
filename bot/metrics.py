"""What is counted for those who run the bot: numbers only, never a text, a token, a name or a workspace.

One registry for each bot, passed down; nothing is registered at import.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from bot.claims.reading import Report, Usage
from bot.traces import NoTraces, Tracer

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300)


class Depth(Protocol):
    """How many jobs are in a state, and when the oldest of them was accepted."""

    @property
    def count(self) -> int: ...

    @property
    def oldest(self) -> datetime: ...


def _makers(
    registry: "CollectorRegistry",
) -> tuple[Callable[..., "Counter"], Callable[..., "Histogram"], Callable[..., "Gauge"]]:
    """What makes a counter, a histogram of seconds or a gauge from its name, what it counts, and its labels."""
    from prometheus_client import Counter, Gauge, Histogram

    def counter(name: str, what: str, *labels: str) -> Counter:
        return Counter(f"claims_{name}", what, labels, registry=registry)

    def seconds(name: str, what: str, *labels: str) -> Histogram:
        return Histogram(f"claims_{name}_seconds", what, labels, buckets=SECONDS, registry=registry)

    def gauge(name: str, what: str, *labels: str) -> Gauge:
        return Gauge(f"claims_{name}", what, labels, registry=registry)

    return counter, seconds, gauge


class Metrics:
    """The counters of one process, and its traces; `deploy/METRICS.md` describes each of them."""

    def __init__(self, traces: Tracer | None = None) -> None:
        from prometheus_client import CollectorRegistry

        self.traces = traces or NoTraces()
        self.registry = CollectorRegistry()
        counter, seconds, gauge = _makers(self.registry)
        self.accepted = counter("accepted", "Tasks accepted from Slack.", "kind")
        self.known = counter("redelivered", "Deliveries of a task that was accepted before.", "kind")
        self.late = counter("acked_late", "Deliveries left unacknowledged: accepting them failed or took too long.")
        self.accepting = seconds("accept", "Time to accept one task durably, which the acknowledgement waits for.")
        self.jobs = gauge("jobs", "Jobs in the database, by state.", "state")
        self.oldest = gauge("oldest_job_age_seconds", "Age of the oldest job, by state.", "state")
        self.attempts = counter("attempts", "Attempts at jobs, by how they ended.", "kind", "outcome")
        self.job = seconds("job", "Time from accepting a task to its end.", "kind")
        self.stage: Histogram = seconds("stage", "Time in one stage of the work.", "stage")
        self.requests = counter("model_requests", "Requests to the model, refused ones included.")
        self.tokens = counter("model_tokens", "Tokens of the model, by direction.", "direction")
        self.reasks = counter("model_reasks", "Times that the model was asked again about its own answer.")
        self.replaced = counter("restatements_replaced", "Restatements shown as the article's own sentences.")
        self.instead = counter(
            "stand_ins", "Readings by the rules in a model's place, by the error that was the reason.", "error"
        )
        self.dropped = counter("items_dropped", "Items left out because nothing ties them to the text.")
        self.limited = counter("slack_rate_limited", "Answers 429 from Slack, by method.", "method")
        self.replies = counter("replies", "Replies given, by kind.", "kind")
        self.unsure = counter("answers_unsure", "Answers to one person alone that Slack may or may not have taken.")

    @contextmanager
    def staged(self, name: str) -> Iterator[None]:
        """Time one stage, and trace it."""
        with self.stage.labels(name).time(), self.traces.stage(name):
            yield

    def spent(self, usage: Usage) -> None:
        """One request to the model, with what it cost."""
        self.requests.inc(usage.requests)
        self.tokens.labels("input").inc(usage.input_tokens)
        self.tokens.labels("output").inc(usage.output_tokens)

    def read(self, report: Report) -> None:
        """A reading that was made only now."""
        reading = report.reading
        if report.stands_in:
            self.instead.labels(report.because).inc()
        self.dropped.inc(reading.dropped)
        if reading.reader.name != "offline":  # the rules quote by design
            self.replaced.inc(sum(claim.wording == "quoted" for claim in reading.claims))

    def waiting(self, depths: Mapping[str, Depth]) -> None:
        """How the queue stands now; a state without jobs shows 0."""
        now = datetime.now(UTC)
        for state in ("waiting", "running", "done", "failed"):
            depth = depths.get(state)
            self.jobs.labels(state).set(depth.count if depth else 0)
            self.oldest.labels(state).set(max(0.0, (now - depth.oldest).total_seconds()) if depth else 0)

    def unknown_queue(self) -> None:
        """The database does not answer: an old number would be a wrong one."""
        self.jobs.clear()
        self.oldest.clear()

    def page(self) -> bytes:
        """The text that Prometheus reads."""
        from prometheus_client import generate_latest

        return generate_latest(self.registry)
