"""What a channel is told, as values that any surface can draw.

All text here is plain: the surface escapes it. Strings come from the catalogue in `reply/words`;
`language` is that of the catalogue, so that a surface finds its own few words (a button, a label) in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentence `n` of the article, verbatim, and the address that opens the article at it (None without one)."""

    n: int
    text: str
    url: str | None


@dataclass(frozen=True, slots=True)
class DenialLine:
    """One denial, in words: who, of what kind, through whom. `denies` is False for no comment and no answer."""

    id: str
    text: str
    passages: tuple[Passage, ...]
    denies: bool = True


@dataclass(frozen=True, slots=True)
class Precedent:
    """An earlier article that makes the same claim: its title, where it was told, when, and who denied it there."""

    title: str
    url: str | None
    facts: str


@dataclass(frozen=True, slots=True)
class ClaimItem:
    """One claim. `who` names the sources and relays, `footing` and `firmness` are one or two words each."""

    id: str
    text: str
    quoted: bool
    who: str
    footing: str
    firmness: str
    passages: tuple[Passage, ...]
    denials: tuple[DenialLine, ...] = ()
    precedents: tuple[Precedent, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingReply:
    """The list for one article.

    `heading` is the article's title, `byline` outlet and date, `counts` one line; `notice` says before the first claim that
    rules read it in the model's place, `notes` what else a reader must know (part of the page only); `progress` is set while it still grows;
    `retry` adds *Try again*, and `again` says what a press of it asks for where that is not found by the message; `shelfmark`
    tells where all of it is kept.
    """

    heading: str
    url: str | None
    byline: str
    counts: str
    claims: tuple[ClaimItem, ...]
    own_voice: tuple[ClaimItem, ...] = ()
    other_denials: tuple[DenialLine, ...] = ()
    notice: str = ""
    notes: tuple[str, ...] = ()
    hint: str = ""
    progress: str = ""
    retry: bool = False
    again: str = ""
    shelfmark: str = ""
    language: str = "en"

    @property
    def final(self) -> bool:
        return not self.progress


@dataclass(frozen=True, slots=True)
class AnswerLine:
    text: str
    quoted: bool
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class AnswerReply:
    """The answer to a follow-up. Without `lines`, `lead` says that the article does not say. `retry` adds *Try again*."""

    lead: str
    lines: tuple[AnswerLine, ...] = ()
    note: str = ""
    progress: str = ""
    retry: bool = False
    language: str = "en"

    @property
    def final(self) -> bool:
        return not self.progress


@dataclass(frozen=True, slots=True)
class NoteItem:
    """One entry of a list in a note: what it is called, where it is, the channel it is of, a few words on it, and another way
    to it.

    With `items` it is the heading of those.
    """

    text: str
    url: str | None = None
    detail: str = ""
    more: tuple[str, str] | None = None
    items: tuple["NoteItem", ...] = ()
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """One or a few plain sentences: a failure, a hint, help. `retry` adds *Try again*; `again` says what a press of it asks for,
    where that is not found by the message.

    Lines of `text` are paragraphs; `links` are (label, address); `items` make a list beneath the text, of which `more`
    are left out.
    """

    text: str
    retry: bool = False
    links: tuple[tuple[str, str], ...] = ()
    items: tuple[NoteItem, ...] = ()
    more: int = 0
    again: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class ChangeItem:
    """A claim or a denial that changed; `facts` say who and how firmly, in both versions where that differs.

    `was` and `now` are its passage in each version, empty where there is none like it.
    """

    text: str
    facts: str
    was: Sequence[Passage]
    now: Sequence[Passage]


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """Changes of one kind under their title."""

    title: str
    items: tuple[ChangeItem, ...]


@dataclass(frozen=True, slots=True)
class ChangesReply:
    """What changed in an article since it was read. Without `groups`, `lead` says that no claim or denial did."""

    heading: str
    url: str | None
    byline: str
    lead: str
    counts: str
    groups: tuple[ChangeGroup, ...]
    notes: tuple[str, ...] = ()
    shelfmark: str = ""
    language: str = "en"


Reply = ReadingReply | AnswerReply | ChangesReply | Note
