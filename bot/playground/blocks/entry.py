"""Elements that take what people type or pick: text, numbers, dates, files."""

from typing import Annotated, Any, Literal

from pydantic import Field

from bot.playground.blocks.shape import Interactive, Shape
from bot.playground.blocks.text import Confirm, Placeholder


class DispatchConfig(Shape):
    trigger_actions_on: Annotated[
        list[Literal["on_enter_pressed", "on_character_entered"]], Field(min_length=1, max_length=2)
    ]


class _Entry(Interactive):
    placeholder: Placeholder | None = None
    focus_on_load: bool | None = None


class _Typed(_Entry):
    initial_value: str | None = None
    dispatch_action_config: DispatchConfig | None = None


class PlainTextInput(_Typed):
    type: Literal["plain_text_input"]
    initial_value: Annotated[str, Field(max_length=3000)] | None = None
    multiline: bool | None = None
    min_length: Annotated[int, Field(ge=0, le=3000)] | None = None
    max_length: Annotated[int, Field(ge=1, le=3000)] | None = None


class EmailInput(_Typed):
    type: Literal["email_text_input"]


class UrlInput(_Typed):
    type: Literal["url_text_input"]


class NumberInput(_Typed):
    type: Literal["number_input"]
    is_decimal_allowed: bool
    min_value: str | None = None
    max_value: str | None = None


class RichTextInput(_Entry):
    type: Literal["rich_text_input"]
    initial_value: Any = None
    dispatch_action_config: DispatchConfig | None = None


class FileInput(Interactive):
    type: Literal["file_input"]
    filetypes: list[str] | None = None
    max_files: Annotated[int, Field(ge=1, le=10)] | None = None


class DatePicker(_Entry):
    type: Literal["datepicker"]
    initial_date: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")] | None = None
    confirm: Confirm | None = None


class TimePicker(_Entry):
    type: Literal["timepicker"]
    initial_time: Annotated[str, Field(pattern=r"^\d{2}:\d{2}$")] | None = None
    timezone: str | None = None
    confirm: Confirm | None = None


class DateTimePicker(Interactive):
    type: Literal["datetimepicker"]
    initial_date_time: Annotated[int, Field(ge=0, le=9_999_999_999)] | None = None
    confirm: Confirm | None = None
    focus_on_load: bool | None = None
