"""What every task has: where it is to be done, and what makes the same wish the same."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field

from bot.intake.message import Origin, Place


class Errand(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    team: str
    channel: str
    thread: str | None = None
    user: str | None = None
    event: str = ""  # the id of the delivery, or of the call or press, for the log
    restored: bool = Field(default=False, exclude=True)
    """It stood unfinished in a backup that was put back: what it is to say may have been said since. Only a restore writes it."""

    known_by: ClassVar[tuple[str, ...]] = ()
    """A word, and the fields that with the workspace make the same wish the same."""

    @property
    def key(self) -> str:
        word, *fields = self.known_by
        return "/".join([word, self.team, *(str(getattr(self, field)) for field in fields)])

    @property
    def place(self) -> Place:
        return Place(self.team, self.channel, self.thread)

    @property
    def lane(self) -> str:
        return self.place.lane


class OfMessage(Errand):
    """What comes of one message, by whatever door: one piece of work."""

    known_by: ClassVar[tuple[str, ...]] = ("message", "channel", "message")
    message: str

    @property
    def origin(self) -> Origin:
        return {
            "team": self.team,
            "channel": self.channel,
            "thread": self.thread,
            "user": self.user,
            "event": self.event,
            "message": self.message,
        }
