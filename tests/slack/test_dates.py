"""Points in time, as each surface of Slack shows them to its reader."""

from datetime import UTC, datetime, timedelta, timezone

from bot.playground.blocks.check import check_message
from bot.reply.dates import in_utc, moment, parted
from bot.reply.reply import Note
from bot.slack.drawing.blocks import message_of

AT = datetime(2026, 11, 23, 16, 5, tzinfo=UTC)


def test_a_reply_shows_a_time_in_each_readers_zone() -> None:
    """Slack gets the point in time, and a fallback in UTC for clients that cannot tell."""
    message = message_of(Note(f"Read at {moment(AT)}, and not since."))

    (block, *_) = message["blocks"]
    elements = block["elements"][0]["elements"]
    assert [each["type"] for each in elements] == ["text", "date", "text"]
    assert elements[1]["timestamp"] == int(AT.timestamp())
    assert elements[1]["fallback"] == "2026-11-23 16:05 UTC"
    check_message(message["blocks"])


def test_the_text_for_screen_readers_does_too() -> None:
    """The message's `text` has Slack's own mark for a date."""
    text = message_of(Note(f"Read at {moment(AT)}."))["text"]

    assert text == f"Read at <!date^{int(AT.timestamp())}^{{date_short_pretty}}, {{time}}|2026-11-23 16:05 UTC>."


def test_a_time_of_another_zone_is_the_same_point() -> None:
    """What counts is when it was, not where it was written."""
    elsewhere = AT.astimezone(timezone(timedelta(hours=9)))

    assert list(parted(moment(elsewhere))) == [AT]
    assert in_utc(moment(elsewhere)) == "2026-11-23 16:05 UTC"


def test_a_text_without_times_stays_as_it_is() -> None:
    """Nothing else is taken for a time, not even one that an article writes."""
    text = "At 2026-11-23 16:05 UTC the quake was felt; ⧼not a time⧽."

    assert "".join(str(piece) for piece in parted(text)) == text
    assert in_utc(text) == text
