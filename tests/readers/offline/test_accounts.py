"""Denials that tell the same hours, the cause or the evidence otherwise."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.claims.reading import SILENT
from tests.readers.offline.conftest import Fill, Filled

HERE = Path(__file__)
# Of 28 and 37 denials: found, and of these tied to what they answer; other sentences taken for one.
FOUND = {"accounts": 25, "replies": 12}  # may only rise
LINKED = {"accounts": 20, "replies": 9}  # may only rise
FALSE = {"accounts": 0, "replies": 1}  # may only fall
HILL = "Mary Hill accused Acme of pouring oil into the lake on Friday night. Hill said that Acme's head, Tom Reed, drove the truck. "


@pytest.mark.parametrize("table", ["accounts", "replies"])
def test_another_account_denies(fill: Fill, table: str) -> None:
    """Whoever is accused may answer by telling it otherwise, in many forms; what only looks like it denies nothing."""
    articles = tomllib.loads(HERE.with_name(f"{table}.toml").read_text("utf-8"))["article"]
    found: list[bool] = []
    false = 0
    for article in articles:
        filled = fill(article["text"].strip(), article["language"])
        found += _found(filled, article)
        wanted = {n for n, _ in article["denials"]}
        denied = [denial for denial in filled.draft.form.denials if denial.kind not in SILENT]
        false += sum(not wanted & set(denial.sentences) for denial in denied)

    assert len(found) >= FOUND[table]
    assert sum(found) >= LINKED[table]
    assert false <= FALSE[table]


def _found(filled: Filled, article: dict[str, Any]) -> Iterator[bool]:
    """For each denial that is found, whether it is tied to a sentence that it answers."""
    form = filled.draft.form
    assert len(filled.article.sentences) == len(article["text"].strip().splitlines()), "a line is a sentence"
    for n, answers in article["denials"]:
        here = [denial for denial in form.denials if n in denial.sentences]
        if here:
            answered = [at for one in here for claim in form.claims if claim.id in one.claims for at in claim.sentences]
            yield bool(set(answered) & set(answers))


@pytest.mark.parametrize(
    "text",
    [
        "Reed said he was at a wedding in Esk that night.",
        "Reed said the truck had simply broken down.",
        "Reed said Hill had misread the number of the truck.",
        "Reed said the suggestion that he drove it was wide of the mark.",
        "Reed said the log of the gate did not bear out Hill's account.",
        "Acme said its trucks had carried no oil that day.",
    ],
)
def test_each_way_to_tell_it_otherwise(fill: Fill, text: str) -> None:
    """An alibi, a smaller cause, a mistake of the accuser, a name for what is wrong, a record, a deed not done."""
    denials = fill(HILL + text).draft.form.denials

    assert [denial.sentences for denial in denials] == [[3]]
    assert denials[0].claims


def test_what_the_denier_goes_on_to_tell_is_cited(fill: Fill) -> None:
    """What had been, told by whoever has just denied it, belongs to that denial, also in a paragraph of its own."""
    filled = fill(f"{HILL}\nReed denied it.\nThe truck had stood in a garage, he said.\nHe said he would not resign.")

    assert [denial.sentences for denial in filled.draft.form.denials] == [[3, 4]]


@pytest.mark.parametrize(
    "text",
    [
        "Reed said he had no plans to resign.",
        "Reed said he would be away that night.",
        "Reed admitted that the truck had simply been left there.",
        "“This isn't just about me,” Reed said.",
        "Doctors said they were at a congress that day.",
    ],
)
def test_an_account_of_something_else_denies_nothing(fill: Fill, text: str) -> None:
    """Plans, what is conceded, and where those were of whom nobody spoke."""
    assert fill(HILL + text).draft.form.denials == []


def test_a_story_is_what_is_said_of_it(fill: Fill) -> None:
    """ "The suggestion that …" begins what is said, it does not lead in to it."""
    filled = fill("Reed said the suggestion that Acme lied was absurd.")

    assert filled.content(filled.of(1)) == "the suggestion that Acme lied was absurd"


def test_a_description_with_an_owner_belongs_to_the_name(fill: Fill) -> None:
    """ "The track's vet, Lucy Hale, said" has one source, and the description is no part of what is said."""
    filled = fill("No dog was shot at Thornby, the track's trainer, Lucy Hale, said.")

    assert filled.content(filled.of(1)) == "No dog was shot at Thornby"
