"""The loggers that libraries get.

Bolt's debug lines would hold payloads, it warns of tokens it found in the environment, and it writes a traceback for each delivery
that is left unacknowledged, for which there is a line of ours. The server's would hold what anybody sends that is no HTTP.
"""

from logging import Logger, LogRecord, getLogger

from aiohttp.http_exceptions import HttpProcessingError


def quiet_logger() -> Logger:
    logger = getLogger("claims_bot.bolt")
    logger.setLevel("CRITICAL")
    return logger


def server_logger() -> Logger:
    """Of errors in what handles a request, and of none in the request."""
    logger = getLogger("claims_bot.http")
    logger.addFilter(_is_ours)
    return logger


def _is_ours(record: LogRecord) -> bool:
    return not (record.exc_info and isinstance(record.exc_info[1], HttpProcessingError))
