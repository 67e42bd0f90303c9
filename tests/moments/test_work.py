"""Every kind of task has somebody who does it, and a job whose workspace cannot be entered waits."""

import base64
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.store import open_store
from bot.intake.task import Task
from bot.moments.job import WORK, run_job
from bot.moments.newsroom import Newsroom
from bot.ports import Job, Later, Vault
from bot.slack.calls.identity import Identity
from bot.slack.calls.installations import Installations
from bot.slack.calls.workspaces import ManyRooms
from tests.adapters.working import a_task


def test_every_kind_of_task_has_its_work() -> None:
    """What a door accepts does not wait for ever for somebody who knows it."""
    assert set(WORK) == set(get_args(Task))


class Entered(Exception):
    """The token was opened."""


async def never(_: Installation) -> None:
    """These tokens do not run out."""


def rooms_of(vault: Vault) -> ManyRooms:
    def furnish(client: AsyncWebClient, me: Identity) -> Newsroom:
        raise Entered

    return ManyRooms(Installations(vault, never), AsyncWebClient, furnish)


async def test_a_token_that_another_process_sealed_anew_costs_no_job_an_attempt(tmp_path: Path) -> None:
    """Where keys are changed in one process after the other: whoever cannot open it yet leaves the job to others, even its last
    attempt."""
    old, new = (base64.b64encode(os.urandom(32)).decode() for _ in range(2))
    job = Job(id="1", task=a_task("1"), attempt=1, last=False, accepted_at=datetime.now(UTC))
    async with open_store(f"sqlite:///{tmp_path}/claims.sqlite3") as store:
        before, after = store.vault([old]), store.vault([new, old])
        await Installations(before, never).async_save(Installation(user_id="U1", team_id="T1", bot_token="xoxb-1"))
        assert await after.seal_anew() == 1

        for each in (job, replace(job, attempt=5, last=True)):
            with pytest.raises(Later) as later:
                await run_job(rooms_of(before), each)
            assert later.value.free
        with pytest.raises(Entered):
            await run_job(rooms_of(after), job)
