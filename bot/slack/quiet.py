"""The logger that Bolt gets: its debug lines would hold payloads, it warns of tokens it found in the environment, and it
writes a traceback for each delivery that is left unacknowledged, for which there is a line of ours."""

from logging import Logger, getLogger


def quiet_logger() -> Logger:
    logger = getLogger("claims_bot.bolt")
    logger.setLevel("CRITICAL")
    return logger
