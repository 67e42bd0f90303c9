"""What Slack, or something on the way to it, answered instead of doing what it was asked."""

from slack_sdk.errors import SlackApiError

from bot.errors import ChatBusy, ChatRefused, ChatUnavailable
from bot.slack.calls.rest import rest_asked

_PASSING = frozenset(
    {"ratelimited", "internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org"}
)

_MENDED = frozenset({"invalid_auth", "not_authed", "token_expired"})
"""Refusals of our token, which say nothing of a channel. One that was revoked is none of them: there we were removed."""


def is_of_our_token(error: SlackApiError) -> bool:
    """Whether the call will do once whoever runs us has mended the token."""
    return code_of(error) in _MENDED


def told_apart(error: SlackApiError) -> ChatRefused | ChatUnavailable:
    """`ChatUnavailable` for what may pass, `ChatRefused` with Slack's code for what will not.

    An answer that is none of Slack's, such as an empty or a cut one, leaves open whether the call was taken.
    """
    response = error.response
    status = int(getattr(response, "status_code", None) or getattr(response, "status", None) or 200)
    headers = getattr(response, "headers", None) or {}
    if status == 429:
        return ChatBusy(retry_after=rest_asked(headers, 1.0))
    if status >= 500:
        return ChatUnavailable(f"status {status}", retry_after=rest_asked(headers, 0.0))
    code = code_of(error)
    if code is None:
        return ChatUnavailable("no answer of Slack's") if status < 300 else ChatRefused(f"status {status}")
    return ChatUnavailable(code) if code in _PASSING else ChatRefused(code)


def code_of(error: SlackApiError) -> str | None:
    """Slack's own name of what was wrong; None where the answer has none."""
    data = getattr(error.response, "data", error.response)
    code = data.get("error") if isinstance(data, dict) else None
    return str(code) if code else None
