"""Whatever a page holds, it becomes an article or a page error."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.article.body import Extractor
from bot.article.extract import article_of
from bot.article.page import Page
from bot.errors import NotAnArticle, PageError
from tests.pages import ADDRESS, PARAGRAPHS, html, page

HTML_BITS = st.sampled_from(["<p>", "</p>", "<div hidden>", "<article>", "<h1>", "<h2><a href=x>", "<table><tr><td>", "<script type='application/ld+json'>", '{"@type":"NewsArticle","headline":', "</script>", "<meta property=og:type content=article>", "<title>", "&#xD800;", "&nbsp;", "\x00", "<!--", "-->", "<![CDATA[", "<svg>", "<template>", "The minister said that it was so. ", "“No,” he said. "])  # fmt: skip


@settings(max_examples=60)
@given(st.lists(HTML_BITS | st.text(max_size=30), max_size=40), st.sampled_from(["trafilatura", "resiliparse"]))
def test_any_page_is_an_article_or_a_page_error(bits: list[str], extractor: Extractor) -> None:
    """Whatever the markup, offsets are right and nothing but a `PageError` is raised."""
    try:
        article = article_of(
            Page("".join(bits).encode("utf-8", "replace"), "text/html", url=ADDRESS), extractor=extractor
        )
    except PageError:
        return
    for sentence in article.sentences:
        assert article.sentence(sentence.n).strip()
    json.dumps(article.model_dump()).encode()


@settings(max_examples=40)
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=10) | st.sampled_from(["NewsArticle", "Person", "2026-03-04"]), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["@type", "@id", "@graph", "headline", "author", "name", "publisher", "datePublished", "description", "articleBody", "isAccessibleForFree", "inLanguage"]), inner, max_size=5), max_leaves=12))  # fmt: skip
def test_any_linked_data_is_survived(data: object) -> None:
    """Values of any type in any place break nothing."""
    script = f'<script type="application/ld+json">{json.dumps(data).replace("</", "")}</script>'
    try:
        article = article_of(page(html(head=script)))
    except NotAnArticle:
        return

    assert PARAGRAPHS[0] in article.text
