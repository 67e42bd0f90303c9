"""The local workspace with the bot in it: what `claims-bot demo` shows in the terminal and in the browser."""

import errno
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pydantic import SecretStr

import bot
from bot.adapters.processes.nursery import Nursery
from bot.playground.articles import SHOWCASE, Article, article_site, samples
from bot.playground.page.about import About, Sample, Shortcut
from bot.playground.page.routes import Page
from bot.playground.server import LocalSlack
from bot.readers.tap import Heard, Tap
from bot.root import Bot, serving
from bot.settings import Settings
from bot.slack.manifest import listed


@dataclass(frozen=True, slots=True)
class Stage:
    """The local workspace, the bot, a person in a channel, and the link of an article to read."""

    slack: LocalSlack
    bot: Bot
    channel: str
    person: str
    link: str

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"{self.slack.backend.url}/"


@asynccontextmanager
async def stage(
    settings: Settings, folder: Path, *, port: int = 0, nursery: Nursery | None = None
) -> AsyncIterator[Stage]:
    """The real bot behind the real wire protocol, on loopback, with a database in `folder`.

    `port` is where the page would be, the samples at the next one, so that their links outlive a restart; where one is
    taken, a free one is.
    """
    site = article_site(port=port + 1 if 0 < port < 65_535 else 0)
    async with site as (host, articles), _workspace(port, settings, f"http://{host}:{articles}") as set_up:
        slack, page, channel = set_up
        local = settings.model_copy(
            update={
                "slack_bot_token": SecretStr(slack.bot_token),
                "slack_app_token": SecretStr(slack.app_token),
                "slack_signing_secret": SecretStr(slack.signing_secret),
                "slack_api_url": slack.api_url,
                "database_url": f"sqlite:///{folder / 'demo.sqlite3'}",
                "fetch_allow": settings.fetch_allow | {(host, articles)},
                "port": 0,
            }
        )
        async with serving(local, tap=Tap(partial(_show_model, page)), nursery=nursery) as (bot, _):
            yield Stage(slack, bot, channel, page.person, f"http://{host}:{articles}/{SHOWCASE}")


def _show_model(page: Page, heard: Heard) -> None:
    usage = heard.usage and {"input": heard.usage.input_tokens, "output": heard.usage.output_tokens}
    entry = {
        "at": heard.at,
        "took": heard.seconds,
        "request": heard.body,
        "answer": heard.answer,
        "model": heard.model,
        "usage": usage,
        "error": heard.error,
        "words": heard.words,
        "problems": heard.problems,
    }
    page.model.note(heard.number, entry)


@asynccontextmanager
async def _workspace(port: int, settings: Settings, articles: str) -> AsyncIterator[tuple[LocalSlack, Page, str]]:
    """A local Slack with its page, somebody in it, and a channel; at another port where this one is taken."""
    slack, page, channel = _furnished(port, settings, articles)
    try:
        await slack.__aenter__()
    except OSError as error:
        if error.errno != errno.EADDRINUSE or not port:
            raise
        slack, page, channel = _furnished(0, settings, articles)
        await slack.__aenter__()
    try:
        yield slack, page, channel
    finally:
        await slack.__aexit__()


def _furnished(port: int, settings: Settings, articles: str) -> tuple[LocalSlack, Page, str]:
    slack = LocalSlack(port=port)
    person = slack.add_user("you")
    channel = slack.add_channel("newsroom", members=[person])
    page = slack.show_page(
        About(
            person,
            reader=reader_name(settings),
            model="heard" if settings.reads_with_model else "none",
            samples=[_sample(each, articles) for each in samples()],
            hints={each["command"]: each.get("usage_hint", "") for each in listed("slash_commands")},
            shortcuts=[_shortcut(each) for each in listed("shortcuts")],
            start=_start(),
            secrets=[settings.openai_api_key.get_secret_value()] if settings.openai_api_key else [],
        )
    )
    return slack, page, channel


def _start() -> str:
    """How this is started again: in a checkout with make."""
    return "make demo" if (Path(bot.__file__).parents[1] / "Makefile").is_file() else "claims-bot demo"


def _sample(article: Article, site: str) -> Sample:
    return Sample(article.title, article.outlet, article.language, f"{site}/{article.name}")


def _shortcut(declared: dict[str, str]) -> Shortcut:
    return Shortcut(declared["callback_id"], declared["name"], "global" if declared["type"] == "global" else "message")


def reader_name(settings: Settings) -> str:
    """Who reads, as a sentence ends with it."""
    return f"the model {settings.openai_model}" if settings.reads_with_model else "the offline reader (no model is set)"
