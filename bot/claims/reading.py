"""Claim, source, denial, reading: what a reader found, after the checks.

The JSON of a `Report` is the contract `claims/1`; field names do not change.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict

from bot.article.article import Article
from bot.claims.mention import Mention

SpeechForm = Literal["direct", "mixed", "indirect"]
Certainty = Literal["certain", "probable", "possible", "unstated"]
ClaimKind = Literal["fact", "figure", "prediction", "intention", "opinion", "directive"]
SourceKind = Literal["person", "organisation", "document", "anonymous", "unnamed_person", "unnamed_group"]
Media = Literal["none", "other_media", "state_media"]
DenialKind = Literal[
    "denies", "partly_denies", "rejects_wording", "counters", "declines_comment", "no_response", "could_not_reach"
]
Wording = Literal["restated", "quoted"]

SILENT: Final = frozenset[DenialKind](("declines_comment", "no_response", "could_not_reach"))
"""Kinds of denial entry that deny nothing."""

SCHEMA = "claims/1"
_OURS = {"lead", "pages", "validators"}


class Value(BaseModel):
    model_config = ConfigDict(frozen=True)


class Span(Value):
    """`article.text[start:end]`: Unicode code points, half open."""

    start: int
    end: int


class Source(Value):
    """Who speaks. `name` is exactly as the article has it, None when unnamed."""

    id: str
    name: str | None
    kind: SourceKind
    role: str | None = None
    media: Media = "none"
    stated_count: int | None = None
    sentences: tuple[int, ...] = ()


class Claim(Value):
    """Something its sources assert, or is told through `via`. With neither it is the outlet's own voice."""

    id: str
    text: str
    sentences: tuple[int, ...]
    sources: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    cue: str | None = None
    form: SpeechForm = "indirect"
    certainty: Certainty = "certain"
    hedge: str | None = None
    kind: ClaimKind = "fact"
    wording: Wording = "restated"
    content: Span | None = None
    cue_span: Span | None = None

    @property
    def is_own_voice(self) -> bool:
        return not (self.sources or self.via)


class Denial(Value):
    """`claims` are the ids it answers; `implied_claim` is what nobody in the article states."""

    id: str
    sources: tuple[str, ...]
    via: tuple[str, ...] = ()
    kind: DenialKind
    claims: tuple[str, ...] = ()
    implied_claim: str | None = None
    sentences: tuple[int, ...]


class ReaderInfo(Value):
    """Who read: with the text's digest, the key under which a reading is kept.

    `language` is the one that was asked for, None for the article's own; `prompt` then ends in it.
    """

    name: Literal["offline", "openai"]
    model: str | None = None
    prompt: str | None = None
    language: str | None = None

    @property
    def by_rules(self) -> bool:
        """Whether our own rules read: those who speak are theirs already, and need not be held against them."""
        return self.name == "offline"


class Usage(Value):
    """What the reading cost, in the server's own tokens."""

    input_tokens: int = 0
    output_tokens: int = 0
    requests: int = 0

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(
            input_tokens=self.input_tokens + other.input_tokens,
            output_tokens=self.output_tokens + other.output_tokens,
            requests=self.requests + other.requests,
        )


class Reading(Value):
    """What one reader found in one text; ids (`c1`, `s1`, `d1`) resolve within it."""

    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]
    denials: tuple[Denial, ...]
    reader: ReaderInfo
    usage: Usage = Usage()
    dropped: int = 0

    @property
    def attributed(self) -> tuple[Claim, ...]:
        """What counts as a claim, wherever claims are counted; what the outlet says itself is counted apart."""
        return tuple(claim for claim in self.claims if not claim.is_own_voice)

    def source(self, source_id: str) -> Source:
        """Raises KeyError for an unknown id."""
        return self.by_id[source_id]

    @cached_property
    def by_id(self) -> Mapping[str, Source]:
        """Its sources by their ids."""
        return {source.id: source for source in reversed(self.sources)}


class Report(Value):
    """An article and its reading. `stands_in` marks the offline reading posted in place of a model's.

    `because` is the code of the error for which it stands in; `cut` tells that the reader stopped before the end;
    `unread` are the sentences, first and last of each run, that it did not read to the end where it knows them. `mentions` are under
    what the reading is found again, where whoever checked it made them: its sentences had been analysed for the checks.
    """

    article: Article
    reading: Reading
    stands_in: bool = False
    because: str = ""
    cut: bool = False
    unread: tuple[tuple[int, int], ...] = ()
    mentions: tuple[Mention, ...] | None = None

    def as_json(self) -> dict[str, Any]:
        """The object of the contract `claims/1`; `unread` is there when something was."""
        reading = self.reading.model_dump(mode="json")
        for claim in reading["claims"]:
            _drop_unset(claim, ("content", "cue_span"))
        _drop_unset(reading["reader"], ("language",))
        if self.unread:
            reading["unread"] = [list(run) for run in self.unread]
        article = self.article.model_dump(mode="json", exclude=_OURS)
        _drop_unset(article, ("modified_at",))
        if not self.article.partial:
            del article["partial"]
        return {"schema": SCHEMA, "article": article} | reading


def _drop_unset(row: dict[str, Any], optional: Iterable[str]) -> None:
    for name in optional:
        if row[name] is None:
            del row[name]
