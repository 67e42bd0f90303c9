"""Somebody presses *Try again*: the same once more, in place."""

from bot.intake.task import TASK, Ask, ReadLinks, ReadText, Reread, RunCommand, TryAgain
from bot.moments.command import run_command
from bot.moments.newsroom import Newsroom
from bot.moments.paste import read_links
from bot.moments.question import answer
from bot.moments.reread import reread_again
from bot.moments.text import read_text


async def try_again(room: Newsroom, task: TryAgain) -> None:
    """Repeat what our message was the reply to; a message we know nothing of is left alone."""
    entry = await room.library.entry_by_ts(task.team, task.channel, task.reply)
    if entry is None or not entry.request:
        return
    original = TASK.validate_json(entry.request)
    presser = {"user": task.user or original.user}  # whoever presses pays
    if isinstance(original, ReadLinks):
        await read_links(room, original.model_copy(update=presser), again=task.event)
    elif isinstance(original, ReadText):
        await read_text(room, original.model_copy(update=presser), again=task.event)
    elif isinstance(original, Ask):
        await answer(room, original.model_copy(update=presser), again=task.event)
    elif isinstance(original, Reread):
        await reread_again(room, original.model_copy(update=presser), again=task.event)
    elif isinstance(original, RunCommand):
        await run_command(room, original.model_copy(update=presser), again=task.event)
