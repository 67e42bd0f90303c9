"""Nations: which words are adjectives of nationality, and of which country."""

import re

from bot.readers.offline.text.language import Language


def is_national(text: str, word: str, language: Language) -> bool:
    """A known adjective of nationality, or one whose country the article names: "Marevian" beside "Marevia"."""
    return word.lower() in language["sources.nations"] or country(text, word, language) is not None


def country(text: str, word: str, language: Language) -> str | None:
    """The name that the article has for the country of an adjective: "Marevia" for "Marevian"."""
    for ending in language["endings.demonyms"]:
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 2:
            found: list[str] = sorted(set(re.findall(rf"\b{re.escape(stem)}[a-z]{{0,2}}\b", text)) - {word, f"{word}s"})
            if found:
                return found[0]
    return None
