"""How often Slack says that we are too fast, whoever of us called, and to which attempt at a job."""

from types import SimpleNamespace

from aiohttp import ClientSession, TraceConfig, TraceRequestEndParams

from bot.metrics import Metrics
from bot.waits import refused


def counting_limits(metrics: Metrics) -> TraceConfig:
    """For the session behind the Web API: slack_sdk answers a 429 itself, and only the wire shows each of them."""

    async def ended(_: ClientSession, __: SimpleNamespace, params: TraceRequestEndParams) -> None:
        if params.response.status == 429:
            metrics.limited.labels(params.url.name).inc()
            refused()

    trace = TraceConfig()
    trace.on_request_end.append(ended)
    return trace
