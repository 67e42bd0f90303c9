"""What a reader says that somebody says, before it is known whether they do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """What a reader says that `sources` say, by `via`, in sentences `numbers`; `text` in the article's language, else None.

    `held`: whether nothing speaks against its being theirs as it is told.
    """

    sources: tuple[str, ...]
    via: tuple[str, ...]
    numbers: tuple[int, ...]
    text: str | None = None
    denies: bool = False
    held: bool = True
