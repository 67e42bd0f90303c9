"""Rates and failures: going too fast, and what goes wrong on order."""

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.playground.server import LocalSlack
from bot.playground.timing import Timing


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


async def test_an_hour_holds_thirty_thousand_events(slack: LocalSlack, ana: str) -> None:
    """Beyond that the app hears nothing but, once a minute, that it hears nothing."""
    slack.backend.outbox.timing = Timing(ack=0.01, redelivery=())
    while slack.backend.pace.may_tell():
        pass

    await slack.say(ana, slack.general, "one")
    await slack.say(ana, slack.general, "two")
    await slack.settled()

    assert [each.payload["type"] for each in slack.deliveries] == ["app_rate_limited"]


async def test_a_response_url_fails_on_order_too(slack: LocalSlack, ana: str) -> None:
    """The same failures, under the name `response_url`, and the same log."""
    entry = slack.backend.response_entry(slack.general, ana)
    webhook = AsyncWebhookClient(slack.backend.response_url_for(entry), retry_handlers=[])
    slack.fail("response_url", status=500)
    slack.fail("response_url", rate_limited=3.0)
    slack.fail("response_url", drop_after_accept=True)

    broken, limited = await webhook.send(text="1"), await webhook.send(text="2")
    with pytest.raises(aiohttp.ClientError):
        await webhook.send(text="3")
    taken = await webhook.send(text="4")

    assert (broken.status_code, limited.headers["Retry-After"], taken.body) == (500, "3", "ok")
    assert [each["text"] for each in slack.ephemerals(slack.general, ana)] == ["3", "4"]
    assert [(call.method, call.status) for call in slack.calls] == [
        ("response_url", each) for each in (500, 429, 0, 200)
    ]
    assert slack.calls[3].args["text"] == "4"
