"""What somebody wants to see at once, in a window of Slack's.

The trigger that opens a window dies within three seconds, so a look is neither queued nor kept: whoever came too late
looks again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

NARROWINGS: Final = ("source", "kind", "denied", "certainty")
"""By what a list of claims can be narrowed."""


@dataclass(frozen=True, slots=True)
class Look:
    """Who looks. `trigger` opens a window; `view` is the open one to change instead. `channel` and `response_url` are
    where they looked from, as far as that is known."""

    team: str
    user: str
    trigger: str = ""
    view: str = ""
    channel: str = ""
    response_url: str = ""


@dataclass(frozen=True, slots=True)
class LookAtRules(Look):
    """The settings of the channel; `home` where they looked from the app's Home."""

    home: bool = False


@dataclass(frozen=True, slots=True)
class Shelfmark:
    """Where the library keeps an article and a reading of it: their rows. It travels in buttons and windows."""

    article: str
    reading: str

    def __str__(self) -> str:
        return f"{self.article}/{self.reading}"

    @classmethod
    def of(cls, text: str) -> "Shelfmark":
        """What `str` made; of anything else one that leads nowhere."""
        article, _, reading = text.partition("/")
        return cls(article, reading)


@dataclass(frozen=True, slots=True)
class LookAtClaims(Look):
    """All claims of a reading, `narrowed` to those with a source, kind, denial or certainty; pages begin at 1.

    `link` and `thread` are what our message is about and where it stands, as far as it says so itself.
    """

    shelfmark: Shelfmark = Shelfmark("", "")
    narrowed: Mapping[str, str] = field(default_factory=dict)
    page: int = 1
    link: str = ""
    thread: str = ""


@dataclass(frozen=True, slots=True)
class SeeItBegin(Look):
    """What was kept no more is being read."""


@dataclass(frozen=True, slots=True)
class ReportMistake(Look):
    """The form that asks what is wrong with our message `reply`."""

    reply: str = ""
