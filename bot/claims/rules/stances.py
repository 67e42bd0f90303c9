"""Stances: the verbs by which somebody grants or contests what stands behind them."""

import tomllib
from functools import cache
from importlib.resources import files

from bot.claims.language.wordlists import word_set


@cache
def stances(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Those that grant, those that contest; folded words, none in a language without any."""
    data = tomllib.loads(files("bot.claims.rules").joinpath("stances.toml").read_text("utf-8")).get(language, {})
    return word_set(data.get("granting", "")), word_set(data.get("contesting", ""))
