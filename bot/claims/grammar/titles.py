"""Titles and other words before the name of a person, of which it is not made."""

import tomllib
from functools import cache
from importlib.resources import files
from itertools import chain

from bot.claims.language.wordlists import word_set


@cache
def titles() -> frozenset[str]:
    """ "Mrs", "Minister", "Herr", in any language, folded."""
    return _all("titles")


@cache
def before_names() -> frozenset[str]:
    """Ranks, articles and the words that open a sentence: what may stand before the name of a source, folded."""
    return _all("before")


def _all(table: str) -> frozenset[str]:
    data = tomllib.loads(files("bot.claims.grammar").joinpath("titles.toml").read_text("utf-8"))[table]
    lists = (each.values() if isinstance(each, dict) else (each,) for each in data.values())
    return word_set(" ".join(chain.from_iterable(lists)))
