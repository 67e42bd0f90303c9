"""The strict form that every reader fills.

`Form.model_json_schema()` **is** the strict JSON schema sent to a model: no defaults, no extra keys,
`X | None` for what may be missing, lengths stated in descriptions and enforced by pydantic. Sentences
are numbers, so evidence cannot be invented, and keys are letters, so that little has to be written. A claim whose `text` is empty is
shown as the article's own sentences. Keys are in the order in which
a model writes them: sources first, so that each claim can be shown as soon as it is complete.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

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


def _numbered(letter: str) -> BeforeValidator:
    """A model writes 3, which is short; here it is `c3`."""

    def name(value: object) -> object:
        return f"{letter}{value}" if isinstance(value, int) and not isinstance(value, bool) else value

    return BeforeValidator(name)


_NUMBER = WithJsonSchema({"type": "integer"})
SourceId = Annotated[str, _numbered("s"), _NUMBER]
ClaimId = Annotated[str, _numbered("c"), _NUMBER]


class Strict(BaseModel):
    """Models write the short aliases; the names are understood as well."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class SourceForm(Strict):
    id: SourceId = Field(alias="i", title="id", description="1, 2, …")
    name: Name | None = Field(alias="n", title="name", description="Exactly as in the article; null if unnamed.")
    kind: SourceKind = Field(alias="k", title="kind")
    role: Phrase | None = Field(alias="r", title="role", description="Verbatim, without the name.")
    media: Media = Field(alias="m", title="media")
    count: int | None = Field(alias="c", title="count", description="How many people, if the article counts them.")


class ClaimForm(Strict):
    id: ClaimId = Field(alias="i", title="id", description="1, 2, …")
    text: Line = Field(alias="t", title="text", description="One sentence that stands alone, at most 1000 characters.")
    sentences: list[int] = Field(alias="n", title="sentences", description="Numbers of all sentences that carry it.")
    sources: list[SourceId] = Field(
        alias="s", title="sources", description="Numbers of its sources; empty for the outlet's own voice."
    )
    via: list[SourceId] = Field(alias="v", title="via", description="Numbers of relays, outermost first.")
    cue: Phrase | None = Field(alias="q", title="cue", description="Reporting words, verbatim.")
    certainty: Certainty = Field(alias="c", title="certainty")
    hedge: Phrase | None = Field(alias="h", title="hedge", description="Hedging words, verbatim.")
    kind: ClaimKind = Field(alias="k", title="kind")


class DenialForm(Strict):
    sources: list[SourceId] = Field(alias="s", title="sources", description="Numbers of those who deny.")
    via: list[SourceId] = Field(alias="v", title="via", description="Numbers of relays, outermost first.")
    kind: DenialKind = Field(alias="k", title="kind")
    claims: list[ClaimId] = Field(alias="c", title="claims", description="Numbers of the claims it answers.")
    implied: Line | None = Field(alias="i", title="implied", description="What is denied, if no claim states it.")
    sentences: list[int] = Field(alias="n", title="sentences", description="Numbers of its sentences.")


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
    `dropped` counts items the reader had to leave out; `reasks` how often it has asked again about what it has; `cut` tells that the
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
    """Like `Draft`, for the answer to a question; `excerpt` is how many sentences were looked at where not all were. `sure`: by rules
    that only compare words, and most of these are there."""

    form: AnswerForm
    done: bool
    usage: Usage = Usage()
    dropped: int = 0
    reasks: int = 0
    excerpt: int | None = None
    cut: bool = False
    sure: bool = False


WHOLE: Final = "the whole"
"""What a complaint is about that is about no item of a form."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """What a check found wrong: `item` is the id (`c3`, `s1`, `d2`, `part 1`) or `WHOLE`, `problem` one plain sentence."""

    item: str
    problem: str
