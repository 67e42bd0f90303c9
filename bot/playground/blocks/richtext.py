"""rich_text: sections, lists, quotes and code, and what stands in them."""

from typing import Annotated, Literal

from pydantic import Field

from bot.playground.blocks.shape import Placed, Shape, Url


class Style(Shape):
    bold: bool | None = None
    italic: bool | None = None
    strike: bool | None = None
    code: bool | None = None
    underline: bool | None = None
    highlight: bool | None = None
    client_highlight: bool | None = None
    unlink: bool | None = None


class _Styled(Shape):
    style: Style | None = None


Filled = Annotated[str, Field(min_length=1)]


class TextPart(_Styled):
    type: Literal["text"]
    text: Filled


class LinkPart(_Styled):
    type: Literal["link"]
    url: Url
    text: str | None = None
    unsafe: bool | None = None


class UserPart(_Styled):
    type: Literal["user"]
    user_id: Filled


class ChannelPart(_Styled):
    type: Literal["channel"]
    channel_id: Filled


class UsergroupPart(_Styled):
    type: Literal["usergroup"]
    usergroup_id: Filled


class TeamPart(_Styled):
    type: Literal["team"]
    team_id: Filled


class EmojiPart(_Styled):
    type: Literal["emoji"]
    name: Filled
    unicode: str | None = None
    skin_tone: int | None = None


class BroadcastPart(_Styled):
    type: Literal["broadcast"]
    range: Literal["here", "channel", "everyone"]


class DatePart(_Styled):
    type: Literal["date"]
    timestamp: int
    format: Filled
    url: Url | None = None
    fallback: str | None = None


class ColorPart(_Styled):
    type: Literal["color"]
    value: Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]


Part = Annotated[
    TextPart
    | LinkPart
    | UserPart
    | ChannelPart
    | UsergroupPart
    | TeamPart
    | EmojiPart
    | BroadcastPart
    | DatePart
    | ColorPart,
    Field(discriminator="type"),
]


class Section(Shape):
    type: Literal["rich_text_section"]
    elements: list[Part]


class Preformatted(Shape):
    type: Literal["rich_text_preformatted"]
    elements: list[Annotated[TextPart | LinkPart, Field(discriminator="type")]]
    border: Literal[0, 1] | None = None
    language: str | None = None


class Quote(Shape):
    type: Literal["rich_text_quote"]
    elements: list[Part]
    border: Literal[0, 1] | None = None


class ListOf(Shape):
    type: Literal["rich_text_list"]
    style: Literal["bullet", "ordered"]
    elements: Annotated[list[Section], Field(min_length=1)]
    indent: Annotated[int, Field(ge=0, le=8)] | None = None
    offset: Annotated[int, Field(ge=0)] | None = None
    border: Literal[0, 1] | None = None


class RichText(Placed):
    type: Literal["rich_text"]
    elements: list[Annotated[Section | Preformatted | Quote | ListOf, Field(discriminator="type")]]
