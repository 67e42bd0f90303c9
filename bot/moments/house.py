"""A channel's settings are changed, and somebody opens the app's Home."""

from dataclasses import replace

from bot.intake.look import LookAtRules
from bot.intake.task import KeepRules, ShowHome
from bot.moments.newsroom import Newsroom
from bot.moments.recall import lately
from bot.moments.responding import whisper_once
from bot.reply.compose import say
from bot.reply.house import RulesSheet, home_view, rules_sheet, saved_note

RECENT = 10


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


async def show_home(room: Newsroom, task: ShowHome) -> None:
    await publish_home(room, task.team, task.user or "", task.channel)


async def publish_home(room: Newsroom, team: str, user: str, direct: str = "") -> None:
    """What this person sees of the workspace; `direct` is their own channel with us, where Slack named it."""
    joined = await room.directory.joined(user)
    visible = await room.directory.visible(user, joined)
    all_ours = await room.directory.ours()
    ours = [each for each in all_ours if each.id in visible and not each.direct]
    alone = {direct, *(each.id for each in all_ours if each.direct)}
    chosen = await room.rulebook.all_rules(team)
    channels = visible | ({direct} if direct else set())
    recent = await room.library.recent(team, channels, limit=RECENT) if channels else ()
    rows = [
        replace(lately(room, line), channel=line.place.channel, direct=line.place.channel in alone) for line in recent
    ]
    rules = {each.id: chosen.get(each.id, room.defaults) for each in ours}
    await room.windows.publish(user, home_view(rows, rules, joined, room.words))
