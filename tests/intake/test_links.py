"""Which addresses stand in a text."""

import pytest

from bot.intake.links import links_in_plain_text, links_in_slack_text


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("see <https://a.example/x>", ("https://a.example/x",)),
        ("<https://a.example/?a=1&amp;b=2|a label>", ("https://a.example/?a=1&b=2",)),
        ("<https://a.example> <https://b.example|b> <https://a.example>", ("https://a.example", "https://b.example")),
        ("<mailto:x@a.example|x> <@U1> <#C1|news> <!here> <ftp://a.example>", ()),
        ("<https://real.example/x|https://other.example/y>", ("https://real.example/x",)),
        ("no link", ()),
        ("<https://>", ()),
        ("<http://[broken>", ()),
    ],
)
def test_slack_markup_gives_its_links(text: str, links: tuple[str, ...]) -> None:
    """Links come out of Slack's markup once each, in order, labels ignored and escapes undone."""
    assert links_in_slack_text(text) == links


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("https://a.example/x.", ("https://a.example/x",)),
        ("(see https://a.example/x)", ("https://a.example/x",)),
        ("https://a.example/wiki/X_(y)", ("https://a.example/wiki/X_(y)",)),
        ("“https://a.example/x”, he said", ("https://a.example/x",)),
        ("HTTPS://A.example/X?y=1!", ("HTTPS://A.example/X?y=1",)),
        ("javascript:alert(1) file:///etc/passwd", ()),
    ],
)
def test_typed_text_gives_its_links_without_punctuation(text: str, links: tuple[str, ...]) -> None:
    """What follows a typed link as punctuation is not taken for a part of it."""
    assert links_in_plain_text(text) == links
