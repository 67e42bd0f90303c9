"""Where quotations begin and end."""

import pytest

from bot.readers.offline.text import quotes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “no” twice.", ["“no”"]),
        ('"Yes," he said, "of course."', ['"Yes,"', '"of course."']),
        ("''Yes,'' he said.", ["''Yes,''"]),
        ("It is ‘highly likely’ that the boys’ team wins.", ["‘highly likely’"]),
        ("« Oui », dit-il.", ["« Oui »"]),
        ("„Ja“, sagte sie.", ["„Ja“"]),
        ("»Ja«, sagte sie.", ["»Ja«"]),
        ("The '90s and the officials' report.", []),
        ("“It goes on", ["“It goes on"]),
        ('“It is likely," he said.', ['“It is likely,"']),
        ("He said “a ‘b’ c” and left.", ["“a ‘b’ c”"]),
    ],
)
def test_quotations_are_found(text: str, found: list[str]) -> None:
    """Every style of marks; apostrophes are none; an open mark reaches to the end of its paragraph."""
    assert [text[quote.start : quote.end] for quote in quotes.find(text)] == found


def test_no_quotation_crosses_a_line() -> None:
    """A paragraph opens a running quotation anew."""
    assert len(quotes.find("“One paragraph.\n“And the next.”")) == 2


@pytest.mark.parametrize(
    "text",
    [
        '“It is late," Hill said. “It will rain, too.”',
        '“It is late," Hill said. "It will rain, too."',
        '"It is late,” Hill said. "It will rain, too.”',
        '"It is late,” Hill said. “It will rain, too.”',
        '“It is late," Hill said. “It will rain, too."',
    ],
)
def test_mixed_marks_close_at_the_first(text: str) -> None:
    """A curly mark and a straight one make a pair where the next quotation opens only later."""
    found = [text[quote.start + 1 : quote.end - 1] for quote in quotes.find(text)]

    assert found == ["It is late,", "It will rain, too."]


def test_a_straight_word_inside_curly_marks_is_no_end() -> None:
    """What is quoted within a quotation leaves the outer marks alone."""
    text = '“They call it "the dam" and nothing else,” Hill said.'

    assert [text[quote.start : quote.end] for quote in quotes.find(text)] == [text[: -len(" Hill said.")]]


def test_a_stray_mark_opens_nothing() -> None:
    """A straight mark that nothing answers, in a paragraph with curly quotations, is a slip."""
    text = '"She came late. “I am sorry,” she said, and sat down.'

    assert [text[quote.start : quote.end] for quote in quotes.find(text)] == ["“I am sorry,”"]


def test_an_apostrophe_is_no_half_of_a_double_mark() -> None:
    """Two single marks close what two single marks opened, and "let's" closes nothing."""
    text = "''And let's stop it, it's late,'' Hill said."

    assert [text[quote.start : quote.end] for quote in quotes.find(text)] == ["''And let's stop it, it's late,''"]
