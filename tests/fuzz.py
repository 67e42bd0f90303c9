"""Anything at all where strangers choose the input: `make fuzz` goes on for a minute, `make test` for a few examples.

`python -m tests.fuzz [SECONDS] [NAME…]`. Each target is a rule that holds whatever comes; what broke one once stands in `CASES`.
"""

import asyncio
import json
import random
import re
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from bot.adapters.web.aiohttp_web import OpenWeb
from bot.adapters.web.answers import check_status, retry_after
from bot.adapters.web.hops import checked, redirected, refreshed
from bot.article.address import article_key, same_site
from bot.article.byline import people, without_credits
from bot.article.charset import decoded
from bot.article.extract import article_from_text, article_of
from bot.article.instants import moment
from bot.article.kind import kind_of
from bot.article.page import Page
from bot.article.validators import Validators
from bot.errors import AddressRefused, ClaimsBotError, LinkInvalid, PageError, RedirectUnsafe, WebError
from bot.intake.links import links_in_plain_text, links_in_slack_text
from tests.mixtures import any_mixture, mixtures
from tests.pages import PARAGRAPHS, TITLE, html, linked
from tests.pdfs import column, pdf

_LINK_BITS = st.sampled_from(
    ["http://", "https://", "HTTP:", "//", "/", "\\", "@", ":", "#", "?", "%", "%00", "%25", "[", "]", "::1", "::ffff:", "127.0.0.1", "0x7f", "0177", "2130706433", "１２７", "。", "localhost", "courier.example",
     "xn--", "bücher", ".", "..", "\t", "\n", "\r", "\x00", " ", "|", "<", ">", "&amp;", "utm_source=x", "id=1", ":80", ":443", ":99999", "user:pass", "\u200b", "ſ", "ß", "\ud800", "javascript:", "data:"]
)  # fmt: skip
_LINK = st.lists(_LINK_BITS | st.text(max_size=6), max_size=10).map("".join)
_MARKUP_BITS = st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<div hidden>", "<div class='comments'>", "<article>", "<main>", "<h1>", "</h1>", "<h2><a href=x>", "<table><tr><td>", "<br>", "<li>", "<blockquote>", "<aside>", "<figure><img>", "<template>", "<base href='//x/'>",
     "<script type='application/ld+json'>", '{"@type":"NewsArticle","headline":"', '","author":[{"name":', '"datePublished":', "</script>", "<script id=__NEXT_DATA__ type='application/json'>", '{"a":[{"text":"', "<meta property=og:type content=article>", "<meta name=author content='",
     "<link rel=canonical href='", "<title>", "<time datetime='2026-03-04' itemprop=datePublished>", "<span itemprop=author>", "<input type=password>", "<input type=email>", "&#xD800;", "&nbsp;", "&", "\x00", "<!--", "-->", "<svg>", "<math>", "<noscript>", "\u200c", "\U000e0041", PARAGRAPHS[0], PARAGRAPHS[1], TITLE, "Subscribe to continue reading"]
)  # fmt: skip
_MARKUP = st.lists(_MARKUP_BITS | st.text(max_size=20), max_size=40).map("".join)
_DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10) | st.sampled_from(["NewsArticle", "Person", "2026-03-04", TITLE, PARAGRAPHS[0]]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["@type", "@id", "@graph", "headline", "author", "name", "publisher", "datePublished", "dateModified", "articleBody", "isAccessibleForFree", "inLanguage", "text", "children", "body"]), inner, max_size=6),
    max_leaves=25,
)  # fmt: skip
_HEADER_BITS = st.sampled_from(
    [b"HTTP/1.1 ", b"HTTP/1.0 ", b"200 OK", b"302 Found", b"304 X", b"429 X", b"\r\n", b"\n", b"Content-Type: ", b"text/html", b"; charset=", b"utf-7", b"Content-Length: ", b"10", b"-1", b"99999999999", b"Transfer-Encoding: chunked", b"Content-Encoding: ", b"gzip", b"br", b"Location: ",
     b"http://127.0.0.1/", b"//[", b"Retry-After: ", b"ETag: ", b"Set-Cookie: a=b", b": ", b"\x00", b"\xff", b"<p>", b"5\r\nhello\r\n0\r\n\r\n"]
)  # fmt: skip
_HEADERS = st.lists(_HEADER_BITS | st.binary(max_size=8), max_size=20).map(b"".join)
_PAPER = pdf([(60, 740, 24, TITLE), *column("\n".join(PARAGRAPHS))])


@dataclass(frozen=True, slots=True)
class Target:
    """A rule, what it is fed, and how many examples `make test` tries."""

    check: Callable[[Any], None]
    inputs: st.SearchStrategy[Any]
    few: int = 60


def any_link(link: str) -> None:
    """A link is refused in words or leads to a plain http(s) address; its key is its own key."""
    for found in (*links_in_slack_text(f"<{link}|x> {link}"), *links_in_plain_text(link)):
        assert found
    same_site(link, "https://courier.example/")
    with suppress(LinkInvalid):
        key = article_key(link)
        assert article_key(key) == key
    with suppress(LinkInvalid, AddressRefused):
        url = checked(link)
        assert url.scheme in {"http", "https"}
        assert url.host
        assert url.user is None
        assert url.password is None
        last = (url.raw_host or "").rstrip(".").rpartition(".")[2]
        assert not last.isdecimal() or re.fullmatch(r"\d{1,3}(\.\d{1,3}){3}\.?", url.raw_host or "")
    with suppress(RedirectUnsafe, AddressRefused):
        assert redirected(checked("https://courier.example/a"), link).scheme == "https"
    with suppress(RedirectUnsafe, AddressRefused):
        refreshed(checked("https://courier.example/a"), Page(f"<meta http-equiv=refresh content='0;url={link}'>".encode("utf-8", "replace"), "text/html"))  # fmt: skip


def any_header(value: str) -> None:
    """Whatever stands in a header, status and waits are told or nothing is."""
    wait = retry_after({"Retry-After": value})
    assert wait is None or 0 <= wait <= 7 * 24 * 3600
    assert all(text.isascii() for text in Validators.of({"etag": value, "last-modified": value}).conditions().values())
    for status in (200, 301, 404, 429, 503):
        with suppress(WebError, PageError):
            check_status(status, {"Retry-After": value, "cf-mitigated": value})
    kind_of(Page(value.encode("utf-8", "replace"), value, file_name=value))
    decoded(value.encode("utf-8", "replace"), value)
    for language in ("en", "de", value[:5]):
        found = moment(value, language)
        assert found is None or re.match(r"\d{4}-\d\d-\d\d", found)
    people([value], value[:4])
    without_credits([value] * 3, [value[:5]])


def any_answer(answer: bytes) -> None:
    """Whatever a server sends, over a real socket, is a page or an error of ours, within the deadline."""
    asyncio.run(_answered(answer))


async def _answered(answer: bytes) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            await reader.readuntil(b"\r\n\r\n")
            writer.write(answer)
            await writer.drain()
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        async with OpenWeb(allow=frozenset({("127.0.0.1", port)}), seconds=2, robots=False) as web:
            with suppress(ClaimsBotError):
                await web.fetch(f"http://127.0.0.1:{port}/")


def any_page(text: str) -> None:
    """Whatever the markup, a page is an article whose sentences are there, or an error of ours."""
    for extractor in ("trafilatura", "resiliparse"):
        with suppress(PageError):
            article = article_of(
                Page(text.encode("utf-8", "surrogatepass"), "text/html", url="https://courier.example/a"),
                extractor=extractor,
            )
            assert all(article.sentence(s.n).strip() for s in article.sentences)
            json.dumps(article.model_dump()).encode()


def any_data(data: Any) -> None:
    """Whatever a page says of itself as data, its paragraphs are read."""
    told = json.dumps(data).replace("</", "")
    for script in ("application/ld+json", "application/json"):
        any_page(html(head=f'{linked()}<script type="{script}">{told}</script>'))


def any_file(changes: list[tuple[int, int, bytes]]) -> None:
    """A damaged PDF is an article or an error of ours."""
    body = bytearray(_PAPER)
    for place, length, other in changes:
        body[place % len(body) : place % len(body) + length] = other
    with suppress(PageError):
        article_of(Page(bytes(body), "application/pdf"))


def any_text(text: str) -> None:
    """Pasted text is an article or an error of ours."""
    with suppress(PageError):
        article = article_from_text(text)
        assert all(article.sentence(s.n).strip() for s in article.sentences)


TARGETS: dict[str, Target] = {
    "links": Target(any_link, _LINK, 300),
    "headers": Target(any_header, st.text(max_size=40) | _LINK | st.dates().map(str), 150),
    "answers": Target(any_answer, _HEADERS, 40),
    "pages": Target(any_page, _MARKUP, 40),
    "data": Target(any_data, _DATA, 20),
    "files": Target(any_file, st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 40), st.binary(max_size=20)), min_size=1, max_size=6), 40),
    "text": Target(any_text, st.text(max_size=300) | _MARKUP, 60),
    "news": Target(any_mixture, mixtures(), 60),
}  # fmt: skip

CASES: tuple[tuple[str, Any], ...] = (
    ("pages", html(f"<h1>{TITLE}</h1><p>\u200c\x01{PARAGRAPHS[0]}</p>")),
    ("pages", html(f"<h1>{TITLE}</h1><p>\u200c&#1;&#x1f;&#xFFFE;{PARAGRAPHS[0]}</p>")),
    ("pages", html(f"<h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p><div hidden>x</div>\x02 and <b hidden></b>&#3; more")),
    ("news", ("en", "Dam safe\n\nQ: Is it?\n\nA: Yes.\n\nQ: Did they ask?\n\nA: No, never.", "who?")),
    ("news", ("en", "ing ing ing ing ,", "\n\n")),
    ("news", ("es", "El puerto cierra\n\nNo ha sido posible contactar con", "¿quién?")),
)
"""What the fuzzer found: each broke its rule once."""


def tried(target: Target, examples: int, start: int) -> None:
    """Feed a target; raises what broke its rule, with the smallest example that does."""

    @seed(start)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(target.inputs)
    def run(value: Any) -> None:
        target.check(value)

    run()


def main(seconds: float, names: list[str]) -> None:
    """Feed every target in turn until the time is over; how many examples each has seen."""
    until = time.monotonic() + seconds
    seen = dict.fromkeys(names or TARGETS, 0)
    while time.monotonic() < until:
        name = min(seen, key=lambda one: seen[one] / TARGETS[one].few)
        tried(TARGETS[name], TARGETS[name].few, random.randrange(2**32))
        seen[name] += TARGETS[name].few
    print(f"{sum(seen.values())} examples in {seconds:.0f} s, nothing broke: " + ", ".join(f"{name} {count}" for name, count in seen.items()))  # fmt: skip


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 60.0, sys.argv[2:])
