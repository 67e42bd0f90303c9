"""The strict form that every reader fills.

`Form.model_json_schema()` **is** the strict JSON schema sent to a model: no defaults, no extra keys,
`X | None` for what may be missing, lengths stated in descriptions and enforced by pydantic. Sentences
are numbers, so evidence cannot be invented and little has to be written. A claim whose `text` is empty is
shown as the article's own sentences. Keys are in the order in which
a model writes them: sources first, so that each claim can be shown as soon as it is complete.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from bot.claims.reading import Certainty, ClaimKind, DenialKind, Media, SourceKind, Span, Usage


def _at_most(length: int) -> AfterValidator:
    """A length that pydantic keeps and the schema does not show: strict servers refuse `maxLength`."""

    def check(value: str) -> str:
        if len(value) > length:
            raise ValueError(f"longer than {length} characters")
        return value

    return AfterValidator(check)


Name = Annotated[str, _at_most(300)]
Line = Annotated[str, _at_most(1000)]
Phrase = Annotated[str, _at_most(300)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SourceForm(Strict):
    id: str = Field(description="s1, s2, …")
    name: Name | None = Field(description="Exactly as in the article; null if unnamed.")
    kind: SourceKind
    role: Phrase | None = Field(description="Verbatim, without the name.")
    media: Media
    count: int | None = Field(description="How many people, if the article counts them.")


class ClaimForm(Strict):
    id: str = Field(description="c1, c2, …")
    text: Line = Field(description="One sentence that stands alone, at most 1000 characters.")
    sentences: list[int] = Field(description="Numbers of all sentences that carry it.")
    sources: list[str] = Field(description="Ids; empty for the outlet's own voice.")
    via: list[str] = Field(description="Ids of relays, outermost first.")
    cue: Phrase | None = Field(description="Reporting words, verbatim.")
    certainty: Certainty
    hedge: Phrase | None = Field(description="Hedging words, verbatim.")
    kind: ClaimKind


class DenialForm(Strict):
    sources: list[str]
    via: list[str]
    kind: DenialKind
    claims: list[str] = Field(description="Ids of the claims it answers.")
    implied: Line | None = Field(description="What is denied, if no claim states it.")
    sentences: list[int]


class Form(Strict):
    sources: list[SourceForm]
    claims: list[ClaimForm]
    denials: list[DenialForm]


class LinkForm(Strict):
    denial: str = Field(description="d1, d2, …")
    claims: list[str] = Field(description="Ids of all the claims it answers.")


class LinksForm(Strict):
    """Which claims the denials of a long article answer, wherever in it they stand."""

    links: list[LinkForm]


class AnswerPartForm(Strict):
    text: Line = Field(description="One sentence of the answer.")
    sentences: list[int] = Field(description="Numbers of the sentences it rests on; at least one.")


class AnswerForm(Strict):
    told: bool = Field(description="Whether the article tells.")
    parts: list[AnswerPartForm] = Field(description="Empty if the article does not tell.")


@dataclass(frozen=True, slots=True)
class Draft:
    """A filled form, or the part of it that is complete so far.

    `spans` maps a claim's id to (content, cue) where the reader knows them; `done` marks the last draft;
    `dropped` counts items the reader had to leave out; `reasks` how often it had to ask again; `cut` tells that the
    reader stopped before the end; `unread` are the sentences, first and last of each run, that it did not read to the end
    where it knows them.
    """

    form: Form
    done: bool
    usage: Usage = Usage()
    spans: Mapping[str, tuple[Span | None, Span | None]] = field(default_factory=dict)
    dropped: int = 0
    reasks: int = 0
    cut: bool = False
    unread: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerDraft:
    """Like `Draft`, for the answer to a question."""

    form: AnswerForm
    done: bool
    usage: Usage = Usage()
    dropped: int = 0
    reasks: int = 0


@dataclass(frozen=True, slots=True)
class Complaint:
    """What a check found wrong: `item` is the id (`c3`, `s1`, `d2`, `part 1`), `problem` one plain sentence."""

    item: str
    problem: str
