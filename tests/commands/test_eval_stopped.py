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
