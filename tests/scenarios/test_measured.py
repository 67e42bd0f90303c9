"""What those who run the bot see of it."""

import asyncio
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import aiohttp
from prometheus_client.metrics import MetricWrapperBase
from structlog.testing import capture_logs

from bot.metrics import Metrics
from bot.playground.articles import SHOWCASE
from bot.root import serving
from tests.engines import a_ready_postgres_database
from tests.model_server import ModelServer, finds_nothing
from tests.nursery import NURSERY
from tests.scenarios.scene import Scene, Transport, at_work, town

ROOT = Path(__file__).parents[2]
SECRETS = ("xoxb-", "xapp-", "Tarnmouth", "Brandvik", "Who denies")


async def seen(scene: Scene) -> Mapping[str, float]:
    """The samples of /metrics, by name and labels, as they stand in the text."""
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{scene.port}/metrics") as response:
        text = await response.text()
    assert response.status == 200
    assert not any(secret in text for secret in SECRETS)
    lines = (line.rsplit(" ", 1) for line in text.splitlines() if line and not line.startswith("#"))
    return {name: float(value) for name, value in lines}


def read_by(model: ModelServer) -> dict[str, Any]:
    """The settings of a bot that reads with this model."""
    settings = model.settings()
    return {name: getattr(settings, name) for name in ("openai_base_url", "openai_api_key", "openai_model")}


async def a_read_thread(scene: Scene) -> str:
    ts = await scene.paste(scene.site.link(SHOWCASE))
    await scene.paste("Who denies it?", thread=ts)
    return ts


async def test_a_reading_and_an_answer_are_counted(newsroom: Scene) -> None:
    """What was accepted, what the stages took, what was said, how the queue stands."""
    await a_read_thread(newsroom)

    found = await seen(newsroom)

    assert found['claims_accepted_total{kind="read"}'] == 1
    assert found['claims_accepted_total{kind="ask"}'] == 1
    assert found['claims_replies_total{kind="reading"}'] == 1
    assert found['claims_replies_total{kind="answer"}'] == 1
    assert found['claims_attempts_total{kind="read",outcome="done"}'] == 1
    assert found['claims_jobs{state="done"}'] == 2
    assert found['claims_jobs{state="waiting"}'] == 0
    stages = [found[f'claims_stage_seconds_count{{stage="{stage}"}}'] for stage in ("fetch", "extract", "read", "tell")]
    assert stages == [1, 1, 2, 2]
    assert found["claims_acked_late_total"] == 0


async def test_a_shared_file_is_timed_like_a_link(newsroom: Scene) -> None:
    """What is downloaded from Slack is fetched, too."""
    told = "The council said on Tuesday that the bridge would stay closed for six more weeks after cracks were found."
    await newsroom.slack.say(
        newsroom.ana, newsroom.newsroom, "", files=[("bridge.txt", f"The bridge stays closed\n\n{told}".encode())]
    )
    await newsroom.quiet()

    found = await seen(newsroom)

    assert [found[f'claims_stage_seconds_count{{stage="{stage}"}}'] for stage in ("fetch", "extract", "read")] == [
        1,
        1,
        1,
    ]


async def test_a_redelivery_is_counted_apart(newsroom: Scene) -> None:
    """A mention comes as two events: one is accepted, one was known."""
    await newsroom.paste(f"<@{newsroom.slack.bot_user_id}> {newsroom.site.link(SHOWCASE)}")

    found = await seen(newsroom)

    assert found['claims_accepted_total{kind="read"}'] == 1
    assert found['claims_redelivered_total{kind="read"}'] == 1


async def test_slacks_429_are_counted_by_method(newsroom: Scene) -> None:
    """Also those that slack_sdk answers by itself."""
    newsroom.slack.fail("chat.postMessage", rate_limited=0.1, times=2)

    await newsroom.paste(newsroom.site.link(SHOWCASE))

    assert (await seen(newsroom))['claims_slack_rate_limited_total{method="chat.postMessage"}'] == 2


async def test_failures_are_counted_as_such(newsroom: Scene) -> None:
    """A page that is broken is a reply of its own kind."""
    newsroom.site.pages["broken"] = 500

    await newsroom.paste(newsroom.site.link("broken"))

    assert (await seen(newsroom))['claims_replies_total{kind="failure"}'] == 1


async def test_the_model_is_counted(transport: Transport, tmp_path: Path) -> None:
    """Requests and tokens, as its server counts them, and that the rules read where it found nothing twice."""
    async with ModelServer() as model, town() as here:
        model.answer_with(finds_nothing)
        settings = read_by(model)
        async with at_work(here, transport, tmp_path, **settings) as scene:
            await scene.paste(here.site.link(SHOWCASE))

            found = await seen(scene)

    assert found["claims_model_requests_total"] == len(model.requests) == 2
    assert found['claims_stand_ins_total{error="reader_empty"}'] == 1
    assert found['claims_model_tokens_total{direction="input"}'] > 0


async def test_a_workspace_without_tokens_left_is_told(transport: Transport, tmp_path: Path) -> None:
    """The first reading spends more than there is; the second link is answered to whoever pasted it, alone."""
    async with ModelServer() as model, town() as here:
        model.answer_with(finds_nothing)
        settings = read_by(model)
        other = next(name for name in here.site.pages if name != SHOWCASE)
        async with at_work(here, transport, tmp_path, workspace_tokens_per_day=1, **settings) as scene:
            first = await scene.paste(here.site.link(SHOWCASE))
            second = await scene.paste(here.site.link(other))
            question = await scene.paste("Who denies it?", thread=first)

            assert [len(scene.replies(ts)) for ts in (first, second, question)] == [1, 0, 0]
            assert len(model.requests) == 2  # the second asks about the first one's nothing
            (said,) = scene.whispered()
            assert "00:00 UTC" in said


async def test_one_line_a_job_leads_from_the_event_to_the_reply(newsroom: Scene) -> None:
    """The id of the delivery and the mark in the message's metadata stand in one line, and no text does."""
    with capture_logs() as lines:
        ts = await a_read_thread(newsroom)

    jobs = [line for line in lines if line["event"] == "job"]
    marks = [reply["metadata"]["event_payload"]["mark"] for reply in newsroom.replies(ts)]
    events = [delivery.event_id for delivery in newsroom.slack.deliveries]
    assert [line["kind"] for line in jobs] == ["read", "ask"]
    assert [line["replies"] for line in jobs] == [[mark] for mark in marks]
    assert {line["event_id"] for line in jobs} <= set(events)
    assert not any(secret in json.dumps(lines, default=str) for secret in (*SECRETS, newsroom.ana))


async def test_the_line_of_a_job_tells_what_it_waited_for(newsroom: Scene) -> None:
    """How often Slack said 429 to it and how long it waited; where that is too long for an attempt, when the next one is."""
    link = newsroom.site.link(SHOWCASE)
    with capture_logs() as lines:
        await newsroom.paste(link)
        newsroom.slack.fail("chat.postMessage", rate_limited=1.2, times=2)
        await newsroom.paste(link)
        newsroom.slack.fail("chat.postMessage", rate_limited=31, times=1)
        await newsroom.slack.say(newsroom.ana, newsroom.newsroom, link)
        async with asyncio.timeout(20):
            while not any(line.get("outcome") == "later" for line in lines):
                await asyncio.sleep(0.05)

    calm, rested, later = (line for line in lines if line["event"] == "job")
    assert (calm["slack_refused"], "again_in" in calm) == (0, False)
    assert (rested["outcome"], rested["slack_refused"]) == ("done", 2)
    assert 2.4 <= rested["slack_waited"] <= rested["seconds"]
    assert (later["outcome"], later["slack_refused"]) == ("later", 1)
    assert later["again_in"] >= 31


async def test_two_bots_in_one_process_count_apart(postgres_server: str, tmp_path: Path) -> None:
    """Nothing is global: each has a registry of its own, and both see the one queue."""
    with a_ready_postgres_database(postgres_server) as url:
        async with town() as here, at_work(here, "socket", tmp_path, database_url=url) as scene:
            async with serving(scene.bot.settings, accepting=False, nursery=NURSERY) as (other, _):
                await scene.paste(here.site.link(SHOWCASE))
                registries = {id(bot.metrics.registry) for bot in (scene.bot, other)}
                assert len(registries) == 2
            assert (await seen(scene))['claims_jobs{state="done"}'] == 1


def test_every_metric_is_described() -> None:
    """deploy/METRICS.md names what is exported, with its labels, and nothing else."""
    table = (ROOT / "deploy" / "METRICS.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(claims_[a-z_]+)(?:\{([a-z, ]*)\})?`", table, re.MULTILINE)

    metrics = [found for found in vars(Metrics()).values() if isinstance(found, MetricWrapperBase)]
    described = {(name.removesuffix("_total"), labels) for name, labels in rows}
    assert described == {(metric._name, ", ".join(metric._labelnames)) for metric in metrics}
    assert len(metrics) == len(list(Metrics().registry.collect()))
