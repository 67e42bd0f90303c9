"""Somebody opens the app's Home."""

from dataclasses import replace

from bot.intake.task import ShowHome
from bot.moments.newsroom import Newsroom
from bot.moments.recall import lately
from bot.reply.home import home_view

RECENT = 10


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
