"""`eval` and `votes`: figures beside the floors, what is no gold, and what people voted down."""

import json
from pathlib import Path

import pytest

from tests.commands.shell import claims_bot, failed_with, started


def test_without_votes_that_is_said() -> None:
    """Beside the rows, which are none, so that a file of them stays empty."""
    claims_bot("db", "upgrade")

    done = claims_bot("votes")

    assert (done.returncode, done.stdout) == (0, "")
    assert "nobody has voted" in done.stderr


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
        (b"not json\n", "gold.jsonl, line 1: this is no JSON from character 1 on."),
        (b"{}\n", "gold.jsonl, line 1: id: field required (and 1 more)."),
        (b"\xff\xfe\x00\x9f", "gold.jsonl is no text in UTF-8."),
        (b"\n", "gold.jsonl is empty."),
        (
            b'{"id": "a", "text": "A."}\n{"id": "a", "text": "B."}\n',
            "line 2: the id a is that of gold.jsonl, line 1 already.",
        ),
        (b'{"id": "a", "text": ' + b"[" * 100_000, "line 1: no JSON of gold is as deep, or has numbers as long."),
        (b'{"id": "a", "text": "Half \\ud800."}', "line 1: half a character stands alone in it."),
        (
            b'{"id": "a", "text": "He said.", "statements": [{"start": 5, "end": 3}]}',
            "line 1: statements.0: 5 to 3 is no place in a text of 8 characters.",
        ),
        (
            b'{"id": "a", "text": "He said.", "denials": [{"start": 0, "end": 8, "targets": [[0, 9]]}]}',
            "line 1: denials.0.targets.0: 0 to 9 is no place in a text of 8 characters.",
        ),
    ],
)
def test_eval_of_what_is_no_gold_is_one_sentence(content: bytes, said: str) -> None:
    """What is wrong with it is said with the file and, where there is one, the line."""
    Path("gold.jsonl").write_bytes(content)

    assert said in failed_with(claims_bot("eval", "gold.jsonl"))


def test_eval_reads_gold_behind_a_byte_order_mark() -> None:
    """As some editors and spreadsheets save it."""
    Path("gold.jsonl").write_bytes(b'\xef\xbb\xbf{"id": "a", "text": "He said it."}\r\n')

    assert claims_bot("eval", "gold.jsonl").returncode == 0


def test_brackets_of_an_article_and_of_a_comment_are_printed() -> None:
    """They are no markup of the terminal's, and end nothing."""
    text = "Mary Hill said [/b] it is [red]safe[/red] :skull:. It rained."
    said = {"start": text.index("It rained"), "end": len(text), "source_name": "Tom [/i] Reed"}
    row = {"id": "a[/x]", "text": text, "statements": [said], "votes": [{"comment": "No [/y]"}]}
    Path("gold.jsonl").write_text(json.dumps(row) + "\n")

    errors = claims_bot("eval", "gold.jsonl", "--errors", "--articles")
    votes = claims_bot("eval", "--from-votes", "gold.jsonl")

    assert "[red]safe[/red] :skull:" in " ".join(errors.stdout.split()), errors.stderr
    assert "No [/y]" in votes.stdout, votes.stderr


def test_eval_of_gold_that_is_not_there_is_one_sentence() -> None:
    """Without the words of the machine."""
    assert failed_with(claims_bot("eval", "nope.jsonl")).endswith("The gold cannot be read: there is no nope.jsonl.")


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
