"""The offline reader on the samples: never worse than it was."""

import asyncio
import tomllib

import pytest

from bot.claims.grounding import complaints, ground
from bot.evaluation.runner import Checks, evaluate
from bot.evaluation.summary import Summary, summaries
from bot.readers.offline import OfflineReader
from tests.seeds.gold import GOLD, SEEDS

FLOOR = tomllib.loads((SEEDS / "floor.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def offline() -> Summary:
    found = asyncio.run(evaluate([GOLD], {"offline": OfflineReader()}, Checks(ground, complaints)))
    return summaries(found)[0]


def figure(offline: Summary, measure: str) -> float:
    found = offline.triples[measure].f1 if measure in offline.triples else offline.shares[measure]
    assert found.value is not None
    return found.value


@pytest.mark.parametrize("measure", FLOOR["offline"])
def test_the_floor_holds(offline: Summary, measure: str) -> None:
    """A change that reads the samples worse does not pass."""
    assert figure(offline, measure) >= FLOOR["offline"][measure]


@pytest.mark.parametrize("measure", FLOOR["offline"])
def test_the_floor_rises_with_the_reader(offline: Summary, measure: str) -> None:
    """A reader that became better takes the floor with it: write the figure, rounded down, into `seeds/floor.toml`."""
    assert figure(offline, measure) <= FLOOR["offline"][measure] + FLOOR["margin"], "raise it in seeds/floor.toml"


def test_languages_without_rules_are_the_only_ones_unread(offline: Summary) -> None:
    """Two of the samples are in languages that the rules do not read, and it says so."""
    assert offline.failures == {"language_unread": 2}
