"""Elements with a choice: selects, overflow, checkboxes, radio buttons."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from bot.playground.blocks.shape import Interactive, Shape, complaint, one_of
from bot.playground.blocks.text import Confirm, Option, OptionGroup, OverflowOption, Placeholder, RichOption

Options = Annotated[list[Option], Field(min_length=1, max_length=100)]
OptionGroups = Annotated[list[OptionGroup], Field(min_length=1, max_length=100)]
RichOptions = Annotated[list[RichOption], Field(min_length=1, max_length=10)]
Count = Annotated[int, Field(ge=1)]


class _Choice(Interactive):
    confirm: Confirm | None = None
    focus_on_load: bool | None = None


class _Select(_Choice):
    placeholder: Placeholder | None = None


class _MultiSelect(_Select):
    max_selected_items: Count | None = None


class _StaticSelect(_Select):
    type: Literal["static_select"]
    options: Options | None = None
    option_groups: OptionGroups | None = None
    initial_option: Option | None = None


class _MultiStaticSelect(_MultiSelect):
    type: Literal["multi_static_select"]
    options: Options | None = None
    option_groups: OptionGroups | None = None
    initial_options: Options | None = None


class _RadioButtons(_Choice):
    type: Literal["radio_buttons"]
    options: RichOptions
    initial_option: RichOption | None = None


class _Checkboxes(_Choice):
    type: Literal["checkboxes"]
    options: RichOptions
    initial_options: RichOptions | None = None


def _initial_is_offered(value: Any) -> Any:
    """What is chosen at first must be one of the options, exactly."""
    offered = list(value.options or [])
    for group in getattr(value, "option_groups", None) or []:
        offered += group.options
    if (first := getattr(value, "initial_option", None)) is not None and first not in offered:
        raise complaint("must match one of the options", "initial_option")
    for number, each in enumerate(getattr(value, "initial_options", None) or []):
        if each not in offered:
            raise complaint("must match one of the options", f"initial_options/{number}")
    return value


_offered = AfterValidator(_initial_is_offered)
_one_kind = AfterValidator(one_of("options", "option_groups"))

StaticSelect = Annotated[_StaticSelect, _one_kind, _offered]
MultiStaticSelect = Annotated[_MultiStaticSelect, _one_kind, _offered]
RadioButtons = Annotated[_RadioButtons, _offered]
Checkboxes = Annotated[_Checkboxes, _offered]


class Overflow(Interactive):
    type: Literal["overflow"]
    options: Annotated[list[OverflowOption], Field(min_length=1, max_length=5)]
    confirm: Confirm | None = None


class ConversationFilter(Shape):
    include: Annotated[list[Literal["im", "mpim", "private", "public"]], Field(min_length=1)] | None = None
    exclude_external_shared_channels: bool | None = None
    exclude_bot_users: bool | None = None


class UsersSelect(_Select):
    type: Literal["users_select"]
    initial_user: str | None = None


class MultiUsersSelect(_MultiSelect):
    type: Literal["multi_users_select"]
    initial_users: list[str] | None = None


class ChannelsSelect(_Select):
    type: Literal["channels_select"]
    initial_channel: str | None = None
    response_url_enabled: bool | None = None


class MultiChannelsSelect(_MultiSelect):
    type: Literal["multi_channels_select"]
    initial_channels: list[str] | None = None


class ConversationsSelect(_Select):
    type: Literal["conversations_select"]
    initial_conversation: str | None = None
    default_to_current_conversation: bool | None = None
    response_url_enabled: bool | None = None
    filter: ConversationFilter | None = None


class MultiConversationsSelect(_MultiSelect):
    type: Literal["multi_conversations_select"]
    initial_conversations: list[str] | None = None
    default_to_current_conversation: bool | None = None
    filter: ConversationFilter | None = None


class ExternalSelect(_Select):
    type: Literal["external_select"]
    min_query_length: int | None = None
    initial_option: Option | None = None


class MultiExternalSelect(_MultiSelect):
    type: Literal["multi_external_select"]
    min_query_length: int | None = None
    initial_options: Options | None = None
