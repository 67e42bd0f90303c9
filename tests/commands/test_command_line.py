"""The commands, run as a shell runs them: exit 0 done, 1 failed with one sentence on stderr, 2 wrong usage."""

import asyncio
import csv
import io
import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from bot.playground.articles import seeds_folder
from bot.playground.server import LocalSlack
from bot.settings import Settings
from bot.slack.scopes import BOT_SCOPES
from tests.commands.shell import ROOT, Done, claims_bot, here, started
from tests.model_server import KEY, ModelServer, finds_nothing

SAMPLE = str(seeds_folder() / "harbour-cranes.html")


def failed_with(done: Done) -> str:
    """The one sentence of a command that failed."""
    assert done.returncode == 1
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith("claims-bot: ")
    return line


def left_behind() -> list[Path]:
    """What lies in the folder where the command ran, which was empty."""
    return list(Path().iterdir())


def test_read_prints_the_contract_and_nothing_else() -> None:
    """`--json` is one object of `claims/1` on stdout, in which every id and every sentence number resolves."""
    done = started("read", SAMPLE, "--json")

    reading = json.loads(done.stdout)
    sources = {source["id"] for source in reading["sources"]}
    numbers = {sentence["n"] for sentence in reading["article"]["sentences"]}
    assert (done.returncode, done.stderr, reading["schema"]) == (0, "", "claims/1")
    assert reading["claims"]
    assert all(set(claim["sources"]) | set(claim["via"]) <= sources for claim in reading["claims"])
    assert all(set(claim["sentences"]) <= numbers for claim in reading["claims"])


def test_csv_and_linked_data_hold_several_articles() -> None:
    """One header for the rows of all, one document for the claims of all; each as many as the JSON has."""
    names = [str(seeds_folder() / f"{name}.html") for name in ("tide-clock", "harbour-cranes")]
    lines = claims_bot("read", *names, "--jsonl").stdout.splitlines()
    claims = sum(len(json.loads(line)["claims"]) for line in lines)

    rows = list(csv.DictReader(io.StringIO(claims_bot("read", *names, "--csv").stdout)))
    linked = json.loads(claims_bot("read", *names, "--jsonld").stdout)

    assert len(rows) == claims
    assert len({row["url"] or row["title"] for row in rows}) == 2
    assert sum(node["@type"] == "Claim" for node in linked["@graph"]) == claims


def test_jsonl_prints_a_line_for_each_article_in_order() -> None:
    """Several articles come out in the order in which they were named."""
    names = ["tide-clock", "harbour-cranes"]

    done = claims_bot("read", *(str(seeds_folder() / f"{name}.html") for name in names), "--jsonl")

    titles = [json.loads(line)["article"]["title"] for line in done.stdout.splitlines()]
    expected = [json.loads((seeds_folder() / f"{name}.json").read_text())["article"]["title"] for name in names]
    assert titles == expected


def test_one_bad_source_does_not_stop_the_others() -> None:
    """What can be read is read; the other is named on stderr, and the exit code tells."""
    done = claims_bot("read", "nowhere.txt", SAMPLE, "--jsonl")

    assert done.returncode == 1
    assert "nowhere.txt" in done.stderr
    assert len(done.stdout.splitlines()) == 1


def test_text_can_be_piped_in() -> None:
    """`-` reads what another program writes."""
    done = claims_bot("read", "-", stdin="Ferry stays shut\nMara Ilves said on Monday that the ferry would stay shut.")

    assert done.returncode == 0
    assert "Mara Ilves" in done.stdout


def test_a_page_can_be_piped_in() -> None:
    """Markup is taken for a page, not for text."""
    done = claims_bot("read", "-", "--json", stdin=Path(SAMPLE).read_text(encoding="utf-8"))

    assert json.loads(done.stdout)["article"]["title"] == "Port cranes in Tarnmouth sent data abroad, officials say"


def test_an_article_can_be_asked() -> None:
    """`ask` answers with sentences of the article."""
    done = started("ask", SAMPLE, "How many cranes were taken off the network?")

    assert done.returncode == 0
    assert "14 of the port’s 22 cranes" in " ".join(done.stdout.split())


def test_whether_it_is_true_is_not_answered() -> None:
    """As in Slack: the bot never rules on truth, and says what may be asked instead."""
    done = claims_bot("ask", SAMPLE, "Is this true?")

    assert done.returncode == 0
    assert "I never say what is true" in done.stdout


@pytest.mark.parametrize(("name", "hint"), [("note.txt", "whole sentences"), ("page.html", "as a .txt file")])
def test_a_file_without_an_article_is_told_what_it_needs(name: str, hint: str) -> None:
    """Who gives a text file is not told to save one; the file is named, also where it is the only one."""
    Path(name).write_text("Nothing here\n")

    for said in (claims_bot("read", name), claims_bot("ask", name, "Who denies it?")):
        assert f"the file {name}" in failed_with(said)
        assert hint in said.stderr


def test_text_without_an_article_that_is_piped_in_is_told_what_it_needs() -> None:
    """It cannot be saved either."""
    done = claims_bot("read", "-", stdin="Nothing here")

    assert "whole sentences" in failed_with(done)


def test_what_is_empty_is_said_to_be_empty() -> None:
    """A file, and what is piped in: neither is told to send another page."""
    Path("none.txt").write_text("\n")

    assert "The file none.txt is empty" in failed_with(claims_bot("read", "none.txt"))
    assert "The file stdin is empty" in failed_with(claims_bot("ask", "-", "Who denies it?"))


def test_a_folder_is_said_to_be_one() -> None:
    """And what to name instead."""
    Path("art").mkdir()

    assert "art is a folder" in failed_with(claims_bot("read", "art"))


def test_without_votes_that_is_said() -> None:
    """Beside the rows, which are none, so that a file of them stays empty."""
    claims_bot("db", "upgrade")

    done = claims_bot("votes")

    assert (done.returncode, done.stdout) == (0, "")
    assert "nobody has voted" in done.stderr


def test_who_runs_the_bot_is_not_told_to_ask_them() -> None:
    """An article in a language without rules needs a model, and they are told how to set one."""
    Path("note.txt").write_text(
        "Het nieuws van vandaag\nDe minister zei op maandag dat de brug naar het eiland voor het einde van het jaar weer open zou gaan."
    )

    said = failed_with(claims_bot("read", "note.txt"))

    assert "OPENAI_BASE_URL" in said
    assert "whoever runs me" not in said


@pytest.mark.parametrize(
    "words",
    [
        ("read",),
        ("frobnicate",),
        ("read", SAMPLE, SAMPLE, "--json"),
        ("read", SAMPLE, "--json", "--jsonl"),
        ("ask", SAMPLE),
        ("ask", SAMPLE, " "),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_exit_two(words: tuple[str, ...]) -> None:
    """A call that cannot be meant is told apart from one that failed."""
    assert claims_bot(*words).returncode == 2


def test_a_file_that_is_not_there_is_one_sentence() -> None:
    """No traceback, no article: one sentence."""
    assert "could not be opened" in failed_with(claims_bot("read", "nowhere.txt"))


def test_an_address_inside_is_one_sentence() -> None:
    """A private address is refused without a look at it."""
    assert "not" in failed_with(claims_bot("read", "http://127.0.0.1:1/"))


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"CLAIMS_PROT": "3000"}, "CLAIMS_PROT"),
        ({"CLAIMS_PORT": "many"}, "CLAIMS_PORT"),
        ({"CLAIMS_USER_LINKS_PER_HOUR": "9223372036854775808"}, "CLAIMS_USER_LINKS_PER_HOUR"),
        ({"CLAIMS_WORKSPACE_TOKENS_PER_DAY": "9223372036854775808"}, "CLAIMS_WORKSPACE_TOKENS_PER_DAY"),
        ({"CLAIMS_MODEL_REQUESTS_PER_MINUTE": "9223372036854775808"}, "CLAIMS_MODEL_REQUESTS_PER_MINUTE"),
        ({"CLAIMS_LANGUAGE": "Deutsch"}, "CLAIMS_LANGUAGE: must be a language code"),
        ({"CLAIMS_LANGUAGE": "xx"}, "CLAIMS_LANGUAGE: must be a language code"),
        ({"CLAIMS_LANGUAGE": "deu"}, "CLAIMS_LANGUAGE: must be a language code"),
        ({"CLAIMS_FETCH_ALLOW": "localhost"}, "CLAIMS_FETCH_ALLOW"),
        ({"CLAIMS_READER": "openai"}, "OPENAI_API_KEY"),
        ({"OPENAI_BASE_URL": "http://me:hush@127.0.0.1/v1"}, "OPENAI_BASE_URL: must hold no name and no password"),
        ({"DATABASE_URL": "mysql://x"}, "DATABASE_URL"),
        ({"DATABASE_URL": "sqlite:///:memory:"}, "DATABASE_URL: must name a file"),
        ({"SLACK_CLIENT_ID": "1.2", "SLACK_BOT_TOKEN": "xoxb-1"}, "SLACK_CLIENT_SECRET is not"),
        ({"SLACK_CLIENT_SECRET": "hush"}, "SLACK_CLIENT_ID is not"),
        ({"SLACK_API_URL": "https://slack.example"}, "SLACK_API_URL"),
        ({}, "SLACK_BOT_TOKEN"),
        ({"SLACK_BOT_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, dict) else value,
)
def test_a_bad_setting_stops_the_start_and_is_named(environment: dict[str, str], named: str) -> None:
    """Whoever set it wrong learns which one it is, and never what a secret holds."""
    assert named in failed_with(claims_bot("serve", **environment))


def test_a_user_that_the_machine_does_not_know_can_run_it() -> None:
    """A service's user may have neither a name nor a home: systemd and Kubernetes give it a number alone."""
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        pytest.skip("needs root and setpriv, to become somebody else")
    nobody_known = ("--reuid", "54321", "--inh-caps", "+dac_override", "--ambient-caps", "+dac_override")
    homeless = {name: value for name, value in os.environ.items() if name != "HOME"}

    done = subprocess.run(
        ["setpriv", *nobody_known, sys.executable, "-m", "bot", "doctor"],
        env=homeless | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_settings_come_from_an_env_file_too() -> None:
    """In development settings stand in `.env`, and an unknown one there is found as well."""
    Path(".env").write_text("CLAIMS_PORT=3000\nCLAIMS_WRONG=1\n")

    assert "CLAIMS_WRONG" in failed_with(claims_bot("serve"))


def test_a_line_of_the_env_file_that_is_none_is_named() -> None:
    """A quotation mark that is never closed would take the setting away without a word."""
    Path(".env").write_text('CLAIMS_HOST=127.0.0.1\nCLAIMS_PORT="\n')

    assert ".env, line 2: " in failed_with(claims_bot("serve"))


def test_what_is_set_and_empty_overrides_the_env_file() -> None:
    """`NAME= claims-bot …` is how to be without what the file has; other lines of it still hold."""
    Path(".env").write_text("SLACK_BOT_TOKEN=xoxb-1\nslack_app_token=xapp-1\nCLAIMS_FETCH_ALLOW=a:1,b:2\n")

    refused = claims_bot("serve", SLACK_APP_TOKEN="")

    assert "SLACK_BOT_TOKEN is set, but neither SLACK_APP_TOKEN" in failed_with(refused)


async def test_a_token_that_slack_refuses_stops_the_start() -> None:
    """`serve` says which token is wrong and where to find the right one."""
    async with LocalSlack() as slack:
        right = {"SLACK_API_URL": slack.api_url, "CLAIMS_PORT": "0"}
        tokens = {"SLACK_BOT_TOKEN": slack.bot_token, "SLACK_APP_TOKEN": slack.app_token}
        for name, wrong in (("SLACK_BOT_TOKEN", "xoxb-wrong"), ("SLACK_APP_TOKEN", "xapp-wrong")):
            done = await asyncio.to_thread(started, "serve", **right, **(tokens | {name: wrong}))

            assert name in failed_with(done)
            assert left_behind() == []


async def test_a_port_that_is_taken_stops_the_start() -> None:
    """`serve` names the setting, and leaves no database behind for a start that never was."""
    async with LocalSlack() as slack:
        tokens = {"SLACK_BOT_TOKEN": slack.bot_token, "SLACK_APP_TOKEN": slack.app_token}
        with socket.create_server(("127.0.0.1", 0)) as taken:
            there = {"SLACK_API_URL": slack.api_url, "CLAIMS_PORT": str(taken.getsockname()[1])}
            done = await asyncio.to_thread(claims_bot, "serve", **there, **tokens)

    assert "CLAIMS_PORT" in failed_with(done)
    assert left_behind() == []


async def test_a_bot_that_is_stopped_while_it_loads_ends_well() -> None:
    """SIGTERM before anything is served is no failure, as it is none afterwards."""
    loading = await asyncio.create_subprocess_exec(
        sys.executable, "-X", "importtime", "-m", "bot", "serve", stderr=asyncio.subprocess.PIPE, env=here()
    )
    assert loading.stderr is not None
    async for line in loading.stderr:
        if b"aiohttp" in line:
            break
    loading.terminate()
    await loading.communicate()

    assert loading.returncode == 0
    assert left_behind() == []


async def test_doctor_finds_everything_in_order() -> None:
    """With database, model and Slack at hand, every line is ok."""
    async with LocalSlack() as slack, ModelServer().answer_with(finds_nothing) as model:
        slack.scopes.clear()
        slack.scopes.update(BOT_SCOPES)
        done = await asyncio.to_thread(
            started,
            "doctor",
            SLACK_API_URL=slack.api_url,
            SLACK_BOT_TOKEN=slack.bot_token,
            SLACK_APP_TOKEN=slack.app_token,
            OPENAI_BASE_URL=model.base_url,
            OPENAI_API_KEY=KEY,
            OPENAI_MODEL="test-model",
        )

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("ok") >= 5
    assert "fail" not in done.stdout


async def test_doctor_names_a_missing_scope() -> None:
    """A token without a scope that the bot uses is found before anybody misses a reply."""
    async with LocalSlack() as slack:
        slack.scopes.clear()
        slack.scopes.update(set(BOT_SCOPES) - {"groups:history"})
        done = await asyncio.to_thread(
            claims_bot,
            "doctor",
            SLACK_API_URL=slack.api_url,
            SLACK_BOT_TOKEN=slack.bot_token,
            SLACK_APP_TOKEN=slack.app_token,
        )

    assert done.returncode == 1
    assert "groups:history" in done.stdout


def test_work_beside_sqlite_says_what_to_run_instead() -> None:
    """One process works on a SQLite file; a second one that only works would wait for ever."""
    assert "`claims-bot serve` accepts and works" in failed_with(started("work"))


def test_doctor_without_anything_says_what_is_missing() -> None:
    """On a fresh machine nothing is wrong, and what is not there is said."""
    done = claims_bot("doctor")

    assert done.returncode == 0
    assert "offline reader" in done.stdout
    assert "SLACK_BOT_TOKEN" in done.stdout


def test_the_database_can_be_brought_up_to_date_twice() -> None:
    """`db upgrade` makes the schema, and changes nothing the second time."""
    first, second = started("db", "upgrade"), claims_bot("db", "upgrade")

    assert (first.returncode, second.returncode) == (0, 0)
    assert Path("claims.sqlite3").is_file()


def test_eval_prints_figures_beside_the_floors() -> None:
    """The offline reader stands beside the two floors, for programs too."""
    row = {
        "id": "one",
        "text": "Ferry stays shut\nMara Ilves said on Monday that the ferry would stay shut.\nThe sea was calm.",
        "statements": [{"start": 17, "end": 76, "source_name": "Mara Ilves", "source_kind": "person"}],
        "denials": None,
    }
    Path("gold.jsonl").write_text(json.dumps(row) + "\n")

    done = started("eval", "gold.jsonl", "--json")

    assert done.returncode == 0, done.stderr
    readers = {one["reader"]: one for one in json.loads(done.stdout)["macro"]}
    assert set(readers) == {"offline", "every sentence", "quotation mark or verb"}
    assert readers["offline"]["articles"] == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"not json\n", "gold.jsonl, line 1: "),
        (b"{}\n", "gold.jsonl, line 1: id: field required (and 1 more)."),
        (b"\xff\xfe\x00\x9f", "gold.jsonl is no text in UTF-8."),
        (b"\n", "gold.jsonl is empty."),
        (
            b'{"id": "a", "text": "A."}\n{"id": "a", "text": "B."}\n',
            "line 2: the id a is that of gold.jsonl, line 1 already.",
        ),
    ],
)
def test_eval_of_what_is_no_gold_is_one_sentence(content: bytes, said: str) -> None:
    """What is wrong with it is said with the file and, where there is one, the line."""
    Path("gold.jsonl").write_bytes(content)

    assert said in failed_with(claims_bot("eval", "gold.jsonl"))


def test_an_address_of_another_kind_is_no_file() -> None:
    """It is refused as an address, as it is in Slack."""
    assert "not a web address" in failed_with(claims_bot("read", "ftp://courier.example/x"))


@pytest.mark.slow
def test_an_answer_by_rules_shows_no_button_where_nothing_can_be_pressed() -> None:
    """The model is away: the answer says so, without *Try again*."""
    Path("ferry.txt").write_text(
        "Ferry stays shut\n\nMara Ilves said on Monday that the ferry stays shut until June.\n"
    )

    done = claims_bot(
        "ask", "ferry.txt", "Until when does the ferry stay shut?", OPENAI_BASE_URL="http://127.0.0.1:1/v1"
    )

    assert "out of reach" in done.stdout
    assert "Press" not in done.stdout
    assert "[Try again]" not in done.stdout


def test_eval_knows_the_samples_by_their_name() -> None:
    """`seeds` is the sample articles, from whatever folder."""
    done = claims_bot("eval", "seeds", "--articles")

    assert done.returncode == 0, done.stderr
    assert "harbour-cranes" in done.stdout


def test_eval_lists_what_people_voted_down() -> None:
    """A file of gold rows with votes becomes a list, or rows to label."""
    vote = {"what": "wrong_claim", "claim": "The ferry sank.", "sentences": [2], "comment": "It did not."}
    row = {"id": "one", "text": "Ferry stays shut\nMara Ilves said it stays shut.", "votes": [vote]}
    Path("votes.jsonl").write_text(json.dumps(row) + "\n")

    listed = claims_bot("eval", "--from-votes", "votes.jsonl")
    to_label = claims_bot("eval", "--from-votes", "votes.jsonl", "--json")
    claims_bot("db", "upgrade")
    empty = claims_bot("eval", "--from-votes", "database")

    assert "wrong_claim" in listed.stdout
    assert json.loads(to_label.stdout)["statements"] is None
    assert "Nobody" in empty.stdout


@pytest.mark.parametrize(("written", "meant"), [("DE", "de"), ("Fr-CA", "fr-CA")])
def test_a_language_is_known_however_its_code_is_written(written: str, meant: str) -> None:
    """Capital letters tell nothing in a language code."""
    assert Settings(_env_file=None, language=written).language == meant
