"""The address of a passage, held against a small browser that follows the text-fragment draft."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.article.article import Article
from bot.reply.passage import LONGEST_URL, passage_url, web_address
from tests.reply.readings import HOSTILE, PARAGRAPHS, article_of

DIRECTIVE = re.compile(r"(?:(?P<prefix>[^,&]+)-,)?(?P<start>[^-,&]+)(?:,(?P<end>[^-,&]+))?")


def browser(url: str, page: str) -> tuple[int, int] | None:
    """Where a browser would scroll: the first match of start (after prefix) up to the first end after it."""
    match = DIRECTIVE.fullmatch(url.split(":~:text=")[1])
    assert match, url
    prefix, start, end = (unquote(part) if part else None for part in match.group("prefix", "start", "end"))
    page = page.casefold()
    at = 0
    while (found := word(page, (prefix or start or "").casefold(), at)) is not None:
        at = found[0] + 1
        if prefix:
            gap = re.compile(r"\W*").match(page, found[1])
            begin = word(page, (start or "").casefold(), found[1])
            if begin is None or gap is None or begin[0] > gap.end():
                continue
            found = begin
        if end is None:
            return found
        last = word(page, end.casefold(), found[1])
        return (found[0], last[1]) if last else None
    return None


def word(page: str, term: str, at: int) -> tuple[int, int] | None:
    """The next place where the term stands between word boundaries."""
    match = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, term.split())) + r"(?!\w)").search(page, at)
    return match.span() if match else None


def lands_on(article: Article, n: int) -> str:
    """What the browser would mark for sentence `n`."""
    url = passage_url(article, n)
    assert url
    place = browser(url, article.text)
    assert place, url
    return article.text[slice(*place)]


def bare(text: str) -> str:
    return re.sub(r"^[\W_]+|[\W_]+$", "", text)


def test_each_sentence_of_an_article_is_where_its_address_leads() -> None:
    """Following the address marks exactly the sentence, without the stops and quotation marks at its ends."""
    article = article_of(PARAGRAPHS)

    assert [lands_on(article, s.n) for s in article.sentences] == [
        bare(article.sentence(s.n)) for s in article.sentences
    ]


def test_long_sentence_is_given_by_its_ends() -> None:
    """A sentence of many words has a start and an end, so that the address stays short."""
    url = passage_url(article_of(PARAGRAPHS), 2)

    assert url == (
        "https://news.example/bridge?id=7#:~:text=The%20harbour%20bridge%20of,told%20parliament%20on%20Tuesday"
    )


def test_short_sentence_is_given_whole() -> None:
    """A sentence of a few words is one term."""
    url = passage_url(article_of([["She put the cost at 40."]]), 1)

    assert url == "https://news.example/bridge?id=7#:~:text=She%20put%20the%20cost%20at%2040"


def test_grammar_of_the_directive_is_encoded() -> None:
    """Hyphens, commas, ampersands and the rest cannot be taken for the directive's own."""
    url = passage_url(article_of([["A well-known, R&D 100% #1 a=b."]]), 1)

    assert url is not None
    assert url.endswith(":~:text=A%20well%2Dknown%2C%20R%26D%20100%25%20%231%20a%3Db")


def test_repeated_sentence_is_told_apart_by_the_words_before_it() -> None:
    """Where the page says the same earlier, a prefix of the same paragraph leads to the right one."""
    article = article_of([["He agreed."], ["Then the mayor spoke at length.", "He agreed."]])

    assert passage_url(article, 3) == "https://news.example/bridge?id=7#:~:text=spoke%20at%20length-,He%20agreed"
    url = passage_url(article, 3) or ""
    assert browser(url, article.text) == (article.sentences[2].start, article.sentences[2].end - 1)


def test_prefix_never_comes_from_another_paragraph() -> None:
    """Between paragraphs a page may hold anything, so the words there are no prefix."""
    article = article_of([["He agreed."], ["The mayor spoke."], ["He agreed."]])

    assert passage_url(article, 3) == "https://news.example/bridge?id=7#:~:text=He%20agreed"


def test_start_that_occurs_earlier_is_made_longer() -> None:
    """Two sentences that begin alike have different starts."""
    common = "The minister of the interior said on"
    article = article_of(
        [[f"{common} Monday that roads would close at dawn."], [f"{common} Friday that schools would open again soon."]]
    )

    assert lands_on(article, 2) == "The minister of the interior said on Friday that schools would open again soon"


def test_end_that_occurs_within_the_sentence_is_made_longer() -> None:
    """The last words are enough of them not to be met before the sentence ends."""
    article = article_of([["At first they said it was over and then again it was over but later it was over."]])

    assert lands_on(article, 1) == bare(article.sentence(1))


def test_chinese_is_cut_at_punctuation() -> None:
    """Without spaces between words, a term is a clause."""
    sentence = (
        "外交部发言人表示，中方对此不知情，并且坚决反对任何没有根据的指责，希望各方保持冷静和克制，避免局势升级，" * 2
        + "以及其他。"
    )
    url = passage_url(article_of([[sentence]]), 1)

    assert url is not None
    start, end = (unquote(term) for term in url.split(":~:text=")[1].split(","))
    assert sentence.startswith(start)
    assert sentence.rstrip("。").endswith(end)


def test_fragment_of_the_address_stays() -> None:
    """`#section` becomes `#section:~:text=…`, and an older directive gives way."""
    for address in ("https://news.example/a#part", "https://news.example/a#part:~:text=old"):
        assert passage_url(article_of([["Hello there."]], url=address), 1) == (
            "https://news.example/a#part:~:text=Hello%20there"
        )


@pytest.mark.parametrize(
    "address", [None, "", "ftp://x/y", "javascript:alert(1)", "https://", "http://[", "file:///etc"]
)
def test_without_a_web_address_there_is_no_link(address: str | None) -> None:
    """Only http and https with a host can be opened."""
    assert passage_url(article_of([["Hello."]], url=address), 1) is None


def test_address_that_would_grow_too_long_comes_without_fragment() -> None:
    """The article still opens."""
    address = "https://news.example/" + "x" * (LONGEST_URL - 30)

    assert passage_url(article_of([["A sentence of several words."]], url=address), 1) == address


def test_address_holds_nothing_that_markup_reads() -> None:
    """Angle brackets, bars, quotes, blanks and other scripts are percent-encoded."""
    assert web_address('https://news.example/a b|c>"é?q=<x>') == "https://news.example/a%20b%7Cc%3E%22%C3%A9?q=%3Cx%3E"


@settings(max_examples=150)
@given(st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=400)), min_size=1, max_size=6))
def test_any_text_gives_a_short_plain_address(sentences: list[str]) -> None:
    """Any Unicode: ASCII, no blank, at most the longest, the base address intact."""
    article = article_of([[sentence] for sentence in sentences])

    for n in range(1, len(sentences) + 1):
        url = passage_url(article, n)
        assert url is not None
        assert re.fullmatch(r"[\x21-\x7e]+", url)
        assert len(url) <= LONGEST_URL
        assert url.startswith("https://news.example/bridge?id=7")


WORDS = st.sampled_from(
    [
        "the",
        "a",
        "minister",
        "said",
        "denied",
        "talks",
        "on",
        "Monday",
        "troops",
        "were",
        "sent",
        "not",
        "it",
        "he",
        "agreed",
        "that",
        "for",
        "city",
    ]
)


@settings(max_examples=150)
@given(st.lists(st.lists(WORDS, min_size=2, max_size=30).map(" ".join), min_size=1, max_size=8, unique=True))
def test_long_and_different_sentences_are_found(sentences: list[str]) -> None:
    """A browser that follows the address lands within the sentence's start, whenever the page says it once."""
    numbered = [f"Item{i}x {sentence}." for i, sentence in enumerate(sentences)]
    article = article_of([numbered])

    for n, sentence in enumerate(numbered, 1):
        marked = lands_on(article, n)
        assert sentence.startswith(marked)
        assert len(marked) >= min(len(sentence) - 1, 8)
