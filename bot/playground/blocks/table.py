"""Tables."""

from typing import Annotated, Literal

from pydantic import Field

from bot.playground.blocks.richtext import RichText
from bot.playground.blocks.shape import Placed, Shape


class RawText(Shape):
    type: Literal["raw_text"]
    text: Annotated[str, Field(min_length=1)]


class RawNumber(Shape):
    type: Literal["raw_number"]
    value: float
    text: Annotated[str, Field(min_length=1)]


class ColumnSettings(Shape):
    align: Literal["left", "center", "right"] | None = None
    is_wrapped: bool | None = None


Cell = Annotated[RawText | RawNumber | RichText, Field(discriminator="type")]


class Table(Placed):
    type: Literal["table"]
    rows: Annotated[
        list[Annotated[list[Cell], Field(min_length=1, max_length=20)]], Field(min_length=1, max_length=100)
    ]
    column_settings: Annotated[list[ColumnSettings | None], Field(max_length=20)] | None = None
