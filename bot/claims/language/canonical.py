"""One surface for what a language writes in several: "à trois reprises" is "trois fois", "6.40 Uhr" is "6:40 Uhr"."""

import re
from collections.abc import Sequence
from functools import cache, partial

from bot.claims.language.wordlists import word_data


def canonical(text: str, language: str) -> str:
    """The text with the surfaces of the language's data file put in the place of their like, in their order there."""
    for pattern, meant in _surfaces(language):
        text = pattern.sub(partial(_written, meant), text)
    return text


def _written(meant: str, match: re.Match[str]) -> str:
    """As large at its beginning as what it stands for."""
    put = match.expand(meant)
    return put[:1].upper() + put[1:] if match[0][:1].isupper() else put


@cache
def _surfaces(language: str) -> Sequence[tuple[re.Pattern[str], str]]:
    table = word_data(language).get("surfaces", {})
    return tuple((re.compile(pattern, re.IGNORECASE), meant) for pattern, meant in table.items())
