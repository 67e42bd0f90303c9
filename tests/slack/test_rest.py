"""What is made of the rest that Slack, or something before it, asks for."""

import pytest

from bot.slack.calls.rest import LONGEST, rest_asked


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("30", 30.0),
        ("1.5", 1.5),
        ("-5", 0.0),
        ("soon", 2.0),
        ("nan", 2.0),
        ("inf", LONGEST),
        ("1e300", LONGEST),
        ("Wed, 21 Oct 2026 07:28:00 GMT", 2.0),
    ],
)
def test_a_rest_is_a_number_of_seconds_that_ends(said: str, seconds: float) -> None:
    """Whatever stands in the header, the workspace is answered again."""
    assert rest_asked({"Retry-After": said}, 2.0) == seconds


def test_without_the_header_it_is_what_the_caller_takes() -> None:
    """A 429 without a number asks for a second, a failure for none."""
    assert rest_asked({}, 1.0) == 1.0
