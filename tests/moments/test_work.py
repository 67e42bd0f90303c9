"""Every kind of task has somebody who does it."""

from typing import get_args

from bot.intake.task import Task
from bot.moments.job import WORK


def test_every_kind_of_task_has_its_work() -> None:
    """What a door accepts does not wait for ever for somebody who knows it."""
    assert set(WORK) == set(get_args(Task))
