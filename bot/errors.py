"""Everything that can go wrong, and who is told.

ClaimsBotError
├── SettingsError            the operator, at start: a sentence that names the setting
│   └── SlackAway            the log: a start waits for Slack
├── LibraryError             the operator: the database is unreadable, newer, or refuses a statement
│   └── LibraryAway          the log: no server, no room, locked, read-only; the job waits for it
├── WebError                 whoever pasted the link: one sentence, see `reply/words`
│   ├── LinkInvalid          not an http(s) address
│   ├── AddressRefused       not a public address; never says what was found there
│   ├── NameUnknown          no such host
│   ├── Unreachable          nothing answers there
│   ├── CertificateInvalid   TLS did not hold
│   ├── TooSlow              the deadline passed
│   ├── TooLarge             more than the cap
│   ├── RedirectLoop         more than five redirects
│   ├── RedirectUnsafe       a redirect to no http(s) address, or from https back to http
│   ├── RobotsForbid         robots.txt says no
│   ├── PageMissing          404, 410
│   ├── PageForbidden        401, 403, 451
│   ├── FileGone             a file that was shared, and is no longer there
│   ├── FileClosed           a file that was shared, which Slack does not let us open
│   ├── FileEmpty            a file, shared or local, that holds nothing
│   └── SiteBroken           5xx, 408, 425, 429; another status is a WebError
├── PageError                whoever pasted the link: the page came, the article did not
│   ├── NotAnArticle         no article on it
│   ├── TooLong              more text than any article has
│   ├── NotReadable          not HTML, text or PDF
│   ├── PdfLocked            a PDF that wants a password
│   ├── PdfBroken            a PDF that does not open, or is more than we open
│   ├── PdfScanned           a PDF of pictures, without text
│   ├── LoginWall            an article only for those who sign in or subscribe
│   ├── SignInPage           something else behind a login: a document, a mailbox
│   ├── ConsentWall          a cookie or consent page instead of the article
│   ├── ChallengePage        "are you human"
│   ├── NeedsJavaScript      nothing without a browser
│   └── FileUnreadable       a local file that is missing or cannot be opened
├── ReaderError              the thread: the reading failed, with *Try again*
│   ├── ReaderUnavailable    transport spent its attempts; the offline reader may stand in
│   ├── ReaderRefused        the model declined
│   ├── ReaderFiltered       a content filter stopped it
│   ├── ReaderCutOff         the answer hit the length limit
│   ├── ReaderNonsense       no valid answer after all re-asks
│   ├── ReaderOverlong       so much to check that a process was not done with it in time
│   ├── ReaderEmpty          no claim and no denial where the rules hear claims; they stand in
│   ├── ReaderUngrounded     little held up of what it said, and the rules hear far more; they stand in
│   ├── ReaderUntold         no answer where the rules are sure of a sentence; they stand in
│   ├── ReaderMisconfigured  400, 401, 403, 404, quota spent: the operator must act
│   └── LanguageUnread       the offline reader has no rules for this language
├── AllowanceSpent           whoever asked, once in a window: when they may ask again
│   ├── LinksSpent           one person's links of this hour
│   └── TokensSpent          the workspace's tokens of this day
└── ChatError                the log; the job decides
    ├── ChatUnavailable      worth trying again later, after `retry_after` seconds
    │   └── ChatUntaken      nothing was accepted for sure, as where our token is refused
    │       └── ChatBusy     Slack said 429
    └── ChatRefused          Slack's `error` code; trying again is no use
        ├── FileTooLarge     whoever asked for a file: Slack takes none of that size
        └── FilesRefused     whoever asked for a file: this workspace takes none from us

Each class has a `code`, the key of its sentence in `reply/words`. `about` holds what that sentence
may name (a limit, a setting), never text from a page, a token or a user's name.
"""

from typing import ClassVar


class ClaimsBotError(Exception):
    """Root of the tree. `str(error)` is for the operator; users read the sentence for `code`."""

    code: ClassVar[str] = "unexpected"

    def __init__(self, detail: str = "", /, **about: str | int | float) -> None:
        super().__init__(detail or self.code)
        self.about = about

    def __reduce__(self) -> tuple[object, ...]:
        """Survive the way back from a worker process, `about` included."""
        return (_rebuild, (type(self), str(self), self.about))


def _rebuild(kind: type[ClaimsBotError], detail: str, about: dict[str, str | int | float]) -> ClaimsBotError:
    return kind(detail, **about)


class SettingsError(ClaimsBotError):
    code = "settings"


class SlackAway(SettingsError):
    """For who does not wait."""


class LibraryError(ClaimsBotError):
    code = "library"


class LibraryAway(LibraryError):
    """For what works again without a change of ours."""


class WebError(ClaimsBotError):
    code = "web"


class LinkInvalid(WebError):
    code = "link_invalid"


class AddressRefused(WebError):
    code = "address_refused"


class NameUnknown(WebError):
    code = "name_unknown"


class Unreachable(WebError):
    code = "unreachable"


class CertificateInvalid(WebError):
    code = "certificate_invalid"


class TooSlow(WebError):
    code = "too_slow"


class TooLarge(WebError):
    code = "too_large"


class RedirectLoop(WebError):
    code = "redirect_loop"


class RedirectUnsafe(WebError):
    code = "redirect_unsafe"


class RobotsForbid(WebError):
    code = "robots_forbid"


class PageMissing(WebError):
    code = "page_missing"


class PageForbidden(WebError):
    code = "page_forbidden"


class FileGone(WebError):
    code = "file_gone"


class FileClosed(WebError):
    code = "file_closed"


class FileEmpty(WebError):
    code = "file_empty"


class SiteBroken(WebError):
    code = "site_broken"


class PageError(ClaimsBotError):
    code = "page"


class NotAnArticle(PageError):
    code = "not_an_article"


class TooLong(PageError):
    code = "too_long"


class NotReadable(PageError):
    code = "not_readable"


class PdfLocked(PageError):
    code = "pdf_locked"


class PdfBroken(PageError):
    code = "pdf_broken"


class PdfScanned(PageError):
    code = "pdf_scanned"


class LoginWall(PageError):
    code = "login_wall"


class SignInPage(PageError):
    code = "sign_in_page"


class ConsentWall(PageError):
    code = "consent_wall"


class ChallengePage(PageError):
    code = "challenge_page"


class NeedsJavaScript(PageError):
    code = "needs_javascript"


class FileUnreadable(PageError):
    code = "file_unreadable"


class ReaderError(ClaimsBotError):
    code = "reader"


class ReaderUnavailable(ReaderError):
    code = "reader_unavailable"


class ReaderRefused(ReaderError):
    code = "reader_refused"


class ReaderFiltered(ReaderError):
    code = "reader_filtered"


class ReaderCutOff(ReaderError):
    code = "reader_cut_off"


class ReaderNonsense(ReaderError):
    code = "reader_nonsense"


class ReaderOverlong(ReaderError):
    code = "reader_overlong"


class ReaderEmpty(ReaderError):
    code = "reader_empty"


class ReaderUngrounded(ReaderError):
    code = "reader_ungrounded"


class ReaderUntold(ReaderError):
    code = "reader_untold"


class ReaderMisconfigured(ReaderError):
    code = "reader_misconfigured"


class LanguageUnread(ReaderError):
    code = "language_unread"


class AllowanceSpent(ClaimsBotError):
    code = "allowance_spent"


class LinksSpent(AllowanceSpent):
    code = "links_spent"


class TokensSpent(AllowanceSpent):
    code = "tokens_spent"


class ChatError(ClaimsBotError):
    code = "chat"


class ChatUnavailable(ChatError):
    code = "chat_unavailable"

    def __init__(self, detail: str = "", /, *, retry_after: float = 0.0) -> None:
        super().__init__(detail, retry_after=retry_after)
        self.retry_after = retry_after


class ChatUntaken(ChatUnavailable):
    """Nothing has to be looked for. The sentence is that of its parent."""


class ChatBusy(ChatUntaken):
    """Slack asks for rest."""


class ChatRefused(ChatError):
    """Slack's own error code stands in `reason`, for example `channel_not_found`."""

    code = "chat_refused"

    def __init__(self, reason: str, /) -> None:
        super().__init__(reason)
        self.reason = reason


class FileTooLarge(ChatRefused):
    code = "file_too_large"


class FilesRefused(ChatRefused):
    code = "files_refused"
