"""Votes as rows of gold, from the database to what `eval` lists."""

import json
from pathlib import Path

import pytest

from bot.adapters.store import open_store
from bot.commands.voted import list_votes
from bot.commands.votes import print_votes
from bot.evaluation.gold import read
from bot.intake.message import Place
from bot.settings import Settings
from tests.reply.readings import report_of


async def a_database(folder: Path) -> Settings:
    """A reading that one person found good, and one that another found fault with."""
    url = f"sqlite:///{folder / 'claims.sqlite3'}"
    async with open_store(url) as store:
        for name in ("good", "bad"):
            report = report_of()
            article = report.article.model_copy(
                update={"url": f"https://news.example/{name}", "text": report.article.text + name}
            )
            link = f"https://news.example/{name}"
            article_id = await store.library.keep_article("T1", [link], article)
            reading_id = await store.library.keep_reading("T1", article_id, article.digest, report.reading)
            entry = await store.library.entry(Place("T1", "C1", name), link, "{}")
            entry = await store.library.move(entry, "done", ts=f"1.{name}", article=article_id, reading=reading_id)
            await store.library.keep_vote(entry, "U1", good=name == "good")
        await store.ballots.keep(entry, "U1", "wrong_claim", report.reading.claims[0].id, "It will not close.")
    return Settings(_env_file=None).model_copy(update={"database_url": url})


async def test_what_votes_prints_is_gold_that_eval_lists(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each line is a row of gold; the list that is made of the file is the one made of the database itself."""
    settings = await a_database(tmp_path)
    capsys.readouterr()

    await print_votes(settings)
    printed = capsys.readouterr().out
    (tmp_path / "votes.jsonl").write_text(printed)
    await list_votes(settings, str(tmp_path / "votes.jsonl"), as_json=True)
    from_file = capsys.readouterr().out
    await list_votes(settings, "database", as_json=True)
    from_database = capsys.readouterr().out

    good, bad = read([tmp_path / "votes.jsonl"])
    assert good.statements
    assert good.denials
    assert (bad.statements, bad.denials) == (None, None)
    assert (bad.votes[0].what, bad.votes[0].comment, bad.votes[0].sentences) == (
        "wrong_claim",
        "It will not close.",
        (2, 4),
    )
    assert "U1" not in printed
    assert json.loads(from_file) == json.loads(from_database)
