"""An evaluation that somebody stops: what is finished is kept, and the same command goes on."""

import asyncio
import json
import os
import signal
import sys
from pathlib import Path

import pytest

from tests.model_answers import says
from tests.model_server import KEY, ModelServer, quotes


@pytest.mark.slow
async def test_ctrl_c_keeps_what_is_finished(tmp_path: Path) -> None:
    """Two of six articles are read when it is stopped; the second run reads the other four, and no more."""
    gold, kept = tmp_path / "gold.jsonl", tmp_path / "kept.jsonl"
    rows = [
        {"id": str(n), "text": f"Title {n}\nMara Ilves said on Monday that ferry {n} is late.", "statements": []}
        for n in range(6)
    ]
    gold.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    command = [sys.executable, "-m", "bot", "eval", str(gold), "--reader", "openai", "--kept", str(kept)]
    async with ModelServer() as server:
        answered = iter(range(100))
        server.answer_with(lambda asked: says(quotes(asked), pause=0 if next(answered) < 2 else 30))
        env = os.environ | {"OPENAI_BASE_URL": server.base_url, "OPENAI_API_KEY": KEY}
        stopped = await asyncio.create_subprocess_exec(*command, env=env, stdout=-1, stderr=-1)
        async with asyncio.timeout(60):
            while not kept.exists() or len(kept.read_text("utf-8").splitlines()) < 2:
                await asyncio.sleep(0.05)

        stopped.send_signal(signal.SIGINT)
        _, said = await stopped.communicate()
        before = len(server.requests)
        server.answer_with(quotes)
        again = await asyncio.create_subprocess_exec(*command, env=env, stdout=-1, stderr=-1)
        table, told = await again.communicate()

    assert stopped.returncode == 130
    assert b"Stopped after 2 of 6" in said
    assert b"Traceback" not in said
    assert len(server.requests) - before == 4
    assert b"2 of 6 were read before" in told
    assert b"How good the readers are" in table


async def test_what_cannot_be_read_has_its_cost(tmp_path: Path) -> None:
    """A model that answers nonsense is counted as failed, with the requests and tokens that it took."""
    gold = tmp_path / "gold.jsonl"
    gold.write_text(
        json.dumps({"id": "a", "text": "Ferry\nMara Ilves said that it is late.", "statements": []}), "utf-8"
    )
    command = [sys.executable, "-m", "bot", "eval", str(gold), "--reader", "openai", "--fresh", "--json"]
    async with ModelServer() as server:
        server.answer_with(lambda asked: says("no JSON"))
        env = os.environ | {"OPENAI_BASE_URL": server.base_url, "OPENAI_API_KEY": KEY}
        run = await asyncio.create_subprocess_exec(*command, env=env, stdout=-1, stderr=-1)
        table, _ = await run.communicate()

    model = json.loads(table)["macro"][0]
    assert model["failures"] == {"reader_nonsense": 1}
    assert model["usage"]["requests"] == len(server.requests) > 1
    assert model["usage"]["output_tokens"] > 0
