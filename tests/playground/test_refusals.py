"""What real Slack refuses, the local one refuses, with the same code."""

from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.server import LocalSlack

SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "words"}}


async def refusal(client: AsyncWebClient, method: str, **arguments: Any) -> dict[str, Any]:
    """The body of a refusal; fails where the call is not refused."""
    with pytest.raises(SlackApiError) as error:
        await client.api_call(method, json=arguments)
    body: Any = error.value.response.data
    return dict(body)


class Scene:
    """Channels, people and messages that the calls below name in braces."""

    def __init__(self, slack: LocalSlack) -> None:
        self.slack = slack
        self.names: dict[str, str] = {}

    async def set_up(self, client: AsyncWebClient) -> None:
        slack = self.slack
        ana, bob = slack.add_user("ana"), slack.add_user("bob")
        archived, secret = slack.add_channel("old"), slack.add_group("secret", [ana], bot=False)
        public = slack.add_channel("elsewhere", [ana], bot=False)
        hers = await slack.say(ana, slack.general, "hello")
        mine = (await client.chat_postMessage(channel=slack.general, text="mine", thread_ts=hers))["ts"]
        slack.archive(archived)
        self.names = {
            "general": slack.general, "archived": archived, "secret": secret, "public": public,
            "ana": ana, "bob": bob, "hers": hers, "mine": str(mine),
        }  # fmt: skip

    def fill(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {name: self.fill(item) for name, item in value.items()}
        return value.format(**self.names) if isinstance(value, str) and value.startswith("{") else value


@pytest.fixture
async def scene(slack: LocalSlack, client: AsyncWebClient) -> Scene:
    made = Scene(slack)
    await made.set_up(client)
    return made


POST = "chat.postMessage"
CASES: list[tuple[str, dict[str, Any], str]] = [
    (POST, {"channel": "C0", "text": "x"}, "channel_not_found"),
    (POST, {"channel": "{secret}", "text": "x"}, "channel_not_found"),
    (POST, {"channel": "{public}", "text": "x"}, "not_in_channel"),
    (POST, {"channel": "{archived}", "text": "x"}, "is_archived"),
    (POST, {"channel": "{general}"}, "no_text"),
    (POST, {"channel": "{general}", "text": "  "}, "no_text"),
    (POST, {"text": "x"}, "invalid_arguments"),
    (POST, {"channel": "{general}", "text": "x", "colour": "red"}, "invalid_arguments"),
    (POST, {"channel": "{general}", "text": "x", "unfurl_links": "perhaps"}, "invalid_arguments"),
    (POST, {"channel": "{general}", "text": "x", "thread_ts": "yesterday"}, "invalid_arguments"),
    (POST, {"channel": "{general}", "text": "x", "thread_ts": 1795447970.836147}, "invalid_arguments"),
    (POST, {"channel": "{general}", "text": "x", "thread_ts": "1.000001"}, "thread_not_found"),
    (POST, {"channel": "{general}", "text": "x", "thread_ts": "{mine}"}, "cannot_reply_to_message"),
    (POST, {"channel": "{general}", "text": "x", "blocks": "[]{"}, "invalid_blocks_format"),
    (POST, {"channel": "{general}", "text": "x", "blocks": [SECTION] * 51}, "invalid_blocks"),
    (POST, {"channel": "{general}", "text": "x", "markdown_text": "x"}, "markdown_text_conflict"),
    (POST, {"channel": "{general}", "markdown_text": "x" * 12_001}, "msg_too_long"),
    (POST, {"channel": "{general}", "text": "x", "metadata": "posted"}, "invalid_metadata_format"),
    (POST, {"channel": "{general}", "text": "x", "metadata": {"event_type": "posted"}}, "invalid_metadata_schema"),
    (
        POST,
        {"channel": "{general}", "text": "x", "metadata": {"event_type": "a", "event_payload": {"b": "x" * 8000}}},
        "metadata_too_large",
    ),
    (POST, {"channel": "{general}", "text": "x", "username": "Somebody"}, "missing_scope"),
    ("chat.update", {"channel": "{general}", "ts": "1.000001", "text": "x"}, "message_not_found"),
    ("chat.update", {"channel": "{general}", "ts": "{hers}", "text": "x"}, "cant_update_message"),
    ("chat.update", {"channel": "{general}", "ts": "{mine}", "text": "x" * 4001}, "msg_too_long"),
    ("chat.update", {"channel": "{general}", "ts": "{mine}"}, "no_text"),
    ("chat.delete", {"channel": "{general}", "ts": "{hers}"}, "cant_delete_message"),
    ("chat.delete", {"channel": "{general}", "ts": "1.000001"}, "message_not_found"),
    ("chat.postEphemeral", {"channel": "{general}", "user": "{bob}", "text": "x"}, "user_not_in_channel"),
    ("chat.postEphemeral", {"channel": "{general}", "text": "x"}, "invalid_arguments"),
    ("chat.startStream", {"channel": "{general}", "thread_ts": "{hers}"}, "missing_recipient_team_id"),
    (
        "chat.startStream",
        {"channel": "{general}", "thread_ts": "{hers}", "recipient_team_id": "T1"},
        "missing_recipient_user_id",
    ),
    (
        "chat.appendStream",
        {"channel": "{general}", "ts": "{mine}", "markdown_text": "x"},
        "message_not_in_streaming_state",
    ),
    ("chat.stopStream", {"channel": "{general}", "ts": "{hers}"}, "message_not_owned_by_app"),
    (
        "assistant.threads.setStatus",
        {"channel_id": "{general}", "thread_ts": "1.000001", "status": "x"},
        "thread_not_found",
    ),
    ("views.open", {"trigger_id": "1.2.3", "view": {"type": "modal"}}, "invalid_arguments"),
    ("views.publish", {"user_id": "U0", "view": {"type": "home", "blocks": []}}, "user_not_found"),
    ("views.update", {"view_id": "V0", "view": {"type": "modal"}}, "not_found"),
    ("conversations.join", {"channel": "{secret}"}, "channel_not_found"),
    ("conversations.join", {"channel": "{archived}"}, "is_archived"),
    ("conversations.replies", {"channel": "{general}", "ts": "{hers}"}, "invalid_arguments"),
    ("files.completeUploadExternal", {"files": [{"id": "F0"}]}, "file_not_found"),
    ("apps.connections.open", {}, "not_allowed_token_type"),
    ("chat.postMesage", {"channel": "{general}"}, "unknown_method"),
    ("api.test", {"error": "my_error"}, "my_error"),
]


@pytest.mark.parametrize(("method", "arguments", "error"), CASES, ids=[f"{case[0]}-{case[2]}" for case in CASES])
async def test_calls_are_refused(
    scene: Scene, client: AsyncWebClient, method: str, arguments: dict[str, Any], error: str
) -> None:
    """Each refusal comes as HTTP 200 with Slack's error code."""
    body = await refusal(client, method, **scene.fill(arguments))

    assert (body["ok"], body["error"]) == (False, error)


READS: list[tuple[str, dict[str, Any], str]] = [
    ("conversations.replies", {"channel": "{general}", "ts": "1.000001"}, "thread_not_found"),
    ("conversations.replies", {"channel": "{general}", "ts": "{hers}", "limit": "0"}, "invalid_arguments"),
    ("conversations.history", {"channel": "{public}"}, "not_in_channel"),
    ("conversations.history", {"channel": "{general}", "cursor": "nonsense"}, "invalid_cursor"),
    ("conversations.info", {"channel": "{secret}"}, "channel_not_found"),
    ("conversations.list", {"types": "public"}, "invalid_types"),
    ("conversations.open", {"users": ""}, "users_list_not_supplied"),
    ("users.info", {"user": "U0"}, "user_not_found"),
    ("bots.info", {"bot": "B0"}, "bot_not_found"),
    ("files.info", {"file": "F0"}, "file_not_found"),
    ("chat.getPermalink", {"channel": "{general}", "message_ts": "1.000001"}, "message_not_found"),
    ("reactions.add", {"channel": "{general}", "timestamp": "{hers}", "name": "No Such"}, "invalid_name"),
    ("reactions.remove", {"channel": "{general}", "timestamp": "{hers}", "name": "eyes"}, "no_reaction"),
]


@pytest.mark.parametrize(("method", "arguments", "error"), READS, ids=[f"{case[0]}-{case[2]}" for case in READS])
async def test_reads_are_refused(
    scene: Scene, client: AsyncWebClient, method: str, arguments: dict[str, Any], error: str
) -> None:
    """The same for methods that take no JSON."""
    with pytest.raises(SlackApiError) as found:
        await client.api_call(method, params=scene.fill(arguments))

    assert found.value.response["error"] == error


async def test_a_message_names_the_place(slack: LocalSlack, client: AsyncWebClient) -> None:
    """`response_metadata.messages` carries the pointer, also where the blocks came as JSON text in a form."""
    blocks = '[{"type": "section", "text": {"type": "mrkdwn", "text": ""}}]'
    with pytest.raises(SlackApiError) as found:
        await client.api_call(POST, data={"channel": slack.general, "blocks": blocks})

    expected = "[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]"
    assert found.value.response["response_metadata"]["messages"] == [expected]


@pytest.mark.parametrize(
    ("token", "error"),
    [(None, "not_authed"), ("xoxb-another", "invalid_auth"), ("xapp-1-local-app", "not_allowed_token_type")],
)
async def test_tokens_are_checked(slack: LocalSlack, token: str | None, error: str) -> None:
    """No token, a wrong one and one of the wrong kind are told apart."""
    body = await refusal(AsyncWebClient(token, base_url=slack.api_url), "auth.test")

    assert body["error"] == error


async def test_a_missing_scope_is_named(slack: LocalSlack, client: AsyncWebClient) -> None:
    """`needed` and `provided` say what to add to the manifest."""
    slack.scopes.remove("chat:write")

    body = await refusal(client, POST, channel=slack.general, text="x")

    assert (body["error"], body["needed"]) == ("missing_scope", "chat:write")
    assert "commands" in body["provided"]


async def test_a_revoked_token_is_refused(slack: LocalSlack, client: AsyncWebClient) -> None:
    """After the app was removed its token is dead."""
    slack.uninstall()

    body = await refusal(client, "auth.test")

    assert body["error"] == "token_revoked"


async def test_an_empty_json_body_is_no_fault(slack: LocalSlack) -> None:
    """auth.test arrives JSON-typed and empty."""
    headers = {"Authorization": f"Bearer {slack.bot_token}", "Content-Type": "application/json"}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{slack.api_url}auth.test", headers=headers) as response,
    ):
        body = await response.json()

    assert (body["ok"], body["user_id"]) == (True, slack.bot_user_id)


async def test_broken_json_is_refused(slack: LocalSlack) -> None:
    """A body that is no JSON, or no object, has its own codes."""
    headers = {"Authorization": f"Bearer {slack.bot_token}", "Content-Type": "application/json"}
    errors = []
    async with aiohttp.ClientSession() as session:
        for body in ("{", "[]"):
            async with session.post(f"{slack.api_url}chat.postMessage", headers=headers, data=body) as response:
                errors.append((await response.json())["error"])

    assert errors == ["invalid_json", "json_not_object"]


@pytest.mark.parametrize("headers", [{"Host": "example.org"}, {"Origin": "https://example.org"}, {"Origin": "null"}])
async def test_foreign_hosts_and_origins_are_refused(slack: LocalSlack, headers: dict[str, str]) -> None:
    """A page from elsewhere cannot use somebody's browser to reach the server."""
    async with aiohttp.ClientSession() as session, session.get(f"{slack.api_url}api.test", headers=headers) as response:
        assert response.status == 403


def test_it_listens_on_loopback_only() -> None:
    """Another address is refused at once."""
    with pytest.raises(ValueError, match="loopback"):
        LocalSlack(host="0.0.0.0")
