"""Where quotations begin and end."""

import pytest

from bot.readers.offline import quotes


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
