"""How lines are logged: one JSON object a line, or for people when somebody watches. Never article text."""

import logging
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager


@contextmanager
def _without(name: str) -> Iterator[None]:
    """An import of `name` fails in here, unless it is loaded already."""
    hidden = name not in sys.modules
    if hidden:
        sys.modules[name] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        if hidden:
            del sys.modules[name]


with _without("rich"):  # for tracebacks in colours, which nobody sees here, structlog would load 7 MB of it
    import structlog


def configure_logs(level: str) -> None:
    """Send every line to stderr, ours and the libraries', at `level` and above."""
    threshold = getattr(logging, level.upper())
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers[:] = [_handler(shared, watched=sys.stderr.isatty())]
    root.setLevel(max(threshold, logging.WARNING))  # a library's info and debug lines may hold payloads
    logging.getLogger("claims_bot").setLevel(threshold)
    logging.getLogger("psycopg.pool").setLevel(
        logging.CRITICAL
    )  # a line a try, while the database is away; we say why once


def _handler(shared: Sequence[structlog.typing.Processor], *, watched: bool) -> logging.Handler:
    """Draws each line, those of libraries too; for people if they are `watched`."""
    draw = structlog.dev.ConsoleRenderer() if watched else structlog.processors.JSONRenderer()
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                draw,
            ],
        )
    )
    return handler
