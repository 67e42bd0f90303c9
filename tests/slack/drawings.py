"""Readings as messages, for the tests of their blocks."""

from typing import Any

from hypothesis import HealthCheck, Phase, settings

from bot.reply.catalogue import words
from tests.slack.slack_checker import strings

EN = words("en")


# Without shrinking, which takes minutes on values of this size and says little more.
ANY_SIZE = settings(
    max_examples=40,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


def drawn(message: dict[str, Any]) -> str:
    """The words of the blocks, one line a block."""
    return "\n".join("".join(strings(block, "text")) for block in message["blocks"])


def kinds(message: dict[str, Any]) -> list[str]:
    return [block["type"] for block in message["blocks"]]
