"""What is to be done, as plain data that a queue can keep.

A task is accepted under its `key`, once; what is done for it is ordered within its `lane`.
"""

from typing import Annotated, ClassVar, Final, Literal

from pydantic import Field, TypeAdapter

from bot.intake.errand import Errand, OfMessage
from bot.intake.rules import Rules

FORGET_TEAM: Final = "forget_team"
SET_ASIDE: Final = "set_aside"


class ReadLinks(OfMessage):
    """Read these links and reply in the thread. `asked`: somebody asked us, so failures are told too.

    `question` is what they asked beside the links, to be answered once those are read. `edit` is the edit of the message that
    brought them: what was accepted of it before had others.
    """

    kind: Literal["read"] = "read"
    edit: str = ""
    question: str = ""
    links: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    asked: bool = False

    @property
    def key(self) -> str:
        return f"{super().key}/{self.edit}" if self.edit else super().key


class ReadText(OfMessage):
    """Read the text of an article that somebody sent directly, and reply in the thread."""

    kind: Literal["read_text"] = "read_text"
    text: str


class Ask(OfMessage):
    """A reply in a thread that may be a question to us. `mentioned`: it certainly is; `called`: it begins with `!claims`.

    Without a reading in the thread a mention makes us read the links of the root message. `direct`: in direct messages, where
    people write one below the other.
    """

    kind: Literal["ask"] = "ask"
    question: str
    mentioned: bool = False
    direct: bool = False
    called: bool = False


class RunCommand(Errand):
    """`/claims …`, parsed. `quiet`: the answer is for the asker only.

    `argument` is the pasted text of `text`, the form of `export`, what `find` and `source` look for, for `help` the word that
    is not known, and for `short` what is too little to read. `question` is what they asked beside the links.
    """

    known_by: ClassVar[tuple[str, ...]] = ("command", "channel", "event")
    kind: Literal["command"] = "command"
    verb: Literal[
        "export",
        "find",
        "forget",
        "help",
        "read",
        "recent",
        "reread",
        "settings",
        "short",
        "source",
        "text",
    ]
    links: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    argument: str = ""
    question: str = ""
    quiet: bool = False
    response_url: str
    event: str

    @property
    def lane(self) -> str:
        return f"command/{self.team}/{self.channel}/{self.user}"


class TryAgain(Errand):
    """*Try again* was pressed under our message `reply`."""

    known_by: ClassVar[tuple[str, ...]] = ("again", "reply", "event")
    kind: Literal["again"] = "again"
    reply: str
    event: str


class Reread(Errand):
    """*Read again* was chosen under our message `reply`."""

    known_by: ClassVar[tuple[str, ...]] = ("reread", "reply", "event")
    kind: Literal["reread"] = "reread"
    reply: str
    event: str


class Vote(Errand):
    """A feedback button was pressed under our message `reply`."""

    known_by: ClassVar[tuple[str, ...]] = ("vote", "reply", "user", "event")
    kind: Literal["vote"] = "vote"
    reply: str
    good: bool
    event: str


MISTAKES: Final = ("wrong_claim", "missed_claim", "wrong_source", "wrong_denial", "missed_denial", "other")
"""What can be wrong with a reply; gold has the same words."""


class Remark(Errand):
    """Somebody says what is wrong with our message `reply`; `claim` is empty where it is about none of its claims.

    `event` is the form's own id: a form that is sent twice says it once.
    """

    known_by: ClassVar[tuple[str, ...]] = ("remark", "user", "event")
    kind: Literal["remark"] = "remark"
    reply: str
    what: str
    claim: str = ""
    comment: str = ""
    event: str


class ListClaims(OfMessage):
    """*List claims* was chosen in the menu of a message: read its links and reply in its thread."""

    known_by: ClassVar[tuple[str, ...]] = ("list", "channel", "message", "user", "event")
    kind: Literal["list"] = "list"
    links: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    response_url: str
    event: str


class ExportReading(Errand):
    """Hand a kept reading over as a file: in the thread, or where that is not to be, or `private`, to whoever asked."""

    known_by: ClassVar[tuple[str, ...]] = ("export", "channel", "user", "event")
    kind: Literal["export"] = "export"
    shelfmark: str
    form: str
    private: bool = False
    response_url: str = ""
    event: str


class KeepRules(Errand):
    """A channel's settings were sent off. `event` is the form: it is sent once.

    `home`: from the app's Home, which shows them.
    """

    known_by: ClassVar[tuple[str, ...]] = ("rules", "channel", "event")
    kind: Literal["keep_rules"] = "keep_rules"
    rules: Rules
    home: bool = False
    event: str


class ShowHome(Errand):
    """Somebody opened the app's Home; `channel` is where they write to us directly."""

    known_by: ClassVar[tuple[str, ...]] = ("home", "user", "event")
    kind: Literal["show_home"] = "show_home"
    event: str

    @property
    def lane(self) -> str:
        return f"home/{self.team}/{self.user}"


class ForgetTeam(Errand):
    """We were removed from the workspace: all that is kept of it goes."""

    known_by: ClassVar[tuple[str, ...]] = ("forget", "event")
    kind: Literal["forget_team"] = FORGET_TEAM
    channel: str = ""
    event: str

    @property
    def lane(self) -> str:
        return f"forget/{self.team}"


class SetAside(Errand):
    """A job was given up that could not say so: its process died of it, or it was cut off. `original` is its task, as JSON."""

    known_by: ClassVar[tuple[str, ...]] = ("set-aside", "event")
    kind: Literal["set_aside"] = SET_ASIDE
    original: str
    event: str


Task = (
    ReadLinks
    | ReadText
    | Ask
    | RunCommand
    | TryAgain
    | Reread
    | KeepRules
    | ShowHome
    | Vote
    | Remark
    | ListClaims
    | ExportReading
    | ForgetTeam
    | SetAside
)

TASK: TypeAdapter[Task] = TypeAdapter(Annotated[Task, Field(discriminator="kind")])
