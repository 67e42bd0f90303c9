"""The workspace as one person's browser sees it: whole at first, then each change."""

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import bot
from bot.playground.api.files import describe as describe_file
from bot.playground.changes import Change
from bot.playground.page import wire
from bot.playground.page.about import About
from bot.playground.page.masks import Masks
from bot.playground.workspace import Channel, Message, Status

if TYPE_CHECKING:
    from bot.playground.team import Team

Frame = dict[str, Any]
SHOWN_OF_WIRE = 400


class Scene:
    """Draws frames for `about.person`; nothing in them is a secret."""

    def __init__(self, team: "Team", about: About) -> None:
        self.team = team
        self.about = about
        self.workspace = team.backend.workspace
        secrets = team.backend.secrets
        own = (secrets.bot_token, secrets.app_token, secrets.signing_secret, secrets.client_secret)
        self.since = time.time()
        self.masks = Masks([*own, *about.secrets])

    def whole(self, model: list[dict[str, Any]]) -> Frame:
        """Everything there is."""
        workspace, about = self.workspace, self.about
        logged = [*map(wire.of_call, self.team.calls), *map(wire.of_delivery, self.team.deliveries)]
        return {
            "type": "whole",
            "version": bot.__version__,
            "since": self.since,
            "team": {"id": workspace.team_id, "name": workspace.team_name, "domain": workspace.team_domain},
            "me": about.person,
            "bot": workspace.bot.id,
            "reader": {"name": about.reader, "model": about.model},
            "start": about.start,
            "samples": [
                {n: getattr(each, n) for n in ("title", "outlet", "language", "url")} for each in about.samples
            ],
            "commands": [{"name": each, "hint": about.hints.get(each, "")} for each in sorted(self.team.acts.commands)],
            "shortcuts": [{"id": s.callback_id, "name": s.name, "kind": s.kind} for s in about.shortcuts],
            "users": self._users(),
            "channels": [self._channel(each) for each in workspace.channels.values() if self._sees(each)],
            "messages": {
                each.id: self.team.messages(each.id, threads=True)
                for each in workspace.channels.values()
                if self._sees(each)
            },
            "whispers": [each for each in workspace.ephemerals if each["reader"] == about.person],
            "statuses": [self._status(each) for each in workspace.showing.values()],
            "wire": self.masks.over(sorted(logged, key=lambda each: each["at"])[-SHOWN_OF_WIRE:]),
            "model": self.masks.over(model),
        } | self._views()

    def of(self, change: Change) -> Iterator[Frame]:
        """What a change means for this person; nothing where they cannot see it."""
        match change.kind:
            case "posted" | "changed" | "deleted":
                yield from self._message(change.where, change.ts)
            case "whispered":
                found = (each for each in self.workspace.ephemerals if each["ts"] == change.ts)
                yield from (
                    {"type": "whisper", "message": each} for each in found if each["reader"] == self.about.person
                )
            case "unwhispered":
                yield {"type": "unwhisper", "ts": change.ts}
            case "status":
                status = self.workspace.showing.get((change.where, change.ts))
                gone = {"channel": change.where, "thread_ts": change.ts, "status": "", "until": 0}
                yield {"type": "status", "status": self._status(status) if status else gone}
            case "view":
                yield {"type": "views"} | self._views()
            case "channel":
                channel = self.workspace.channels[change.where]
                if self._sees(channel):
                    yield {"type": "channel", "channel": self._channel(channel), "users": self._users()}
            case "call":
                yield {"type": "wire", "entry": self.masks.over(wire.of_call(change.item))}
            case "delivery":
                yield {"type": "wire", "entry": self.masks.over(wire.of_delivery(change.item))}

    def model(self, entry: dict[str, Any]) -> Frame:
        return {"type": "model", "entry": self.masks.over(entry)}

    def _message(self, channel_id: str, ts: str) -> Iterator[Frame]:
        channel = self.workspace.channels[channel_id]
        if not self._sees(channel):
            return
        message: Message | None = channel.messages.get(ts)
        if message is None:
            yield {"type": "deleted", "channel": channel_id, "ts": ts}
        else:
            yield {"type": "message", "channel": channel_id, "message": message}

    def _sees(self, channel: Channel) -> bool:
        return not channel.is_private or self.about.person in channel.members

    def _users(self) -> list[Frame]:
        return [{"id": u.id, "name": u.name, "bot": u.is_bot} for u in self.workspace.users.values()]

    def _channel(self, channel: Channel) -> Frame:
        return {
            "id": channel.id,
            "name": channel.name,
            "kind": channel.kind,
            "members": list(channel.members),
            "archived": channel.archived,
        }

    def _status(self, status: Status) -> Frame:
        return {
            "channel": status.channel,
            "thread_ts": status.thread_ts,
            "status": status.status,
            "until": status.until,
        }

    def _views(self) -> Frame:
        backend = self.team.backend
        mine = [
            view | {"trigger": backend.view_triggers.get(view["root_view_id"], "")}
            for view_id, view in self.workspace.views.items()
            if view["type"] == "modal" and backend.view_users.get(view_id) == self.about.person
        ]
        return {"modals": mine, "home": self.team.home(self.about.person)}

    def file(self, file_id: str) -> Frame | None:
        """What is known of a file that was shared."""
        file = self.workspace.files.get(file_id)
        return describe_file(self.team.backend, file) if file and file.done else None
