"""The blocks themselves."""

from typing import Annotated, Any, Literal, Union

from pydantic import AfterValidator, Field

from bot.playground.blocks.card import Card, Carousel, Plan, TaskCard
from bot.playground.blocks.element import (
    Button,
    FeedbackButtons,
    IconButton,
    Image,
    SlackFile,
    WorkflowButton,
)
from bot.playground.blocks.entry import (
    DatePicker,
    DateTimePicker,
    EmailInput,
    FileInput,
    NumberInput,
    PlainTextInput,
    RichTextInput,
    TimePicker,
    UrlInput,
)
from bot.playground.blocks.menu import (
    ChannelsSelect,
    Checkboxes,
    ConversationsSelect,
    ExternalSelect,
    MultiChannelsSelect,
    MultiConversationsSelect,
    MultiExternalSelect,
    MultiStaticSelect,
    MultiUsersSelect,
    Overflow,
    RadioButtons,
    StaticSelect,
    UsersSelect,
)
from bot.playground.blocks.richtext import RichText
from bot.playground.blocks.shape import Id, ImageUrl, Placed, Text12000, at_most, complaint, one_of
from bot.playground.blocks.table import Table
from bot.playground.blocks.text import AnyText, Mrkdwn, PlainText

Select = StaticSelect | UsersSelect | ChannelsSelect | ConversationsSelect | ExternalSelect
MultiSelect = (
    MultiStaticSelect | MultiUsersSelect | MultiChannelsSelect | MultiConversationsSelect | MultiExternalSelect
)
Pick = Checkboxes | RadioButtons | DatePicker | TimePicker | Select | MultiSelect

Accessory = Annotated[Image | Button | WorkflowButton | Overflow | Pick, Field(discriminator="type")]
Action = Annotated[Button | WorkflowButton | Overflow | DateTimePicker | Pick, Field(discriminator="type")]
Entry = Annotated[
    PlainTextInput | EmailInput | UrlInput | NumberInput | RichTextInput | FileInput | DateTimePicker | Pick,
    Field(discriminator="type"),
]
ContextElement = Annotated[Image | Mrkdwn | PlainText, Field(discriminator="type")]


class _Section(Placed):
    type: Literal["section"]
    text: AnyText | None = None
    fields: Annotated[list[Annotated[AnyText, at_most(2000)]], Field(min_length=1, max_length=10)] | None = None
    accessory: Accessory | None = None
    expand: bool | None = None


def _has_text(value: Any) -> Any:
    if value.text is None and value.fields is None:
        raise complaint("missing required field: text")
    return value


class Header(Placed):
    type: Literal["header"]
    text: Annotated[PlainText, at_most(150)]


class Divider(Placed):
    type: Literal["divider"]


class Context(Placed):
    type: Literal["context"]
    elements: Annotated[list[ContextElement], Field(min_length=1, max_length=10)]


class Actions(Placed):
    type: Literal["actions"]
    elements: Annotated[list[Action], Field(min_length=1, max_length=25)]


class ContextActions(Placed):
    type: Literal["context_actions"]
    elements: Annotated[
        list[Annotated[FeedbackButtons | IconButton, Field(discriminator="type")]], Field(min_length=1, max_length=5)
    ]


class Input(Placed):
    type: Literal["input"]
    label: Annotated[PlainText, at_most(2000)]
    element: Entry
    hint: Annotated[PlainText, at_most(2000)] | None = None
    optional: bool | None = None
    dispatch_action: bool | None = None


class Markdown(Placed):
    type: Literal["markdown"]
    text: Text12000


class _ImageBlock(Placed):
    type: Literal["image"]
    alt_text: Annotated[str, Field(max_length=2000)]
    image_url: ImageUrl | None = None
    slack_file: SlackFile | None = None
    title: Annotated[PlainText, at_most(2000)] | None = None


class File(Placed):
    type: Literal["file"]
    external_id: Id
    source: Literal["remote"]


class Video(Placed):
    type: Literal["video"]
    alt_text: Annotated[str, Field(min_length=1)]
    title: Annotated[PlainText, at_most(199)]
    video_url: ImageUrl
    thumbnail_url: ImageUrl
    title_url: ImageUrl | None = None
    description: Annotated[PlainText, at_most(199)] | None = None
    provider_icon_url: ImageUrl | None = None
    provider_name: str | None = None
    author_name: Annotated[str, Field(max_length=49)] | None = None


class Alert(Placed):
    type: Literal["alert"]
    text: Annotated[AnyText, at_most(200)]
    level: Literal["default", "info", "warning", "error", "success"] | None = None


class _Container(Placed):
    """Blocks under one heading that may be folded away."""

    type: Literal["container"]
    title: Annotated[PlainText, at_most(150)] | None = None
    rich_text_title: RichText | None = None
    subtitle: Annotated[AnyText, at_most(150)] | None = None
    child_blocks: Annotated[list["ChildBlock"], Field(min_length=1, max_length=10)]
    width: Literal["narrow", "standard", "wide", "full"] | None = None
    icon: Image | None = None
    is_collapsible: bool | None = None
    default_collapsed: bool | None = None
    has_header_divider: bool | None = None


SectionBlock = Annotated[_Section, AfterValidator(_has_text)]
ImageBlock = Annotated[_ImageBlock, AfterValidator(one_of("image_url", "slack_file"))]


def _folds_or_divides(value: Any) -> Any:
    if value.is_collapsible and value.has_header_divider:
        raise complaint("has_header_divider is not allowed with is_collapsible", "has_header_divider")
    return value


Container = Annotated[_Container, AfterValidator(one_of("title", "rich_text_title")), AfterValidator(_folds_or_divides)]

ChildBlock = Annotated[
    SectionBlock | Header | Divider | Context | Actions | ImageBlock | RichText | Table | Markdown | Input | Alert,
    Field(discriminator="type"),
]
_Common = Union[SectionBlock, Header, Divider, Context, Actions, ImageBlock, RichText, Input, Video, Alert]  # noqa: UP007
MessageBlock = Annotated[
    _Common | Markdown | ContextActions | Table | File | Card | Carousel | Container | TaskCard | Plan,
    Field(discriminator="type"),
]
ViewBlock = Annotated[_Common, Field(discriminator="type")]
