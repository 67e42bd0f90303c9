"""A body as a phrase names it."""

from dataclasses import dataclass

from bot.claims.reading import Media, SourceKind


@dataclass(frozen=True, slots=True)
class Body:
    """`name` is None for an unnamed person; `sure` is False where only the phrase's place suggests a source."""

    name: str | None
    kind: SourceKind
    role: str | None = None
    media: Media = "none"
    sure: bool = True
