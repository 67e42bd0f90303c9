"""The fuzzer's short form, and what it found once."""

from typing import Any

import pytest

from tests.fuzz import CASES, TARGETS, tried


@pytest.mark.parametrize("name", TARGETS)
def test_whatever_comes_breaks_no_rule(name: str) -> None:
    """A few examples of each target; `make fuzz` tries them for a minute."""
    tried(TARGETS[name], TARGETS[name].few, 7)


@pytest.mark.parametrize(("name", "value"), CASES)
def test_what_broke_a_rule_once_does_not_any_more(name: str, value: Any) -> None:
    """Each is kept as it was found."""
    TARGETS[name].check(value)
