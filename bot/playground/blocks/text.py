"""Text objects, confirmation dialogs and options."""

from typing import Annotated, Literal

from pydantic import Field

from bot.playground.blocks.shape import Shape, Text150, Text3000, Url, at_most


class PlainText(Shape):
    type: Literal["plain_text"]
    text: Text3000
    emoji: bool | None = None


class Mrkdwn(Shape):
    type: Literal["mrkdwn"]
    text: Text3000
    verbatim: bool | None = None


AnyText = Annotated[PlainText | Mrkdwn, Field(discriminator="type")]


class Confirm(Shape):
    title: Annotated[PlainText, at_most(100)]
    text: Annotated[AnyText, at_most(300)]
    confirm: Annotated[PlainText, at_most(30)]
    deny: Annotated[PlainText, at_most(30)]
    style: Literal["primary", "danger"] | None = None


class Option(Shape):
    """For menus: plain text only."""

    text: Annotated[PlainText, at_most(75)]
    value: Text150
    description: Annotated[PlainText, at_most(75)] | None = None


class RichOption(Shape):
    """For checkboxes and radio buttons, which may show mrkdwn."""

    text: Annotated[AnyText, at_most(75)]
    value: Text150
    description: Annotated[AnyText, at_most(75)] | None = None


class OverflowOption(Option):
    url: Url | None = None


class OptionGroup(Shape):
    label: Annotated[PlainText, at_most(75)]
    options: Annotated[list[Option], Field(min_length=1, max_length=100)]


Placeholder = Annotated[PlainText, at_most(150)]
ShortLabel = Annotated[PlainText, at_most(75)]
