"""What the bots of a proof live in: a local Slack, a news site on many hosts, a model that takes its time."""

import asyncio
import json
import re
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.article.extract import article_of
from bot.article.page import Page
from bot.playground.articles import SHOWCASE, seeds_folder
from bot.playground.server import LocalSlack
from bot.playground.timing import Timing
from bot.slack.drawing.actions import TRY_AGAIN, VOTE
from bot.slack.scopes import BOT_SCOPES
from tests.model_answers import Answer, says
from tests.model_server import Asked, ModelServer
from tests.proofs.restating import restated, sentences_that_stand

HOSTS = 24
PATIENT = Timing(redelivery=(0.0, *(1.0,) * 120))
"""Slack comes back every second, for as long as the bot may be away."""

_LONG_WORD = re.compile(r"\b[a-z]{7,}\b(?![^<]*>)")
_HEAD = re.compile(r"<link rel=\"canonical\"[^>]*>|<meta property=\"og:url\"[^>]*>")


@dataclass
class Paper:
    """One article at any number of addresses, each with a text of its own, after `seconds`."""

    seconds: float
    port: int = 0
    took: dict[str, float] = field(default_factory=dict)
    """Seconds from request to answer, by path."""
    _pages: dict[int, bytes] = field(default_factory=dict)
    template: str = _HEAD.sub("", (seeds_folder() / f"{SHOWCASE}.html").read_text(encoding="utf-8"))

    def link(self, n: int) -> str:
        """Links are spread over the hosts: the bot asks one host for two pages at a time at most."""
        return f"http://127.0.1.{n % HOSTS + 1}:{self.port}/port/article-{n}"

    @property
    def hosts(self) -> list[str]:
        return [f"127.0.1.{n + 1}:{self.port}" for n in range(HOSTS)]

    async def serve(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        if name == "robots.txt":
            raise web.HTTPNotFound
        started = time.perf_counter()
        await asyncio.sleep(self.seconds)
        page = self.page(int(name.rpartition("-")[2]))
        self.took[name] = time.perf_counter() - started
        return web.Response(body=page, content_type="text/html", charset="utf-8")

    def page(self, n: int) -> bytes:
        """The article with long words of its own, so that no two articles say the same; written once."""
        if n not in self._pages:
            own = "".join(chr(ord("a") + int(digit)) for digit in str(n))
            head, body, rest = self.template.partition("<p>")
            told = _LONG_WORD.sub(lambda word: word[0] + own, rest)
            self._pages[n] = f"{head}{body}This is report {n} of the day from the port. {told}".encode()
        return self._pages[n]


class TimedModel(ModelServer):
    """Keeps how long each answer took, in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.took: list[float] = []

    async def _completions(self, request: web.Request) -> web.StreamResponse:
        started = time.perf_counter()
        answer = await super()._completions(request)
        self.took.append(time.perf_counter() - started)
        return answer


@dataclass
class World:
    """Where links are pasted and replies are counted."""

    slack: LocalSlack
    paper: Paper
    model: TimedModel | None
    ana: str
    channels: list[str]

    async def paste(self, n: int, channel: str | None = None) -> tuple[str, str]:
        """Ana pastes link number `n`, into one channel after the other unless told otherwise; the channel and the ts."""
        channel = channel or self.channels[n % len(self.channels)]
        return channel, await self.slack.say(self.ana, channel, self.paper.link(n))

    def replies(self, channel: str, ts: str) -> list[dict[str, Any]]:
        """The bot's messages in the thread."""
        return [each for each in self.slack.thread(channel, ts) if each.get("user") == self.slack.bot_user_id]

    def said_at(self) -> dict[tuple[str, str], float]:
        """When each reply came to stand as it stands now, by channel and ts of its thread; Unix time."""
        threads: dict[tuple[str, str], tuple[str, str]] = {}
        times: dict[tuple[str, str], float] = {}
        for call in self.slack.calls:
            place = str(call.args.get("channel")), str(call.response.get("ts"))
            if call.status != 200 or not call.response.get("ok"):
                continue
            if call.method == "chat.postMessage":
                threads[place] = place[0], str(call.args.get("thread_ts"))
            if call.method in ("chat.postMessage", "chat.update"):
                times[threads[place]] = call.at + call.took
        return times

    def environment(self) -> dict[str, str]:
        """The settings of a bot in this world, but for its database."""
        settings = {
            "SLACK_BOT_TOKEN": self.slack.bot_token,
            "SLACK_APP_TOKEN": self.slack.app_token,
            "SLACK_API_URL": self.slack.api_url,
            "CLAIMS_FETCH_ALLOW": ",".join(self.paper.hosts),
            "CLAIMS_USER_LINKS_PER_HOUR": "0",
        }
        if self.model is None:
            return settings | {"CLAIMS_READER": "offline"}
        return settings | {"OPENAI_BASE_URL": self.model.base_url, "OPENAI_API_KEY": "sk-proof", "OPENAI_MODEL": "m"}


def stage_of(message: dict[str, Any]) -> str:
    """`done` with its votes, `failed` with *Try again*, `growing` for anything less."""
    text = json.dumps(message.get("blocks", []))
    return "done" if f'"{VOTE}"' in text else "failed" if f'"{TRY_AGAIN}"' in text else "growing"


def fills_the_form(seconds: float, restating: Sequence[int] = ()) -> Any:
    """A model that takes `seconds` for an answer, written in forty pieces: eight sentences, each a claim.

    It quotes, or restates the sentences with these numbers.
    """

    def model(asked: Asked) -> Answer:
        if asked.form != "claims":
            return says({"told": False, "parts": []} if asked.form == "answer" else {"ok": True})
        quoted = [] if restating else sorted(asked.sentences)[2:10]
        claims = [*map(_claim, quoted), *(_claim(n, restated(asked.sentences[n])) for n in restating)]
        told = says({"sources": [], "claims": claims, "denials": []})
        chunk = len(told.text) // 40 + 1
        return says(told.text, chunk=chunk, pause=seconds / (len(told.text) // chunk + 1))

    return model


def _claim(n: int, text: str = "") -> dict[str, Any]:
    whose: dict[str, Any] = {"sources": [], "via": [], "cue": None}
    how = {"certainty": "certain", "hedge": None, "kind": "fact"}
    return {"id": f"c{n}", "text": text, "sentences": [n], **whose, **how}


@asynccontextmanager
async def world(
    *,
    channels: int = 20,
    page_seconds: float = 0.05,
    model_seconds: float | None = None,
    timing: Timing = PATIENT,
    restating: bool = False,
) -> AsyncIterator[World]:
    """Without `model_seconds` there is no model and the bots read by their rules; it quotes unless it is `restating`."""
    async with AsyncExitStack() as stack:
        slack = await stack.enter_async_context(LocalSlack(timing=timing))
        slack.scopes.clear()
        slack.scopes.update(BOT_SCOPES)
        paper = await stack.enter_async_context(_published(Paper(page_seconds)))
        model = None
        if model_seconds is not None:
            model = await stack.enter_async_context(TimedModel())
            sentences = sentences_that_stand(article_of(Page(paper.page(0), "text/html"))) if restating else ()
            model.answer_with(fills_the_form(model_seconds, sentences))
        ana = slack.add_user("ana")
        rooms = [slack.add_channel(f"desk-{n}", members=[ana]) for n in range(channels)]
        yield World(slack, paper, model, ana, rooms)


@asynccontextmanager
async def _published(paper: Paper) -> AsyncIterator[Paper]:
    app = web.Application()
    app.router.add_get("/{name:.*}", paper.serve)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        for n in range(HOSTS):
            await web.TCPSite(runner, f"127.0.1.{n + 1}", paper.port, backlog=1024).start()
            paper.port = paper.port or runner.addresses[0][1]
        yield paper
    finally:
        await runner.cleanup()
