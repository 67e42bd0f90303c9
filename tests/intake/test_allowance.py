"""Who may ask how much."""

from datetime import UTC, datetime, timedelta, timezone

from bot.intake.allowance import Allowance, Meter

NOON = datetime(2026, 3, 1, 12, 20, 30, tzinfo=UTC)


def links(allowance: Allowance, moment: datetime = NOON, user: str = "U1") -> Meter:
    meter = allowance.links("T1", user, moment)
    assert meter is not None
    return meter


def test_without_a_limit_nothing_is_counted() -> None:
    """0 is no limit, and needs no counter."""
    assert Allowance(0, 0).links("T1", "U1", NOON) is None
    assert Allowance(0, 0).tokens("T1", NOON) is None


def test_links_are_counted_by_person_and_hour() -> None:
    """The window is the hour of the clock: everybody can be told when the next one begins."""
    meter = links(Allowance(links_per_hour=3))

    assert (meter.since, meter.until) == (NOON.replace(minute=0, second=0), NOON.replace(hour=13, minute=0, second=0))
    assert meter != links(Allowance(links_per_hour=3), user="U2")
    assert meter == links(Allowance(links_per_hour=3), NOON + timedelta(minutes=39))
    assert meter != links(Allowance(links_per_hour=3), NOON + timedelta(minutes=40))


def test_tokens_are_counted_by_workspace_and_day() -> None:
    """The day is that of UTC, for everybody in the workspace together, wherever the process runs."""
    east = NOON.astimezone(timezone(timedelta(hours=13)))

    meter = Allowance(tokens_per_day=100).tokens("T1", east)

    assert meter is not None
    assert (meter.user, meter.since.isoformat(), meter.until.isoformat()) == (
        "",
        "2026-03-01T00:00:00+00:00",
        "2026-03-02T00:00:00+00:00",
    )


def test_what_has_reached_its_most_is_spent() -> None:
    """The last one that fits is still allowed."""
    meter = links(Allowance(links_per_hour=3))

    assert [meter.is_spent(used) for used in (0, 2, 3, 4)] == [False, False, True, True]


def test_the_time_left_is_rounded_up() -> None:
    """Whoever waits as long as told is in the next window."""
    meter = links(Allowance(links_per_hour=3))

    assert meter.minutes_left(NOON) == 40
    assert meter.minutes_left(meter.until - timedelta(seconds=1)) == 1
