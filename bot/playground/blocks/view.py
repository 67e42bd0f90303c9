"""Modals and App Home."""

from typing import Annotated, Literal

from pydantic import Field

from bot.playground.blocks.layout import ViewBlock
from bot.playground.blocks.shape import Id, Shape, at_most
from bot.playground.blocks.text import PlainText

Title = Annotated[PlainText, at_most(24)]
Blocks = Annotated[list[ViewBlock], Field(max_length=100)]
PrivateMetadata = Annotated[str, Field(max_length=3000)]
CallbackId = Annotated[str, Field(max_length=255)]


class Modal(Shape):
    type: Literal["modal"]
    title: Title
    blocks: Blocks
    submit: Title | None = None
    close: Title | None = None
    private_metadata: PrivateMetadata | None = None
    callback_id: CallbackId | None = None
    clear_on_close: bool | None = None
    notify_on_close: bool | None = None
    external_id: Id | None = None
    submit_disabled: bool | None = None


class Home(Shape):
    type: Literal["home"]
    blocks: Blocks
    private_metadata: PrivateMetadata | None = None
    callback_id: CallbackId | None = None
    external_id: Id | None = None
