"""What the page is told about where it stands: who looks at it, who reads, what there is to try."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Sample:
    """An article that is pasted with one click."""

    title: str
    outlet: str
    language: str
    url: str


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A shortcut as the app's manifest declares it: on a message, or global."""

    callback_id: str
    name: str
    kind: Literal["message", "global"] = "message"


@dataclass(frozen=True, slots=True)
class About:
    """`person` is who looks at the page; `reader` says who reads, as a person would; `secrets` are never shown."""

    person: str
    reader: str = ""
    model: Literal["none", "heard", "elsewhere"] = "none"
    """Whether a model reads, and whether this page hears what it is asked: not where the bot is another process."""
    samples: Sequence[Sample] = ()
    hints: dict[str, str] = field(default_factory=dict)
    """What each command takes, as its manifest says."""
    shortcuts: Sequence[Shortcut] = ()
    secrets: Sequence[str] = ()
    start: str = "claims-bot demo"
    """The command that starts this playground again."""
