"""What is to be done, as plain data that a queue can keep.

A task is accepted under its `key`, once; what is done for it is ordered within its `lane`.
"""

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from bot.intake.message import Place
from bot.intake.rules import Rules

FORGET_TEAM: Final = "forget_team"


class _Task(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    team: str
    channel: str
    thread: str | None = None
    user: str | None = None
    event: str = ""  # the id of the delivery, or of the call or press, for the log

    @property
    def place(self) -> Place:
        return Place(self.team, self.channel, self.thread)

    @property
    def lane(self) -> str:
        return self.place.lane


class ReadLinks(_Task):
    """Read these links and reply in the thread. `asked`: somebody asked us, so failures are told too.

    `question` is what they asked beside the links, to be answered once those are read.
    """

    kind: Literal["read"] = "read"
    message: str
    question: str = ""
    links: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    asked: bool = False

    @property
    def key(self) -> str:
        return f"message/{self.team}/{self.channel}/{self.message}"


class Ask(_Task):
    """A reply in a thread that may be a question to us. `mentioned`: it certainly is.

    Without a reading in the thread a mention makes us read the links of the root message.
    """

    kind: Literal["ask"] = "ask"
    message: str
    question: str
    mentioned: bool = False

    @property
    def key(self) -> str:
        return f"message/{self.team}/{self.channel}/{self.message}"


class RunCommand(_Task):
    """`/claims …`, parsed. `quiet`: the answer is for the asker only.

    `argument` is the pasted text of `text`, the form of `export`, what `find` and `source` look for, for `help` the word that
    is not known, and for `short` what is too little to read.
    """

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
    quiet: bool = False
    response_url: str
    event: str

    @property
    def key(self) -> str:
        return f"command/{self.team}/{self.channel}/{self.event}"

    @property
    def lane(self) -> str:
        return f"command/{self.team}/{self.channel}/{self.user}"


class TryAgain(_Task):
    """*Try again* was pressed under our message `reply`."""

    kind: Literal["again"] = "again"
    reply: str
    event: str

    @property
    def key(self) -> str:
        return f"again/{self.team}/{self.reply}/{self.event}"


class Reread(_Task):
    """*Read again* was chosen under our message `reply`."""

    kind: Literal["reread"] = "reread"
    reply: str
    event: str

    @property
    def key(self) -> str:
        return f"reread/{self.team}/{self.reply}/{self.event}"


class Vote(_Task):
    """A feedback button was pressed under our message `reply`."""

    kind: Literal["vote"] = "vote"
    reply: str
    good: bool
    event: str

    @property
    def key(self) -> str:
        return f"vote/{self.team}/{self.reply}/{self.user}/{self.event}"


MISTAKES: Final = ("wrong_claim", "missed_claim", "wrong_source", "missed_denial", "other")
"""What can be wrong with a reply; gold has the same words."""


class Remark(_Task):
    """Somebody says what is wrong with our message `reply`; `claim` is empty where it is about none of its claims.

    `event` is the form's own id: a form that is sent twice says it once.
    """

    kind: Literal["remark"] = "remark"
    reply: str
    what: str
    claim: str = ""
    comment: str = ""
    event: str

    @property
    def key(self) -> str:
        return f"remark/{self.team}/{self.user}/{self.event}"


class ListClaims(_Task):
    """*List claims* was chosen in the menu of a message: read its links and reply in its thread."""

    kind: Literal["list"] = "list"
    message: str
    links: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    response_url: str
    event: str

    @property
    def key(self) -> str:
        return f"list/{self.team}/{self.channel}/{self.message}/{self.user}/{self.event}"


class ExportReading(_Task):
    """Hand a kept reading over as a file: in the thread, or where that is not to be, or `private`, to whoever asked."""

    kind: Literal["export"] = "export"
    shelfmark: str
    form: str
    private: bool = False
    response_url: str = ""
    event: str

    @property
    def key(self) -> str:
        return f"export/{self.team}/{self.channel}/{self.user}/{self.event}"


class KeepRules(_Task):
    """A channel's settings were sent off. `event` is the form: it is sent once.

    `home`: from the app's Home, which shows them.
    """

    kind: Literal["keep_rules"] = "keep_rules"
    rules: Rules
    home: bool = False
    event: str

    @property
    def key(self) -> str:
        return f"rules/{self.team}/{self.channel}/{self.event}"


class ShowHome(_Task):
    """Somebody opened the app's Home; `channel` is where they write to us directly."""

    kind: Literal["show_home"] = "show_home"
    event: str

    @property
    def key(self) -> str:
        return f"home/{self.team}/{self.user}/{self.event}"

    @property
    def lane(self) -> str:
        return f"home/{self.team}/{self.user}"


class ForgetTeam(_Task):
    """We were removed from the workspace: all that is kept of it goes."""

    kind: Literal["forget_team"] = FORGET_TEAM
    channel: str = ""
    event: str

    @property
    def key(self) -> str:
        return f"forget/{self.team}/{self.event}"

    @property
    def lane(self) -> str:
        return f"forget/{self.team}"


class SetAside(_Task):
    """A job was given up because its process died of it; `original` is its task, as JSON."""

    kind: Literal["set_aside"] = "set_aside"
    original: str
    event: str

    @property
    def key(self) -> str:
        return f"set-aside/{self.team}/{self.event}"


Task = (
    ReadLinks
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
