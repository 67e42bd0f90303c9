"""An answer as Markdown."""

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.reply.reply import AnswerLine, AnswerReply, Passage
from bot.slack.drawing.answers import answer_markdown
from bot.slack.drawing.blocks import closing_blocks
from bot.slack.drawing.limits import ALL_TEXT
from tests.reply.readings import texts
from tests.slack.slack_checker import check_block

PASSAGE = Passage(3, "x", "https://news.example/a_(b)?c&d#:~:text=x")


def test_lines_are_paragraphs_with_linked_sentences() -> None:
    """Each line of the answer ends in the sentences it rests on."""
    text = answer_markdown(AnswerReply("", (AnswerLine("It closes.", False, (PASSAGE, Passage(4, "y", None))),)))

    assert text == "It closes. — sentences [3–4](https://news.example/a_%28b%29?c&amp;d#:~:text=x)"


def test_words_of_an_article_are_literal() -> None:
    """No mention, link or formatting of theirs."""
    text = answer_markdown(AnswerReply("", (AnswerLine("<!here> *b* [l](https://e.example) `c` # h", False, ()),)))

    assert text == r"&lt;!here&gt; \*b\* \[l\](https://e.example) \`c\` \# h"


def test_growing_answer_only_ever_grows_at_its_end() -> None:
    """What was streamed stays as it was sent."""
    lines = tuple(AnswerLine(f"Line {i}.", False, (PASSAGE,)) for i in range(5))
    grown = [answer_markdown(AnswerReply("Lead:", lines[:i], "Note.", "…")) for i in range(6)]
    final = answer_markdown(AnswerReply("Lead:", lines, "Note."))

    assert all(later.startswith(earlier) for earlier, later in zip(grown, [*grown[1:], final], strict=True))
    assert final.endswith("\n\nNote.")


def test_long_answer_is_cut_at_whole_lines() -> None:
    """The number left out is said."""
    lines = tuple(AnswerLine(f"Line {i} " + "is long " * 60 + "here.", False, ()) for i in range(60))
    text = answer_markdown(AnswerReply("", lines))

    shown = text.count("here.")
    assert text.endswith(f"… and {60 - shown} more lines")


def test_streamed_answer_ends_in_the_vote() -> None:
    """One block that Slack takes."""
    for block in closing_blocks(AnswerReply("x")):
        check_block(block)


@settings(
    max_examples=30,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
@given(st.lists(texts, max_size=30), texts)
def test_any_answer_is_within_the_limit(lines: list[str], lead: str) -> None:
    """Any text: short enough, and nothing Slack would read as a mention."""
    text = answer_markdown(AnswerReply(lead, tuple(AnswerLine(line, True, (PASSAGE,)) for line in lines)))

    assert len(text) <= ALL_TEXT
    assert "<" not in text
