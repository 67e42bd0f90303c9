"""Text files and pasted text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.article.extract import article_from_text
from bot.article.manuscript import article_of_file
from bot.errors import NotAnArticle
from tests.pages import PARAGRAPHS, TITLE

WRAPPED = """Harbour bridge to stay closed

The transport minister said on Tuesday that the harbour bridge would stay
closed for at least six more weeks after inspectors found cracks in two
of its main cables. She told reporters that the cables had to be replaced.

The company that maintains the bridge denied that it had received any
warning, and said that it was considering legal action against Mr. Lind
and the ministry.
"""


def test_the_first_line_of_a_file_is_its_headline() -> None:
    """The text stays as it is; the headline is the first sentence."""
    text = "\n".join([TITLE, *PARAGRAPHS])

    article = article_of_file(text)

    assert article.text == text
    assert article.title == article.sentence(1) == TITLE
    assert article.lead == 1


def test_pasted_text_has_a_headline_only_if_it_looks_like_one() -> None:
    """A short first line without a stop is a headline when more follows; anything else is not."""
    with_headline = article_from_text(f"{TITLE}\n\n{PARAGRAPHS[0]}")
    without = article_from_text("\n\n".join(PARAGRAPHS))
    alone = article_from_text(PARAGRAPHS[1])

    assert (with_headline.title, with_headline.lead) == (TITLE, 1)
    assert (without.title, without.lead) == (None, 0)
    assert (alone.title, alone.lead) == (None, 0)


def test_lines_broken_at_a_width_are_joined_in_place() -> None:
    """Sentences run over line breaks of a mail or a PDF, and offsets stay those of the original."""
    article = article_from_text(WRAPPED)

    assert len(article.text) == len(WRAPPED)
    assert [article.sentence(n) for n in (1, 2, 3, 4)] == [
        "Harbour bridge to stay closed",
        "The transport minister said on Tuesday that the harbour bridge would stay closed for at least six more weeks after inspectors found cracks in two of its main cables.",
        "She told reporters that the cables had to be replaced.",
        "The company that maintains the bridge denied that it had received any warning, and said that it was considering legal action against Mr. Lind and the ministry.",
    ]
    assert WRAPPED[article.sentences[2].start : article.sentences[2].end] == article.sentence(3)


def test_markdown_is_read_as_what_it_shows() -> None:
    """Marks of headings, emphasis, links and front matter are no part of the text."""
    text = f"---\ntitle: x\n---\n# {TITLE}\n\nThe **minister** said [so](https://a.example/x_y) *on Tuesday*.\n\n> The company denied it.\n\n![A bridge](a.png)\n"

    article = article_of_file(text, markdown=True)

    assert article.title == TITLE
    assert [article.sentence(s.n) for s in article.sentences] == [
        TITLE,
        "The minister said so on Tuesday.",
        "The company denied it.",
    ]


@pytest.mark.parametrize(
    "text", ["", "   \n\n ", "hello", "Hello world", f"{TITLE}", f"{TITLE}\nshort", "…", "\u200b\ufeff"]
)
def test_a_few_words_are_no_article(text: str) -> None:
    """A headline alone, a greeting or nothing at all is an error, not an empty list."""
    with pytest.raises(NotAnArticle):
        article_of_file(text)


@pytest.mark.parametrize("text", [f"{TITLE}\n{PARAGRAPHS[0]}", PARAGRAPHS[1], "The bridge is closed, they said. It was denied.", "TITLE\n\nA single sentence of some length stands here"])  # fmt: skip
def test_a_real_sentence_is_enough(text: str) -> None:
    """One sentence beyond the headline, or two, can be read."""
    assert article_of_file(text).sentences


@pytest.mark.parametrize("text", [f"\ufeff{TITLE}\r\n\r\n{PARAGRAPHS[0]}\r\n", f"{TITLE}\n\n{PARAGRAPHS[0][:10]}\u200b{PARAGRAPHS[0][10:]}\n"])  # fmt: skip
def test_marks_that_nobody_sees_are_taken_out(text: str) -> None:
    """A byte order mark, Windows line ends and zero-width characters leave plain text."""
    assert article_of_file(text).text == f"{TITLE}\n\n{PARAGRAPHS[0]}\n"


@settings(max_examples=150)
@given(st.text(max_size=300) | st.lists(st.text("ab .,!?“”\n", min_size=40, max_size=90), max_size=12).map("\n".join))
def test_any_text_is_an_article_or_none(text: str) -> None:
    """Nothing but `NotAnArticle` is raised; offsets are those of the article's text."""
    for make in (article_from_text, article_of_file):
        try:
            article = make(text)
        except NotAnArticle:
            continue
        assert 0 <= article.lead < len(article.sentences)
        assert all(article.sentence(s.n) for s in article.sentences)
