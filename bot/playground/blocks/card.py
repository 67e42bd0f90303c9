"""Cards: single, in a row, and those of a task."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from bot.playground.blocks.element import Button, Image, UrlSource
from bot.playground.blocks.richtext import RichText
from bot.playground.blocks.shape import Id, Placed, Text150, at_most, complaint
from bot.playground.blocks.text import AnyText


class _Card(Placed):
    type: Literal["card"]
    title: Annotated[AnyText, at_most(150)] | None = None
    subtitle: Annotated[AnyText, at_most(150)] | None = None
    body: Annotated[AnyText, at_most(200)] | None = None
    hero_image: Image | None = None
    icon: Image | None = None
    actions: Annotated[list[Button], Field(min_length=1, max_length=3)] | None = None


def _has_something(value: Any) -> Any:
    if all(each is None for each in (value.hero_image, value.title, value.actions, value.body)):
        raise complaint("missing required field: title")
    return value


Card = Annotated[_Card, AfterValidator(_has_something)]


class Carousel(Placed):
    type: Literal["carousel"]
    elements: Annotated[list[Card], Field(min_length=1, max_length=10)]


class TaskCard(Placed):
    type: Literal["task_card"]
    task_id: Id
    title: Text150
    details: RichText | None = None
    output: RichText | None = None
    sources: list[UrlSource] | None = None
    status: Literal["pending", "in_progress", "complete", "error"] | None = None


class Plan(Placed):
    type: Literal["plan"]
    title: Text150
    tasks: list[TaskCard] | None = None
