"""What a window shows, as values that any surface can draw; all text here is plain, as in `reply`."""

from dataclasses import dataclass

from bot.reply.reply import Passage


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to narrow a list. The first choice, without a value, takes everything; `chosen` is the value of one."""

    name: str
    choices: tuple[Choice, ...]
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A sentence that is cited, or a neighbour of one that shows it in its context."""

    passage: Passage
    cited: bool


@dataclass(frozen=True, slots=True)
class SheetDenial:
    """A denial, in words, with its sentences in their context."""

    text: str
    denies: bool
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class SheetClaim:
    """One claim in full. `number` is its place in the whole list; `facts` are footing, firmness and wording."""

    number: int
    text: str
    who: str
    facts: str
    excerpts: tuple[Excerpt, ...]
    denials: tuple[SheetDenial, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimsSheet:
    """A page of all claims of an article, then of the denials that answer none of them.

    `shown` says which of how many these are; `shelfmark` tells where they are kept.
    """

    heading: str
    url: str | None
    byline: str
    counts: str
    filters: tuple[Filter, ...]
    claims: tuple[SheetClaim, ...]
    denials: tuple[SheetDenial, ...]
    shown: str
    page: int
    pages: int
    shelfmark: str
    notes: tuple[str, ...] = ()
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Again:
    """What can be read once more: a link, into a thread."""

    channel: str
    thread: str
    link: str


@dataclass(frozen=True, slots=True)
class NoteSheet:
    """A few plain sentences in a window of their own; with `again`, a button that reads it."""

    title: str
    text: str
    language: str = "en"
    again: Again | None = None


@dataclass(frozen=True, slots=True)
class MistakeSheet:
    """Asks what is wrong with our message `reply`, and with which of its `claims`."""

    channel: str
    reply: str
    claims: tuple[Choice, ...] = ()
    language: str = "en"


Sheet = ClaimsSheet | MistakeSheet | NoteSheet
