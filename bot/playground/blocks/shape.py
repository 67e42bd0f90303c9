"""The base of all Block Kit shapes: nothing unknown, nothing of another type.

Limits are those of https://docs.slack.dev/reference/block-kit.
"""

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError


class Shape(BaseModel):
    """An object of Block Kit. Slack refuses fields it does not know."""

    model_config = ConfigDict(extra="forbid", strict=True)


Text75 = Annotated[str, StringConstraints(min_length=1, max_length=75)]
Text150 = Annotated[str, StringConstraints(min_length=1, max_length=150)]
Text2000 = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Text3000 = Annotated[str, StringConstraints(min_length=1, max_length=3000)]
Text12000 = Annotated[str, StringConstraints(min_length=1, max_length=12000)]
Id = Annotated[str, StringConstraints(min_length=1, max_length=255)]
Url = Annotated[str, StringConstraints(max_length=3000, pattern=r"^(?i:https?|mailto|tel|slack)[:][^\s]+$")]
ImageUrl = Annotated[str, StringConstraints(max_length=3000, pattern=r"^(?i:https?)://[^\s]+$")]


class Placed(Shape):
    """A block; its id is unique in the message."""

    block_id: Id | None = None


class Interactive(Shape):
    """An element that people act on; its id is unique in the block."""

    action_id: Id | None = None


def complaint(message: str, at: str = "") -> PydanticCustomError:
    """A complaint in Slack's words, about the field `at` below the object it is raised in."""
    return PydanticCustomError("slack", "{message}", {"message": message, "at": at})


def at_most(length: int, *, field: str = "text") -> AfterValidator:
    """A text object whose text has at most `length` characters."""

    def check(value: Any) -> Any:
        if len(getattr(value, field)) > length:
            raise complaint(f"must be less than {length + 1} characters", field)
        return value

    return AfterValidator(check)


def one_of(*names: str) -> Callable[[Any], Any]:
    """Exactly one of these fields is set."""

    def check(value: Any) -> Any:
        given = [name for name in names if getattr(value, name) is not None]
        if not given:
            raise complaint(f"missing required field: {names[0]}")
        if len(given) > 1:
            raise complaint(f"only one of {', '.join(names)} is allowed")
        return value

    return check
