"""stub"""

from typing import Any


def check_message(blocks: list[dict[str, Any]]) -> None:
    """x"""
