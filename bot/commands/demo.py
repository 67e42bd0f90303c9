"""`claims-bot demo`: the three moments in a local Slack workspace, printed as the thread grows."""

import asyncio
import signal
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.live import Live
from rich.markup import escape
from rich.panel import Panel
from rich.text import Text

from bot.commands.stage import Stage, reader_name, stage
from bot.logs import configure_logs
from bot.playground.articles import SHOWCASE, seeds_folder
from bot.playground.transcript import transcript
from bot.settings import Settings

PORT = 3001
"""Where the playground is, unless it is taken; the sample articles are at the next one."""

QUESTION = "Who denies the accusations, and what do they say?"
PATIENCE = 180.0
"""Seconds after which a reading that does not end is given up."""


async def show_demo(settings: Settings, *, stay: bool | None = None, port: int = PORT) -> int:
    """Paste a link, ask a question, run `/claims`; print what Slack would show, then keep the page open.

    Without a word about staying it stays where somebody watches the terminal.
    """
    configure_logs("error")
    console = Console(highlight=False)
    with tempfile.TemporaryDirectory(prefix="claims-bot-") as folder:
        staying = sys.stdout.isatty() if stay is None else stay
        async with stage(settings, Path(folder), port=port if staying else 0) as on:
            who = reader_name(settings)
            console.print(f"A local Slack workspace is up, and the bot has joined #newsroom. It reads with {who}.\n")
            await _three_moments(on, console)
            _how_to_go_on(console)
            if staying:
                await _stay(on, console, port)
            elif stay is None:
                ends = f"\nThis is not a terminal, so it ends here; {_program()} demo --stay keeps the playground open."
                console.print(ends, markup=False, soft_wrap=True)
    return 0


async def _three_moments(on: Stage, console: Console) -> None:
    """A link, a question in its thread, and a command."""
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


async def _stay(on: Stage, console: Console, port: int) -> None:
    """Keep the page open until Ctrl-C."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    why = "" if on.slack.site.port == port else f", because port {port} is taken,"
    console.print(
        f"\nThe playground is open at {on.address}{why} until you press Ctrl-C.", markup=False, soft_wrap=True
    )
    await stop.wait()


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
    shown = (
        "\n\n".join(transcript(message) for message in messages) or f"claims {(status or 'has seen it').rstrip(' …')} …"
    )
    return Panel(Text(shown), title=escape("claims, in the thread"), title_align="left", border_style="cyan")


async def _quiet(on: Stage) -> None:
    """Until every event was taken and every job is done."""
    async with asyncio.timeout(PATIENCE):
        await on.slack.settled(timeout=PATIENCE)
        while not await on.bot.store.jobs.idle():
            await asyncio.sleep(0.05)


def _program() -> str:
    return ".venv/bin/claims-bot" if Path("pyproject.toml").is_file() else "claims-bot"


def _how_to_go_on(console: Console) -> None:
    folder, program = Path.cwd(), _program()
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
