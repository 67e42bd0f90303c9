"""Channels, people, files, workspaces: what can be looked up, and who may."""

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.refusal import Refused
from bot.playground.server import LocalSlack


async def test_a_file_is_uploaded_shared_and_fetched(slack: LocalSlack, client: AsyncWebClient, ana: str) -> None:
    """The SDK's upload goes through all three steps; without the token the address shows a sign-in page."""
    root = await slack.say(ana, slack.general, "root")
    done = await client.files_upload_v2(
        channel=slack.general, thread_ts=root, filename="claims.csv", content="a,b\n", initial_comment="The list."
    )

    message = slack.thread(slack.general, root)[1]
    address = done["file"]["url_private"]
    async with aiohttp.ClientSession() as session:
        async with session.get(address, headers={"Authorization": f"Bearer {slack.bot_token}"}) as response:
            content = await response.read()
        async with session.get(address) as response:
            page = await response.text()

    assert (message["subtype"], message["text"], message["files"][0]["name"]) == (
        "file_share",
        "The list.",
        "claims.csv",
    )
    assert (content, slack.file(done["file"]["id"])) == (b"a,b\n", b"a,b\n")
    assert "Sign in" in page


async def test_a_shared_file_arrives_with_its_message(slack: LocalSlack, client: AsyncWebClient, ana: str) -> None:
    """A person's file comes as file_share, and can be looked up."""
    ts = await slack.say(ana, slack.general, "look", files=[("notes.txt", b"words")])
    (message,) = slack.thread(slack.general, ts)

    info = await client.files_info(file=message["files"][0]["id"])

    assert (message["subtype"], info["file"]["size"]) == ("file_share", 5)


async def test_places_and_people_can_be_looked_up(slack: LocalSlack, client: AsyncWebClient, ana: str) -> None:
    """Channels, members, users, the team and the bot answer in Slack's shapes."""
    secret = slack.add_group("secret", [ana])
    hidden = slack.add_group("hidden", [ana], bot=False)
    ts = await slack.say(ana, slack.general, "hello")

    listed = {
        each["id"] for each in (await client.conversations_list(types="public_channel,private_channel"))["channels"]
    }
    own = (await client.users_conversations(types="private_channel"))["channels"]
    opened = (await client.conversations_open(users=ana))["channel"]["id"]
    link = (await client.chat_getPermalink(channel=slack.general, message_ts=ts))["permalink"]

    assert listed == {slack.general, secret}
    assert hidden not in listed
    assert [each["id"] for each in own] == [secret]
    assert opened == slack.direct(ana)
    assert link == f"https://local-newsroom.slack.com/archives/{slack.general}/p{ts.replace('.', '')}"
    assert (await client.conversations_info(channel=opened))["channel"]["user"] == ana
    assert (await client.conversations_members(channel=slack.general))["members"] == [slack.bot_user_id, ana]
    assert (await client.users_info(user=ana))["user"]["name"] == "ana"
    assert (await client.team_info())["team"]["id"] == slack.team_id
    assert (await client.bots_info(bot=(await client.auth_test())["bot_id"]))["bot"]["user_id"] == slack.bot_user_id


async def test_the_bot_joins_a_channel(slack: LocalSlack, client: AsyncWebClient, ana: str) -> None:
    """After joining it may post there."""
    elsewhere = slack.add_channel("elsewhere", [ana], bot=False)

    await client.conversations_join(channel=elsewhere)
    await client.chat_postMessage(channel=elsewhere, text="here I am")

    assert len(slack.messages(elsewhere)) == 1


async def test_an_installation_ends_with_a_token(slack: LocalSlack, ana: str) -> None:
    """A code is good for one exchange, with the right client secret."""
    anonymous = AsyncWebClient(base_url=slack.api_url)
    code = slack.oauth_code(ana)
    with pytest.raises(SlackApiError, match="bad_client_secret"):
        await anonymous.oauth_v2_access(client_id=slack.client_id, client_secret="guess", code=code)

    answer = await anonymous.oauth_v2_access(client_id=slack.client_id, client_secret=slack.client_secret, code=code)

    assert (answer["access_token"], answer["team"]["id"]) == (slack.bot_token, slack.team_id)
    with pytest.raises(SlackApiError, match="invalid_code"):
        await anonymous.oauth_v2_access(client_id=slack.client_id, client_secret=slack.client_secret, code=code)


async def test_workspaces_are_apart(slack: LocalSlack, client: AsyncWebClient) -> None:
    """A second workspace has its own token; what is in one is not found from the other."""
    other = slack.add_workspace("Second newsroom")
    second = AsyncWebClient(other.bot_token, base_url=slack.api_url, retry_handlers=[])
    eve = other.add_user("eve")
    ts = await other.say(eve, other.general, "hello")

    with pytest.raises(SlackApiError, match="channel_not_found"):
        await client.chat_postMessage(channel=other.general, text="x")
    await second.chat_postMessage(channel=other.general, text="hi", thread_ts=ts)

    assert (await second.auth_test())["team_id"] == other.team_id != slack.team_id
    assert [message["text"] for message in other.thread(other.general, ts)] == ["hello", "hi"]
    assert {each.payload["team_id"] for each in slack.deliveries} == {other.team_id}


async def test_a_workspace_is_installed_later(slack: LocalSlack) -> None:
    """Its token works once the code from the consent page was exchanged."""
    other = slack.add_workspace("Second newsroom", install=False)
    second = AsyncWebClient(other.bot_token, base_url=slack.api_url)
    with pytest.raises(SlackApiError, match="token_revoked"):
        await second.auth_test()

    code = other.oauth_code(other.add_user("eve"))
    access = await AsyncWebClient(base_url=slack.api_url).oauth_v2_access(
        client_id=other.client_id, client_secret=other.client_secret, code=code
    )

    assert access["access_token"] == other.bot_token
    assert (await second.auth_test())["team_id"] == other.team_id


async def test_a_thread_is_read_with_the_scope_of_its_channel(
    slack: LocalSlack, client: AsyncWebClient, ana: str
) -> None:
    """channels:history does not open direct messages."""
    dm = slack.direct(ana)
    ts = await slack.say(ana, dm, "hello")
    slack.scopes.remove("im:history")

    with pytest.raises(SlackApiError) as refused:
        await client.conversations_replies(channel=dm, ts=ts)

    assert refused.value.response["needed"] == "im:history"


async def test_a_stranger_cannot_speak_in_private(slack: LocalSlack, ana: str) -> None:
    """People are held to Slack's rules too."""
    secret = slack.add_group("secret", [])

    with pytest.raises(Refused, match="channel_not_found"):
        await slack.say(ana, secret, "hello")
    ts = await slack.say(ana, slack.general, "mine")
    with pytest.raises(Refused, match="cant_update_message"):
        await slack.edit(slack.add_user("bob"), slack.general, ts, "yours")
