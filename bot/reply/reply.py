"""What a channel is told, as values that any surface can draw.

All text here is plain: the surface escapes it. Strings come from the catalogue in `reply/words`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentence `n` of the article, verbatim, and the address that opens the article at it (None without one)."""

    n: int
    text: str
    url: str | None


@dataclass(frozen=True, slots=True)
class DenialLine:
    """One denial, in words: who, of what kind, through whom."""

    id: str
    text: str
    passages: tuple[Passage, ...]


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


@dataclass(frozen=True, slots=True)
class ReadingReply:
    """The list for one article.

    `heading` is the article's title, `byline` outlet and date, `counts` one line; `notes` say what a reader
    must know first (read without a model, part of the page only); `progress` is set while it still grows.
    """

    heading: str
    url: str | None
    byline: str
    counts: str
    claims: tuple[ClaimItem, ...]
    own_voice: tuple[ClaimItem, ...] = ()
    other_denials: tuple[DenialLine, ...] = ()
    notes: tuple[str, ...] = ()
    hint: str = ""
    progress: str = ""
    retry: bool = False


@dataclass(frozen=True, slots=True)
class AnswerLine:
    text: str
    quoted: bool
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class AnswerReply:
    """The answer to a follow-up. Without `lines`, `lead` says that the article does not say."""

    lead: str
    lines: tuple[AnswerLine, ...] = ()
    note: str = ""
    progress: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """One or a few plain sentences: a failure, a hint, help. `retry` adds *Try again*."""

    text: str
    retry: bool = False
    links: tuple[tuple[str, str], ...] = ()


Reply = ReadingReply | AnswerReply | Note
