"""The commands, run as a shell runs them: exit 0 done, 1 failed with one sentence on stderr, 2 wrong usage."""

import asyncio
import csv
import io
import json
from pathlib import Path

import pytest

from bot.playground.articles import seeds_folder
from bot.playground.server import LocalSlack
from bot.slack.scopes import BOT_SCOPES
from tests.commands.shell import claims_bot, failed_with, started
from tests.model_server import KEY, ModelServer, finds_nothing

SAMPLE = str(seeds_folder() / "harbour-cranes.html")


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


def test_doctor_without_anything_says_what_is_missing() -> None:
    """On a fresh machine nothing is wrong, and what is not there is said."""
    done = claims_bot("doctor")

    assert done.returncode == 0
    assert "offline reader" in done.stdout
    assert "SLACK_BOT_TOKEN" in done.stdout


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
