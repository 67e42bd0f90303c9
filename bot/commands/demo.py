"""`claims-bot demo`: the three moments in a local Slack workspace, printed as the thread grows."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr
from rich.console import Console
from rich.live import Live
from rich.markup import escape
from rich.panel import Panel
from rich.text import Text

from bot.logs import configure_logs
from bot.playground.articles import SHOWCASE, article_site, seeds_folder
from bot.playground.server import LocalSlack
from bot.playground.transcript import transcript
from bot.root import Bot, serving
from bot.settings import Settings

QUESTION = "Who denies the accusations, and what do they say?"
PATIENCE = 180.0
"""Seconds after which a reading that does not end is given up."""


@dataclass(frozen=True, slots=True)
class Stage:
    """The local workspace with the bot in it."""

    slack: LocalSlack
    bot: Bot
    channel: str
    person: str
    link: str


@asynccontextmanager
async def stage(settings: Settings, folder: Path) -> AsyncIterator[Stage]:
    """The real bot behind the real wire protocol, on loopback, with a database in `folder`."""
    async with article_site() as (host, port), LocalSlack() as slack:
        local = settings.model_copy(
            update={
                "slack_bot_token": SecretStr(slack.bot_token),
                "slack_app_token": SecretStr(slack.app_token),
                "slack_signing_secret": SecretStr(slack.signing_secret),
                "slack_api_url": slack.api_url,
                "database_url": f"sqlite:///{folder / 'demo.sqlite3'}",
                "fetch_allow": settings.fetch_allow | {(host, port)},
                "port": 0,
            }
        )
        person = slack.add_user("you")
        channel = slack.add_channel("newsroom", members=[person])
        async with serving(local) as (bot, _):
            yield Stage(slack, bot, channel, person, f"http://{host}:{port}/{SHOWCASE}")


async def show_demo(settings: Settings, *, stay: bool) -> int:
    """Paste a link, ask a question, run `/claims`; print what Slack would show."""
    configure_logs("error")
    console = Console(highlight=False)
    with tempfile.TemporaryDirectory(prefix="claims-bot-") as folder:
        async with stage(settings, Path(folder)) as on:
            reader = on.bot.room.desk.reader.info
            who = f"the model {reader.model}" if reader.name == "openai" else "the offline reader (no model is set)"
            console.print(f"A local Slack workspace is up, and the bot has joined #newsroom. It reads with {who}.\n")
            console.print(f"you paste    {on.link}", markup=False)
            ts = await on.slack.say(on.person, on.channel, on.link)
            await _follow(on, console, ts)
            console.print(f"\nyou reply    {QUESTION}", markup=False)
            seen = len(on.slack.thread(on.channel, ts)) + 1
            await on.slack.say(on.person, on.channel, QUESTION, thread_ts=ts)
            await _follow(on, console, ts, skip=seen)
            console.print("\nyou run      /claims recent\n", markup=False)
            await on.slack.slash(on.person, on.channel, "/claims", "recent")
            await _quiet(on)
            for answer in on.slack.ephemerals(on.channel, on.person):
                console.print(transcript(answer), markup=False, soft_wrap=True)
            _how_to_go_on(console)
            if stay:
                console.print(f"\nThe workspace stays open at {on.slack.api_url}; stop it with Ctrl-C.", markup=False)
                await asyncio.Event().wait()
    return 0


async def _follow(on: Stage, console: Console, ts: str, *, skip: int = 1) -> None:
    """Print the replies of a thread as they grow; where nobody watches, each once it stands."""
    if not console.is_terminal:
        await _quiet(on)
        for message in on.slack.thread(on.channel, ts)[skip:]:
            console.print(f"\nclaims       in the thread\n\n{transcript(message)}", markup=False, soft_wrap=True)
        return
    with Live(console=console, refresh_per_second=8, vertical_overflow="visible") as live:
        working = asyncio.create_task(_quiet(on))
        while not working.done():
            live.update(_drawn(on, ts, skip))
            await asyncio.wait([working], timeout=0.1)
        await working
        live.update(_drawn(on, ts, skip))


def _drawn(on: Stage, ts: str, skip: int) -> Panel:
    messages = on.slack.thread(on.channel, ts)[skip:]
    status = on.slack.status_of(on.channel, ts)
    shown = "\n\n".join(transcript(message) for message in messages) or f"claims {status or 'has seen it'} …"
    return Panel(Text(shown), title=escape("claims, in the thread"), title_align="left", border_style="cyan")


async def _quiet(on: Stage) -> None:
    """Until every event was taken and every job is done."""
    async with asyncio.timeout(PATIENCE):
        await on.slack.settled(timeout=PATIENCE)
        while not await on.bot.store.jobs.idle():
            await asyncio.sleep(0.05)


def _how_to_go_on(console: Console) -> None:
    folder = Path.cwd()
    program = ".venv/bin/claims-bot" if (folder / "pyproject.toml").is_file() else "claims-bot"
    sample = seeds_folder() / f"{SHOWCASE}.html"
    shown = sample.relative_to(folder) if sample.is_relative_to(folder) else sample
    console.print(
        "\nHow to go on\n"
        f"  {program} read {shown}\n"
        f"  {program} ask {shown} 'Who denies it?'\n"
        f"  {program} doctor    what is set up and what is not\n"
        "  OPENAI_API_KEY=… make demo     the same with a model, or OPENAI_BASE_URL=… for one of your own\n"
        "  README.md, “Connect a workspace”    your own Slack in five minutes",
        markup=False,
        soft_wrap=True,
    )
