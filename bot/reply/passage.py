"""The address that opens an article at one of its sentences.

Text fragments as in https://wicg.github.io/scroll-to-text-fragment/: `#:~:text=[prefix-,]start[,end]`. Each term must
lie within one block of the page and begin and end at word boundaries; the browser takes the first match. So terms are
whole words of one sentence, the prefix comes from the same paragraph only, and a start that occurs earlier is
made longer until it does not.
"""

import re
from typing import Final
from urllib.parse import quote, urlsplit

from bot.article.article import Article
from bot.reply.plain import clean

LONGEST_URL: Final = 1000
_ENOUGH_WORDS: Final = 8
_EDGE_WORDS: Final = 4
_MOST_EDGE_WORDS: Final = 12
_LONGEST_TERM: Final = 300
_PREFIX_WORDS: Final = 3
# Scripts that put no space between words; they are cut at punctuation, because a browser knows their words and we do not.
_UNSPACED: Final = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_CLAUSE: Final = re.compile(r"[^，。、；：！？「」『』（）《》…—\s]+[，。、；：！？「」『』（）《》…—\s]*")


def passage_url(article: Article, n: int) -> str | None:
    """The article's address with a fragment for sentence `n`; None without an http(s) address.

    In a PDF the fragment names the page (RFC 8118).
    Where the address would grow beyond `LONGEST_URL` characters it comes without the fragment.
    """
    base = web_address(article.address)
    if base is None or not article.has(n):
        return base
    page = article.page_of(n)
    if page is not None:
        return f"{base.partition('#')[0]}#page={page}"
    head, _, fragment = base.partition("#")
    fragment = fragment.split(":~:")[0]
    directive = _directive(article, n)
    url = f"{head}#{fragment}:~:text={directive}"
    return url if directive and len(url) <= LONGEST_URL else base


def web_address(url: str | None) -> str | None:
    """An http(s) address as a link may carry it: ASCII, nothing in it that any markup reads. None for all else."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or re.search(r"[\s<>\"|\\^`{}]", parts.netloc):
        return None
    return quote(url.strip(), safe="%:/?#[]@!$&'()*+,;=~-._", errors="ignore")


def _directive(article: Article, n: int) -> str:
    units = _units(article.sentence(n))
    if not units:
        return ""
    before = article.text[: article.sentences[n - 1].start].casefold()
    whole = _spell(units)
    if len(units) < 3 or (len(units) <= _ENOUGH_WORDS and len(whole) <= _LONGEST_TERM):
        return _prefix(article, n, before, whole) + _encode(whole)
    size = min(_EDGE_WORDS, len(units) // 3)
    while size < min(len(units) - 2, _MOST_EDGE_WORDS) and _spell(units[:size]).casefold() in before:
        size += 1
    start, end = _spell(units[:size]), _end(units[size:])
    return f"{_prefix(article, n, before, start)}{_encode(start)},{_encode(end)}"


def _units(sentence: str) -> list[str]:
    """Words with what stands beside them, or clauses where words are not spaced."""
    text = clean(sentence)
    if len(_UNSPACED.findall(text)) * 3 > len(text):
        return _CLAUSE.findall(text)
    return [f"{word} " for word in text.split()]


def _spell(units: list[str]) -> str:
    """Without quotation marks and stops at either end: they add nothing to find, and pages vary in them."""
    text = "".join(units).strip()
    return re.sub(r"^[\W_]+|[\W_]+$", "", text) or text


def _end(units: list[str]) -> str:
    """The last words, enough of them not to be met earlier among `units`, which follow the start."""
    text = _spell(units).casefold()
    fewest = min(_EDGE_WORDS, max(1, len(units) // 2))
    for size in range(fewest, min(len(units), _MOST_EDGE_WORDS)):
        end = _spell(units[-size:])
        if text.count(end.casefold()) == 1:
            return end
    return _spell(units[-fewest:])


def _prefix(article: Article, n: int, before: str, start: str) -> str:
    """The words ahead of the sentence in its paragraph, when the page has said its start before."""
    if start.casefold() not in before or n < 2:
        return ""
    gap = article.text[article.sentences[n - 2].end : article.sentences[n - 1].start]
    if "\n" in gap:
        return ""
    return _encode(_spell(_units(article.sentence(n - 1))[-_PREFIX_WORDS:])) + "-,"


def _encode(term: str) -> str:
    """Percent-encoded, the three characters of the directive's own grammar included."""
    return quote(term, safe="", errors="ignore").replace("-", "%2D")
