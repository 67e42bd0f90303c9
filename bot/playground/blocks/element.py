"""Elements: what stands in sections, actions, contexts and inputs."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from bot.playground.blocks.shape import (
    Id,
    ImageUrl,
    Interactive,
    Shape,
    Text75,
    Text2000,
    Url,
    at_most,
    one_of,
)
from bot.playground.blocks.text import Confirm, PlainText, ShortLabel


class SlackFile(Shape):
    id: Id | None = None
    url: Url | None = None


class _Image(Shape):
    type: Literal["image"]
    alt_text: Annotated[str, StringConstraints(max_length=2000)]
    image_url: ImageUrl | None = None
    slack_file: SlackFile | None = None


Image = Annotated[_Image, AfterValidator(one_of("image_url", "slack_file"))]


class Button(Interactive):
    type: Literal["button"]
    text: ShortLabel
    url: Url | None = None
    value: Text2000 | None = None
    style: Literal["primary", "danger"] | None = None
    confirm: Confirm | None = None
    accessibility_label: Text75 | None = None


class FeedbackButton(Shape):
    text: ShortLabel
    value: Text2000
    accessibility_label: Text75 | None = None


class FeedbackButtons(Interactive):
    type: Literal["feedback_buttons"]
    positive_button: FeedbackButton
    negative_button: FeedbackButton


class IconButton(Interactive):
    type: Literal["icon_button"]
    icon: Literal["trash"]
    text: Annotated[PlainText, at_most(75)]
    value: Text2000 | None = None
    visible_to_user_ids: list[str] | None = None
    accessibility_label: Text75 | None = None
    confirm: Confirm | None = None


class Workflow(Shape):
    trigger: dict[str, object]


class WorkflowButton(Interactive):
    type: Literal["workflow_button"]
    text: ShortLabel
    workflow: Workflow
    style: Literal["primary", "danger"] | None = None
    accessibility_label: Text75 | None = None


class UrlSource(Shape):
    """A source of a task card."""

    type: Literal["url"]
    url: Url
    text: Annotated[str, Field(min_length=1)]
