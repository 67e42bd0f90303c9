"""One workspace as its people have it: who and what is there, and what they do."""

import time
from collections.abc import Sequence
from typing import Any

from bot.playground.acts import Outcome
from bot.playground.api.access import direct
from bot.playground.backend import Backend
from bot.playground.modals import Modals
from bot.playground.people import People
from bot.playground.seen import Seen
from bot.playground.site import Site
from bot.playground.workspace import Channel, User


class Team(Seen):
    """People, channels, and the acts that reach the app; what can be seen of them is in `Seen`.

    Acts raise `Refused` where Slack would not let people do that, and return before the app has heard of
    them, but for those that wait for its ack: commands, buttons, shortcuts, modals.
    """

    def __init__(self, backend: Backend, site: Site, commands: Sequence[str]) -> None:
        self.backend = backend
        self.site = site
        self.people = People(backend)
        self.acts = Modals(backend, set(commands))
        self.general = self.add_channel("general")

    # The workspace

    def add_user(self, name: str, *, team: str | None = None, guest: bool = False) -> str:
        """A person; with `team`, somebody from a connected workspace; a guest sees the channels they are in. The `U…` id."""
        workspace = self.backend.workspace
        user = User(workspace.new_id("U"), name, team or workspace.team_id, guest=guest)
        workspace.users[user.id] = user
        return user.id

    def add_channel(
        self,
        name: str,
        members: Sequence[str] = (),
        *,
        bot: bool = True,
        shared: bool = False,
        org_shared: bool = False,
    ) -> str:
        """A public channel, `shared` with another company or with other workspaces of the organisation; the `C…` id."""
        channel = Channel(self.backend.workspace.new_id("C"), name, "channel", shared=shared, org_shared=org_shared)
        return self._add(channel, members, bot=bot)

    def add_group(self, name: str, members: Sequence[str] = (), *, bot: bool = True) -> str:
        """A private channel; the id begins with `C` as well, as at Slack, so `channel_type` must be looked at."""
        return self._add(Channel(self.backend.workspace.new_id("C"), name, "group"), members, bot=bot)

    def add_group_direct(self, members: Sequence[str], *, bot: bool = True) -> str:
        """Direct messages between several."""
        return self._add(Channel(self.backend.workspace.new_id("C"), "mpdm-local", "mpim"), members, bot=bot)

    def _add(self, channel: Channel, members: Sequence[str], *, bot: bool) -> str:
        channel.members = dict.fromkeys([*members, *([self.bot_user_id] if bot else [])])
        self.backend.workspace.channels[channel.id] = channel
        self.backend.changes.tell("channel", channel.id)
        return channel.id

    def direct(self, user: str) -> str:
        """The direct messages between a person and the bot; the `D…` id."""
        return direct(self.backend, user).id

    def archive(self, channel: str) -> None:
        self.backend.workspace.channel(channel).archived = True
        self.backend.changes.tell("channel", channel)

    def invite_bot(self, channel: str) -> None:
        """Bring the bot into a channel; it hears `member_joined_channel`."""
        self.backend.enter(self.backend.workspace.channel(channel), self.bot_user_id)

    def remove_bot(self, channel: str) -> None:
        self.backend.workspace.channel(channel).members.pop(self.bot_user_id, None)
        self.backend.changes.tell("channel", channel)

    def uninstall(self) -> None:
        """Revoke the token and tell the app: `tokens_revoked`, `app_uninstalled`."""
        self.backend.secrets.revoked = True
        self.backend.emit({"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [self.bot_user_id]}})
        self.backend.emit({"type": "app_uninstalled"})

    def rotate_tokens(self) -> None:
        """From the next installation on, tokens run out after twelve hours and are renewed."""
        self.backend.secrets.rotating = True

    def let_token_run_out(self, seconds: float) -> None:
        """The newest token has only so long to live."""
        self.backend.secrets.runs_out = time.time() + seconds

    def install_org_wide(self) -> None:
        """From the next installation on, it is the organisation's, for all its workspaces; there must be one."""
        for each in self.site.backends:
            if each.secrets is self.backend.secrets:
                each.workspace.org_wide = True

    def take_access(self) -> None:
        """The organisation takes the app out of this workspace: `team_access_revoked`."""
        self.backend.emit({"type": "team_access_revoked", "team_ids": [self.backend.workspace.team_id]})
        self.backend.workspace.has_access = False

    def oauth_code(self, installer: str) -> str:
        """A code as Slack hands it to the redirect address after consent."""
        code = self.backend.workspace.new_id("code.")
        self.backend.codes[code] = installer
        return code

    # People and messages

    async def say(
        self,
        user: str,
        channel: str,
        text: str,
        thread_ts: str | None = None,
        *,
        blocks: list[dict[str, Any]] | None = None,
        files: Sequence[tuple[str, bytes]] | None = None,
        broadcast: bool = False,
    ) -> str:
        """Post as a person; the ts. Files are (name, content)."""
        return self.people.say(
            user, channel, text, thread_ts=thread_ts, blocks=blocks, files=files, broadcast=broadcast
        )

    async def say_as_bot(self, name: str, channel: str, text: str, thread_ts: str | None = None) -> str:
        """Post as some other app's bot; the ts."""
        return self.people.say_as_bot(name, channel, text, thread_ts=thread_ts)

    async def edit(self, user: str, channel: str, ts: str, text: str) -> None:
        self.people.edit(user, channel, ts, text)

    async def delete(self, user: str, channel: str, ts: str) -> None:
        self.people.delete(user, channel, ts)

    async def unfurl(self, channel: str, ts: str) -> None:
        """Slack adds a preview to a message."""
        self.people.unfurl(channel, ts)

    async def react(self, user: str, channel: str, ts: str, name: str, *, remove: bool = False) -> None:
        self.people.react(user, channel, ts, name, remove=remove)

    # People and the app

    async def slash(
        self, user: str, channel: str, command: str, text: str = "", thread_ts: str | None = None
    ) -> Outcome:
        """Run a command; returns once the app acked, or with `error` once it did not in time."""
        return await self.acts.slash(user, channel, command, text, thread_ts)

    async def press(
        self,
        user: str,
        channel: str,
        message_ts: str,
        action_id: str,
        choice: Any = None,
        block_id: str | None = None,
    ) -> Outcome:
        """Act on an element; `choice` is an option's value, a user, a date, `positive` or `negative`.

        Without `block_id` it is the first element with this `action_id`.
        """
        return await self.acts.press(user, channel, message_ts, action_id, choice, block_id)

    async def shortcut(
        self, user: str, channel: str | None = None, ts: str | None = None, callback_id: str = ""
    ) -> Outcome:
        """A message shortcut, or a global one where no message is named."""
        return await self.acts.shortcut(user, channel, ts, callback_id)

    async def submit_view(self, view_id: str, values: dict[str, Any] | None = None) -> Outcome:
        """Submit a modal; `values` by action_id. Raises `ValueError` where the client would not let it through."""
        return await self.acts.submit_view(view_id, values or {})

    async def close_view(self, view_id: str, *, clear: bool = False) -> Outcome:
        return await self.acts.close_view(view_id, clear=clear)

    async def press_in_view(
        self,
        view_id: str,
        action_id: str,
        choice: Any = None,
        block_id: str | None = None,
        values: dict[str, Any] | None = None,
    ) -> Outcome:
        return await self.acts.press_in_view(view_id, action_id, choice, block_id, values)

    async def suggest(
        self, user: str, where: dict[str, str], block_id: str, action_id: str, value: str
    ) -> list[dict[str, Any]]:
        """The options that the app offers in an external select while somebody types."""
        return await self.acts.suggest(user, where, block_id, action_id, value)

    async def open_home(self, user: str) -> None:
        """Look at the app's Home tab."""
        self.acts.open_home(user, direct(self.backend, user))
