"""Everything that can stand between a link and an article, each with what makes it happen: the table of docs/ARTICLES.md.

`python -m tests.obstacles` writes the table anew.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.article.page import Page
from bot.errors import ClaimsBotError, FileClosed, FileEmpty, FileGone, PageError, WebError
from bot.moments.paste import NO_ARTICLE
from bot.reply.catalogue import words
from bot.reply.notes import sentence
from tests.pages import PARAGRAPHS, TITLE, body, html, linked
from tests.pdfs import column, pdf, scan

DOCUMENT = Path(__file__).parents[1] / "docs" / "ARTICLES.md"
BEGIN, END = "<!-- obstacles -->", "<!-- /obstacles -->"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """`when` in words; the same as a `link` (a path is one of the hostile server), a `page` that came, or a `file`."""

    code: str
    when: str
    link: str = ""
    page: Page | None = None
    file: str = ""


def _page(text: str, **more: str) -> Page:
    return Page(text.encode(), "text/html", url="https://www.courier.example/x/y", headers=dict(more))


OBSTACLES: tuple[Obstacle, ...] = (
    Obstacle("link_invalid", "the link is no http(s) address", "ftp://courier.example/"),
    Obstacle("address_refused", "the name leads to a private, local or reserved address, or the port is not 80 or 443", "http://10.0.0.1/"),
    Obstacle("address_refused", "a redirect leads to one", "/elsewhere"),
    Obstacle("name_unknown", "no such host", "http://no-such-name.invalid/"),
    Obstacle("unreachable", "nothing answers there", "closed"),
    Obstacle("certificate_invalid", "TLS does not hold: self-signed, expired, for another name", "tls"),
    Obstacle("too_slow", "DNS, connecting, redirects and body together take longer than `CLAIMS_FETCH_SECONDS`", "/silent"),
    Obstacle("too_slow", "the body comes in drips", "/drip"),
    Obstacle("too_large", "the body, unpacked, is larger than `CLAIMS_FETCH_BYTES`", "/gzip-bomb"),
    Obstacle("redirect_loop", "more than five redirects", "/loop"),
    Obstacle("redirect_unsafe", "a redirect to no http(s) address, or from https back to http", "/to-a-file"),
    Obstacle("robots_forbid", "robots.txt says no", "/private"),
    Obstacle("page_missing", "404, 410", "/status/404"),
    Obstacle("page_forbidden", "401, 402, 403, 407, 451", "/status/403"),
    Obstacle("site_broken", "500 and above, 408, 425, 429", "/status/500"),
    Obstacle("web", "another status, as 300, 400 and 418 are", "/status/400"),
    Obstacle("site_broken", "429 or 503 with `Retry-After`; the host is then left alone for so long", "/overloaded"),
    Obstacle("site_broken", "an answer that is no HTTP", "/no-http"),
    Obstacle("not_readable", "a film, a picture, an archive: by the type that the server states, and by the first bytes", "/document"),
    Obstacle("challenge_page", "the server wants a browser check (`cf-mitigated: challenge` on any status)", "/challenge"),
    Obstacle("challenge_page", "the page asks whether a person is there", page=_page("<title>Just a moment...</title><h1>courier.example</h1><p>Verifying you are human. This may take a few seconds.</p>")),
    Obstacle("consent_wall", "the page is about cookies and consent, and nothing else", page=_page("<title>Before you continue</title><h1>Before you continue</h1><p>We use cookies and data to deliver and maintain our services, and to protect against spam, fraud and abuse.</p><p>We and our 845 partners store and/or access information on a device, such as cookies, to process personal data.</p><button>Reject all</button><button>Accept all</button>")),
    Obstacle("login_wall", "an article of which nothing can be read without a login or subscription; what can be read is read, and marked as the beginning", page=_page(html(f"<h1>{TITLE}</h1><p>This article is reserved for subscribers. Subscribe to read on.</p>", head=linked(isAccessibleForFree=False)))),
    Obstacle("sign_in_page", "a login in front of something else: a document, a mailbox", page=_page("<title>Sign in</title><h1>Sign in</h1><form><input type=password></form><p>Please log in to continue to the document.</p>")),
    Obstacle("needs_javascript", "the page is empty without a browser, and holds no article as data either", page=_page("<html><head><title>Courier</title></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id='root'></div><script src='/main.js'></script></body></html>")),
    Obstacle("not_an_article", "a home page, a section, results of a search", page=_page(html("".join(f"<div><h3><a href='/n/{n}'>Headline number {n} about the city</a></h3><p>The council said on Monday that it would look into matter {n} after complaints.</p></div>" for n in range(16)), title="The Northern Courier"))),
    Obstacle("not_an_article", "a shop, a film, code, a job, questions and answers: by what the page says it is and by what it holds", page=_page(html(f"<h1>bridge</h1>{body(*PARAGRAPHS[:3])}", title="bridge", head='<meta property="og:type" content="object">'))),
    Obstacle("not_an_article", "an error page that comes with status 200", page=_page(html("<h1>Page not found</h1><p>Sorry, the page you are looking for does not exist. It may have been moved or deleted.</p>", title="Page not found"))),
    Obstacle("not_an_article", "nothing on it that reads as an article", page=_page("")),
    Obstacle("too_long", "more text than any article has: over 500,000 characters", page=Page(b"The council met on Monday and said so. " * 14_000, "text/plain")),
    Obstacle("pdf_locked", "a PDF that wants a password", page=Page(pdf(column("\n".join(PARAGRAPHS)), encrypted=True), "application/pdf")),
    Obstacle("pdf_broken", "a PDF that does not open", page=Page(b"%PDF-1.7\n1 0 obj", "application/pdf")),
    Obstacle("pdf_scanned", "a PDF of pictures, without text", page=Page(scan(), "application/pdf")),
    Obstacle("file_unreadable", "on the command line: a file that is missing, too large or of no kind that is read", file="missing.html"),
)  # fmt: skip


def told(obstacle: Obstacle, error: ClaimsBotError) -> str:
    """What whoever pasted the link is told, in English."""
    url = obstacle.link if obstacle.link.startswith("http") else "https://courier.example/x"
    return sentence(error, words("en"), url=url, paste=words("en")("help.text_use"))


def table(met: Sequence[tuple[Obstacle, ClaimsBotError]]) -> str:
    """The table of the document."""
    rows = ["| when | what is said | unasked |", "|---|---|---|"]
    for obstacle, error in met:
        silent = "silence" if isinstance(error, NO_ARTICLE) else "said"
        rows.append(f"| {obstacle.when} | {told(obstacle, error).replace('<', '&lt;').replace('|', chr(92) + '|')} | {silent} |")  # fmt: skip
    return "\n".join(rows)


def kinds() -> Iterator[type[ClaimsBotError]]:
    """Every error that a link or a file can end in; those of files shared in Slack are for Slack to produce."""
    for branch in (WebError, PageError):
        yield from (kind for kind in branch.__subclasses__() if kind not in {FileClosed, FileEmpty, FileGone})


def main() -> None:
    """Meet every obstacle and write the table."""
    import asyncio
    import tempfile

    from tests.test_obstacles import met_all

    with tempfile.TemporaryDirectory() as folder:
        met = asyncio.run(met_all(Path(folder)))
    before, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(BEGIN)
    DOCUMENT.write_text(f"{before}{BEGIN}\n{table(met)}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    main()
