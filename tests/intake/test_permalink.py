"""Where Slack's own addresses of messages lead."""

import pytest

from bot.intake.permalink import thread_of


@pytest.mark.parametrize(
    ("link", "place"),
    [
        ("https://acme.slack.com/archives/C0AB/p1700000000123456", ("C0AB", "1700000000.123456")),
        (
            "https://acme.slack.com/archives/C0AB/p1700000009000100?thread_ts=1700000000.123456&cid=C0AB",
            ("C0AB", "1700000000.123456"),
        ),
        ("https://news.example/archives/2026/storm", None),
        ("https://acme.slack.com/archives/C0AB", None),
        ("https://[broken", None),
    ],
)
def test_a_message_link_leads_to_its_thread(link: str, place: tuple[str, str] | None) -> None:
    """The root's own link and a reply's link name the same thread; other addresses name none."""
    assert thread_of(link) == place
