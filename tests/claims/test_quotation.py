"""What is quoted, who is a medium, and what a hedge does to certainty."""

import pytest

from bot.claims.grammar.quotation import quotations, speech_form
from bot.claims.language.verbatim import find_in_article
from bot.claims.people.media import corrected
from bot.claims.reading import Span
from tests.claims.articles import article


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“We are not late and never were,” the mayor said.", "direct"),
        ("He called the plan “wildly disproportionate” on Monday after a long meeting with the union.", "mixed"),
        ("He said the plan wasn't ready and the workers' union knew it.", "indirect"),
        ("»Wir sind nicht zu spät«, sagte die Ministerin.", "direct"),
        ("„Wir sind nicht zu spät“, sagte die Ministerin.", "direct"),
        ("« Nous ne sommes pas en retard », a dit le maire.", "direct"),
    ],
)
def test_form_of_speech(text: str, form: str) -> None:
    """Quotation marks of every style count, apostrophes do not."""
    assert speech_form(article(text, None), [1], None) == form


def test_the_content_alone_decides_where_it_is_known() -> None:
    """A claim that is all quotation is direct, however long its sentence."""
    text = (
        "The mayor, who had spent the whole night with engineers at the tunnel under the harbour, said: “We are late.”"
    )
    start = text.index("“")

    assert speech_form(article(text), [1], Span(start=start, end=len(text))) == "direct"


def test_a_quotation_may_run_over_sentences() -> None:
    """An open mark holds until it is closed, at most to the end of its paragraph."""
    text = "“We are late. We know it,” he said.\n“It goes on.\nAnother one."

    assert [text[a:b] for a, b in quotations(text)] == ["“We are late. We know it,”", "“It goes on.\n"]


def test_state_media_are_known_and_told() -> None:
    """The list knows some; the article's own words come first; a person is no medium."""
    page = article("KCNA said so. The state news agency Yonhap agreed, Reuters reported. Xi spoke.")

    assert corrected(page, "KCNA", "organisation", "none") == "state_media"
    assert corrected(page, "Yonhap", "organisation", "other_media") == "state_media"
    assert corrected(page, "Reuters", "organisation", "none") == "other_media"
    assert corrected(page, "Xi", "person", "state_media") == "none"


def test_a_part_of_a_word_is_not_a_name() -> None:
    """Names match whole words only."""
    assert find_in_article(article("The Iranian spoke."), "Iran") is None
