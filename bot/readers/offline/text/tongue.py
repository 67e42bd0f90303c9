"""Which of the languages with rules a text is in."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from bot.errors import LanguageUnread
from bot.readers.offline.text.language import LANGUAGES, Language, load
from bot.readers.offline.text.wordlists import entries_in

_WORD = re.compile(r"\w+")
_PAST_LATIN = "\u0250"  # the first character behind Latin and its extensions
_TELLING = 20  # letters that tell a script


def of(stated: str | None, text: str) -> Language:
    """The language that an article states, or the one whose commonest words it uses most.

    Raises `LanguageUnread` when there are no rules for it, or when a longer text looks like none of ours.
    """
    if stated:
        return load(re.split(r"[-_]", stated.lower())[0])
    if _in_another_script(text[:20_000]):
        raise LanguageUnread("the article is in another script than the languages read", language="unknown")
    words = [match.group().lower() for match in _WORD.finditer(text[:20_000])]
    if len(words) < 12:
        return load("en")
    shares = {code: sum(word in load(code).common for word in words) / len(words) for code in LANGUAGES}
    best = max(shares, key=lambda code: shares[code])
    foreign = max(sum(word in common for word in words) / len(words) for common in _others().values())
    if shares[best] < 0.08 or foreign > shares[best]:
        raise LanguageUnread("the article is in none of the languages read", language="unknown")
    return load(best)


def _in_another_script(text: str) -> bool:
    """More than half of its letters are not Latin; a name or a title of a few letters says nothing."""
    letters = [sign for sign in text if sign.isalpha()]
    latin = sum(sign < _PAST_LATIN for sign in letters)
    return len(letters) >= _TELLING and 2 * latin < len(letters)


@cache
def _others() -> Mapping[str, frozenset[str]]:
    """The commonest words of languages without rules, by their codes."""
    data = tomllib.loads(resources.files(__package__).joinpath("language", "others.toml").read_text("utf-8"))
    return {code: entries_in(text) for code, text in data.items()}
