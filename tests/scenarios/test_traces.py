"""Traces, as a collector gets them over the wire."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span

from tests.scenarios.scene import at_work, town


class Collector:
    """Keeps what it is sent."""

    def __init__(self) -> None:
        self.address = ""
        self.bodies: list[bytes] = []

    async def take(self, request: web.Request) -> web.Response:
        self.bodies.append(await request.read())
        return web.Response()

    @property
    def spans(self) -> list[Span]:
        sent = [ExportTraceServiceRequest.FromString(body) for body in self.bodies]
        return [
            span
            for request in sent
            for resource in request.resource_spans
            for scope in resource.scope_spans
            for span in scope.spans
        ]


@pytest.fixture
async def collector() -> AsyncIterator[Collector]:
    here = Collector()
    application = web.Application()
    application.router.add_post("/v1/traces", here.take)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    here.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield here
    await runner.cleanup()


async def test_a_job_is_traced_through_its_stages(collector: Collector, tmp_path: Path) -> None:
    """One span for the job, with the event's id; beneath it fetching, extracting, reading and telling."""
    async with town() as here, at_work(here, "socket", tmp_path, otel_endpoint=collector.address) as scene:
        await scene.paste(here.site.link("harbour-cranes"))

    (job,) = (span for span in collector.spans if span.name == "job")
    stages = [span for span in collector.spans if span.parent_span_id == job.span_id]
    about = {each.key: each.value for each in job.attributes}
    assert about["kind"].string_value == "read"
    assert about["event_id"].string_value.startswith("Ev")
    assert {span.name for span in stages} == {"fetch", "extract", "read", "tell"}
    assert all(job.start_time_unix_nano <= span.start_time_unix_nano <= span.end_time_unix_nano for span in stages)


async def test_traces_hold_nothing_of_what_was_read(collector: Collector, tmp_path: Path) -> None:
    """No text, no link, no token and no name leaves the bot this way."""
    async with town() as here, at_work(here, "socket", tmp_path, otel_endpoint=collector.address) as scene:
        link = here.site.link("harbour-cranes")
        await scene.paste(link)
        await scene.paste(here.site.link("missing"))
        token = here.slack.bot_token

    sent = b"".join(collector.bodies)
    assert sent
    for secret in (link, token, "Brandvik", "Tarnmouth", scene.ana):
        assert secret.encode() not in sent


async def test_nothing_is_traced_unless_asked(collector: Collector, tmp_path: Path) -> None:
    """Without the setting nobody is called."""
    async with town() as here, at_work(here, "socket", tmp_path) as scene:
        await scene.paste(here.site.link("harbour-cranes"))

    assert collector.bodies == []


async def test_a_collector_that_is_away_delays_nothing(tmp_path: Path) -> None:
    """The thread fills as if nobody collected."""
    async with town() as here, at_work(here, "socket", tmp_path, otel_endpoint="http://127.0.0.1:9") as scene:
        ts = await scene.paste(here.site.link("harbour-cranes"))

        assert len(scene.said(ts)) == 1
