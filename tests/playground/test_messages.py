"""Messages as they are stored, read back, changed, streamed and counted."""

from dataclasses import replace
from typing import Any

import aiohttp
import pytest
from bot.playground.server import LocalSlack
from bot.playground.timing import Timing
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

SECTION: dict[str, Any] = {"type": "section", "text": {"type": "mrkdwn", "text": "from blocks"}}
MARK = {"event_type": "claims_reply", "event_payload": {"id": "42"}}


async def test_metadata_is_found_in_the_thread(slack: LocalSlack, client: AsyncWebClient, ana: str) -> None:
    """A post can be found again by its metadata, which is shown only when asked for."""
    root = await slack.say(ana, slack.general, "root")
    posted = await client.chat_postMessage(channel=slack.general, text="x", thread_ts=root, metadata=MARK)

    plain = await client.conversations_replies(channel=slack.general, ts=root)
    marked = await client.conversations_replies(channel=slack.general, ts=root, include_all_metadata=True)

    assert "metadata" not in plain["messages"][1]
    assert (marked["messages"][1]["metadata"], marked["messages"][1]["ts"]) == (MARK, posted["ts"])


async def test_a_thread_is_read_page_by_page(slack: LocalSlack, client: AsyncWebClient, ana: str) -> None:
    """Cursors lead through a long thread; an app outside the Marketplace gets 15 and one call a minute."""
    root = await slack.say(ana, slack.general, "root")
    for number in range(20):
        await slack.say(ana, slack.general, f"answer {number}", thread_ts=root)

    slack.commercial = True
    short = await client.conversations_replies(channel=slack.general, ts=root, limit=100)
    with pytest.raises(SlackApiError, match="ratelimited"):
        await client.conversations_replies(channel=slack.general, ts=root)
    slack.commercial = False
    texts = []
    async for page in await client.conversations_replies(channel=slack.general, ts=root, limit=8):
        texts += [message["text"] for message in page["messages"] if message["ts"] != root]

    assert texts == [f"answer {number}" for number in range(20)]
    assert (len(short["messages"]), short["has_more"]) == (16, True)


async def test_history_shows_roots_and_broadcasts_newest_first(
    slack: LocalSlack, client: AsyncWebClient, ana: str
) -> None:
    """Answers stay in their threads unless they are sent to the channel as well."""
    root = await slack.say(ana, slack.general, "root")
    await slack.say(ana, slack.general, "hidden", thread_ts=root)
    await slack.say(ana, slack.general, "shown", thread_ts=root, broadcast=True)

    history = await client.conversations_history(channel=slack.general)

    assert [(each["text"], each.get("subtype")) for each in history["messages"]] == [
        ("shown", "thread_broadcast"),
        ("root", None),
    ]


async def test_a_text_alone_does_not_replace_blocks(slack: LocalSlack, client: AsyncWebClient) -> None:
    """Blocks that an update does not name stay, as do metadata; an empty list removes them."""
    posted = await client.chat_postMessage(channel=slack.general, text="old", blocks=[SECTION], metadata=MARK)
    where: dict[str, Any] = {"channel": slack.general, "ts": str(posted["ts"])}

    kept = (await client.chat_update(**where, text="new"))["message"]
    removed = (await client.chat_update(**where, text="new", blocks=[]))["message"]

    assert (kept["text"], kept["blocks"][0]["text"]["text"], kept["metadata"]) == ("new", "from blocks", MARK)
    assert removed["blocks"][0]["type"] == "rich_text"
    assert removed["edited"]["user"] == slack.bot_user_id


async def test_a_long_text_is_cut_when_posted(slack: LocalSlack, client: AsyncWebClient) -> None:
    """chat.postMessage truncates at 40,000 characters where chat.update refuses at 4,000."""
    posted = await client.chat_postMessage(channel=slack.general, text="x" * 40_001)

    assert len(posted["message"]["text"]) == 40_000


async def test_a_deleted_root_leaves_a_tombstone(slack: LocalSlack, client: AsyncWebClient, ana: str) -> None:
    """A thread outlives its root; a message without answers is gone, and cannot be answered."""
    root, single = await slack.say(ana, slack.general, "root"), await slack.say(ana, slack.general, "single")
    await slack.say(ana, slack.general, "answer", thread_ts=root)
    await slack.delete(ana, slack.general, root)
    await slack.delete(ana, slack.general, single)

    assert [message.get("subtype") for message in slack.thread(slack.general, root)] == ["tombstone", None]
    with pytest.raises(SlackApiError, match="thread_not_found"):
        await client.chat_postMessage(channel=slack.general, text="late", thread_ts=single)


async def test_an_ephemeral_message_is_seen_by_one(slack: LocalSlack, client: AsyncWebClient, ana: str) -> None:
    """It is in nobody's history."""
    ts = await slack.say(ana, slack.general, "hello")
    await client.chat_postEphemeral(channel=slack.general, user=ana, text="psst", thread_ts=ts)

    assert [each["text"] for each in slack.ephemerals(slack.general, ana)] == ["psst"]
    assert len(slack.messages(slack.general, threads=True)) == 1


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ({"text": "hello <!channel>"}, "broadcast"),
        ({"text": "hello <@U000000009>"}, "user"),
        ({"text": "x", "blocks": [SECTION | {"text": {"type": "mrkdwn", "text": "<!subteam^S1|all>"}}]}, "group"),
        ({"text": "x", "blocks": [{"type": "markdown", "text": "**<!here>**"}]}, "broadcast"),
        ({"markdown_text": "<!everyone>"}, "broadcast"),
    ],
)
async def test_a_call_to_people_is_recorded(
    slack: LocalSlack, client: AsyncWebClient, content: dict[str, Any], kind: str
) -> None:
    """Whoever a message of the bot would notify stands in its record."""
    posted = await client.chat_postMessage(channel=slack.general, **content)

    (message,) = slack.messages(slack.general)
    assert [each["kind"] for each in message["notifications"]] == [kind]
    assert slack.notified(slack.general, str(posted["ts"])) == message["notifications"]


async def test_escaped_text_calls_nobody(slack: LocalSlack, client: AsyncWebClient) -> None:
    """`&lt;!channel&gt;` is text, in plain_text even unescaped."""
    header = {"type": "header", "text": {"type": "plain_text", "text": "<!channel>"}}
    await client.chat_postMessage(channel=slack.general, text="&lt;!channel&gt; a < b", blocks=[header])

    assert slack.notifications == []
    assert slack.messages(slack.general)[0]["text"] == "&lt;!channel&gt; a &lt; b"


async def test_a_stream_grows_and_ends(slack: LocalSlack, client: AsyncWebClient, ana: str) -> None:
    """The SDK's own helper streams into a thread; the end may carry blocks and metadata."""
    root = await slack.say(ana, slack.general, "root")
    stream = await client.chat_stream(
        channel=slack.general, thread_ts=root, recipient_team_id=slack.team_id, recipient_user_id=ana, buffer_size=1
    )

    await stream.append(markdown_text="**one** ")
    await stream.append(markdown_text="two")
    growing = slack.thread(slack.general, root)[1]
    await stream.stop(blocks=[SECTION], metadata=MARK)

    done = slack.thread(slack.general, root)[1]
    assert (growing["text"], growing["streaming_state"]) == ("**one** two", "in_progress")
    assert (done["text"], done["metadata"], "streaming_state" in done) == ("**one** two", MARK, False)
    assert [block["type"] for block in done["blocks"]] == ["rich_text", "section"]


async def test_a_stream_dies_of_age(slack: LocalSlack, client: AsyncWebClient, ana: str) -> None:
    """After its time nothing can be added or ended, but the message can be updated."""
    slack.backend.timing = replace(slack.backend.timing, stream=-1.0)
    dm = slack.direct(ana)
    root = await slack.say(ana, dm, "root")
    ts = str((await client.chat_startStream(channel=dm, thread_ts=root, markdown_text="one"))["ts"])

    for call in (client.chat_appendStream, client.chat_stopStream):
        with pytest.raises(SlackApiError, match="message_not_in_streaming_state"):
            await call(channel=dm, ts=ts, markdown_text="two")
    await client.chat_update(channel=dm, ts=ts, text="one two")

    assert slack.thread(dm, root)[1]["text"] == "one two"


async def test_a_status_shows_until_the_answer(slack: LocalSlack, client: AsyncWebClient, ana: str) -> None:
    """It ends with the bot's answer, with an empty text, or after two minutes."""
    root = await slack.say(ana, slack.general, "root")
    where: dict[str, Any] = {"channel_id": slack.general, "thread_ts": root}

    await client.assistant_threads_setStatus(**where, status="is reading")
    await slack.say(ana, slack.general, "hurry", thread_ts=root)
    shown = slack.status_of(slack.general, root)
    await client.chat_postMessage(channel=slack.general, thread_ts=root, text="done")
    after_answer = slack.status_of(slack.general, root)
    await client.assistant_threads_setStatus(**where, status="is reading on")
    await client.assistant_threads_setStatus(**where, status="")
    after_clearing = slack.status_of(slack.general, root)
    slack.backend.timing = replace(slack.backend.timing, status=0.0)
    await client.assistant_threads_setStatus(**where, status="forgotten")

    assert (shown, after_answer, after_clearing, slack.status_of(slack.general, root)) == ("is reading", "", "", "")
    assert [each.status for each in slack.statuses] == ["is reading", "is reading on", "", "forgotten"]


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


async def test_one_post_a_second_and_channel(slack: LocalSlack, client: AsyncWebClient) -> None:
    """Five go at once; the sixth is told to wait a second; another channel is free."""
    other = slack.add_channel("other")
    for number in range(5):
        await client.chat_postMessage(channel=slack.general, text=f"{number}")

    with pytest.raises(SlackApiError) as refused:
        await client.chat_postMessage(channel=slack.general, text="6")
    await client.chat_postMessage(channel=other, text="1")
    slack.paced = False
    await client.chat_postMessage(channel=slack.general, text="7")

    assert refused.value.response.status_code == 429
    assert refused.value.response.headers["Retry-After"] == "1"
    assert slack.rate_limited == 1


async def test_updates_have_a_cap_a_minute(client: AsyncWebClient, slack: LocalSlack) -> None:
    """The fifty-first update within a minute is refused until the first is a minute old."""
    ts = str((await client.chat_postMessage(channel=slack.general, text="0"))["ts"])
    for number in range(50):
        await client.chat_update(channel=slack.general, ts=ts, text=f"{number}")

    with pytest.raises(SlackApiError) as refused:
        await client.chat_update(channel=slack.general, ts=ts, text="one more")
    slack.backend.pace.timing = Timing(minute=0.0)
    await client.chat_update(channel=slack.general, ts=ts, text="a minute later")

    assert 50 <= int(refused.value.response.headers["Retry-After"]) <= 60


async def test_failures_on_order(slack: LocalSlack, client: AsyncWebClient) -> None:
    """Errors, statuses, 429 and cut connections come as asked for, and then no more."""
    slack.fail("chat.*", error="internal_error")
    slack.fail("chat.postMessage", status=500)
    slack.fail("chat.postMessage", rate_limited=2.0)
    slack.fail("chat.postMessage", drop_after_accept=True)

    with pytest.raises(SlackApiError, match="internal_error"):
        await client.chat_postMessage(channel=slack.general, text="1")
    with pytest.raises(SlackApiError) as broken:
        await client.chat_postMessage(channel=slack.general, text="2")
    with pytest.raises(SlackApiError) as limited:
        await client.chat_postMessage(channel=slack.general, text="3")
    with pytest.raises(aiohttp.ClientError):
        await client.chat_postMessage(channel=slack.general, text="4")
    await client.chat_postMessage(channel=slack.general, text="5")

    assert (broken.value.response.status_code, limited.value.response.headers["Retry-After"]) == (500, "2")
    assert [message["text"] for message in slack.messages(slack.general)] == ["4", "5"]
    assert [call.status for call in slack.calls] == [200, 500, 429, 0, 200]


async def test_one_call_in_so_many_fails(slack: LocalSlack, client: AsyncWebClient) -> None:
    """`every` and `times` make a lasting, partial failure."""
    slack.fail("auth.test", error="internal_error", every=3, times=None)

    outcomes = []
    for _ in range(6):
        try:
            await client.auth_test()
            outcomes.append(True)
        except SlackApiError:
            outcomes.append(False)
    slack.heal()

    assert outcomes == [True, True, False, True, True, False]
    assert (await client.auth_test())["ok"]


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


@pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")  # slack_sdk's own use of aiohttp
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


async def test_a_reaction_comes_and_goes(slack: LocalSlack, client: AsyncWebClient, ana: str) -> None:
    """One of each kind and person."""
    ts = await slack.say(ana, slack.general, "hello")
    where: dict[str, Any] = {"channel": slack.general, "timestamp": ts, "name": "eyes"}

    await client.reactions_add(**where)
    with pytest.raises(SlackApiError, match="already_reacted"):
        await client.reactions_add(**where)
    shown = slack.messages(slack.general)[0]["reactions"][0]["count"]
    await client.reactions_remove(**where)

    assert (shown, slack.messages(slack.general)[0]["reactions"]) == (1, [])


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


@pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")  # slack_sdk's own use of aiohttp
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
