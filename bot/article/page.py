"""What came over the wire, or from a file, before anybody looked inside."""

from dataclasses import dataclass, field

from bot.article.validators import Validators


@dataclass(frozen=True, slots=True)
class Page:
    """One fetched resource.

    `url` is what was asked for, `final_url` where redirects ended (both None for a local file);
    `body` holds the bytes after content decoding; `content_type` is the media type in lower case
    without parameters; `charset` is what the header said, if anything; `headers` has lower-case names.
    """

    body: bytes
    content_type: str
    url: str | None = None
    final_url: str | None = None
    status: int = 200
    charset: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    file_name: str | None = None

    @property
    def validators(self) -> Validators:
        """What a later request may name to be told only whether the page has changed."""
        return Validators.of(self.headers)
