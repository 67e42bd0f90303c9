"""The logger that Bolt gets: its debug lines would hold payloads, and it warns of tokens it found in the environment."""

from logging import Logger, getLogger


def quiet_logger() -> Logger:
    logger = getLogger("claims_bot.bolt")
    logger.setLevel("ERROR")
    return logger
