"""What is kept as JSON, read back."""

from typing import TypeVar

import structlog
from pydantic import BaseModel, ValidationError

log = structlog.get_logger("claims_bot.documents")

M = TypeVar("M", bound=BaseModel)


def readable(kind: type[M], document: str) -> M | None:
    """None for one that is damaged, as if it were not there: one bad row must not take the good ones with it."""
    try:
        return kind.model_validate_json(document)
    except ValidationError:
        log.warning("document_unreadable", kind=kind.__name__)
        return None
