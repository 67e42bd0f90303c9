"""A channel's settings are looked at, and changed."""

from bot.intake.look import LookAtRules
from bot.intake.task import KeepRules
from bot.moments.home import publish_home
from bot.moments.newsroom import Newsroom
from bot.moments.responding import whisper_once
from bot.reply.compose import say
from bot.reply.rules import RulesSheet, rules_sheet, saved_note


async def rules_of(room: Newsroom, look: LookAtRules) -> RulesSheet:
    """The form, filled in."""
    rules = await room.rulebook.rules(look.team, look.channel) or room.defaults
    return rules_sheet(look.channel, rules, room.words, home=look.home)


async def keep_rules(room: Newsroom, task: KeepRules) -> None:
    """For members of the channel; whoever is none any more is told so."""
    user = task.user or ""
    if task.channel not in await room.directory.joined(user):
        await whisper_once(room, task, "denied", say("rules_denied", room.words))
        return
    await room.rulebook.keep_rules(task.team, task.channel, task.rules)
    settled = room.ruled(task.rules)
    await whisper_once(settled, task, "saved", saved_note(task.rules, settled.words))
    if task.home:
        await publish_home(room, task.team, user)
