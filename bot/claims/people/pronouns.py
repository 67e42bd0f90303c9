"""Pronouns: whom each can mean, and in which case it stands."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from bot.claims.people.cases import Case

_CASES: tuple[Case, ...] = ("subject", "object", "owner")


@cache
def pronouns(language: str) -> Mapping[str, tuple[str, Case]]:
    """Each, folded, with whom it can mean and its case; empty for a language without a list."""
    data = tomllib.loads(files("bot.claims.people").joinpath("pronouns.toml").read_text("utf-8"))
    return {
        word: (meant, case)
        for meant, cases in data.get(language, {}).items()
        for case in _CASES
        for word in cases.get(case, "").split()
    }
