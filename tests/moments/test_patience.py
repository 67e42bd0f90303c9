"""Pauses while Slack is out of reach."""

from bot.moments.patience import Patience


def test_pauses_of_a_job_double_up_to_a_cap() -> None:
    """Each is up to a fifth shorter than its full length, so that jobs do not come back all at once."""
    patience = Patience(1.0, 30.0)

    pauses = [patience.pause("1", 0.0) for _ in range(8)]

    assert all(0.8 * full <= pause <= full for pause, full in zip(pauses, [1, 2, 4, 8, 16, 30, 30, 30], strict=True))


def test_jobs_are_patient_each_for_itself() -> None:
    """A job's first failure costs it a short pause, whatever others have seen; so does one after a success."""
    patience = Patience(1.0, 30.0)
    for _ in range(5):
        patience.pause("1", 0.0)

    assert patience.pause("2", 0.0) <= 1.0
    patience.over("1")
    assert patience.pause("1", 0.0) <= 1.0


def test_a_pause_is_never_shorter_than_asked() -> None:
    """What Slack asks for is kept, beyond the cap too."""
    patience = Patience(1.0, 30.0)

    assert patience.pause("1", 120.0) == 120.0
