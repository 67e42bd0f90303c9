"""Traces of jobs and their stages, by OpenTelemetry, where somebody collects them; nothing otherwise.

The library is an optional extra (`otel`). A span holds what a log line holds: kinds, numbers and ids; never a text, a link,
a token or a name.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager, nullcontext
from typing import TYPE_CHECKING, Protocol

from bot import __version__
from bot.errors import SettingsError

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider

Facts = Mapping[str, str | int | float]


class Tracer(Protocol):
    """What is under way, and what it took."""

    def job(self, facts: Facts) -> AbstractContextManager[object]:
        """One attempt at a job; the stages within it are its children."""
        ...

    def stage(self, name: str) -> AbstractContextManager[object]: ...


class NoTraces:
    """Nobody collects them."""

    def job(self, facts: Facts) -> AbstractContextManager[object]:
        return nullcontext()

    def stage(self, name: str) -> AbstractContextManager[object]:
        return nullcontext()


class OpenTelemetry:
    """Spans to whoever `provider` exports them to."""

    def __init__(self, provider: "TracerProvider") -> None:
        self._tracer = provider.get_tracer("claims-bot", __version__)

    @contextmanager
    def job(self, facts: Facts) -> Iterator[object]:
        with self._tracer.start_as_current_span("job", attributes=facts, record_exception=False) as span:
            yield span

    @contextmanager
    def stage(self, name: str) -> Iterator[object]:
        """Not made current: a reading is a generator, which is left and entered again in other contexts."""
        span = self._tracer.start_span(name, record_exception=False)
        try:
            yield span
        except BaseException as error:
            from opentelemetry.trace import Status, StatusCode

            span.set_status(Status(StatusCode.ERROR, type(error).__name__))
            raise
        finally:
            span.end()


@asynccontextmanager
async def tracing(endpoint: str | None) -> AsyncIterator[Tracer]:
    """Spans over OTLP/HTTP to `endpoint`/v1/traces until the end, when what is left is sent.

    Raises `SettingsError` where an endpoint is set and the extra is not installed.
    """
    if endpoint is None:
        yield NoTraces()
        return
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError:
        raise SettingsError(
            "OTEL_EXPORTER_OTLP_ENDPOINT is set, but OpenTelemetry is not installed: deploy/requirements-otel.txt has it "
            "(`.venv/bin/pip install --require-hashes --requirement deploy/requirements-otel.txt`)."
        ) from None
    logging.getLogger("opentelemetry.exporter.otlp").setLevel(
        logging.ERROR
    )  # one line for a batch, not one for each try
    about = {"service.name": "claims-bot", "service.version": __version__}
    provider = TracerProvider(resource=Resource.create(about))
    exporter = OTLPSpanExporter(endpoint=f"{endpoint.rstrip('/')}/v1/traces", timeout=2)
    provider.add_span_processor(BatchSpanProcessor(exporter))
    try:
        yield OpenTelemetry(provider)
    finally:
        await asyncio.to_thread(provider.shutdown)  # it waits for the collector
