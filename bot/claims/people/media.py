"""Which sources are other media, and which of those a state runs."""

import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from bot.article.article import Article
from bot.claims.language.lexicon import lexicon
from bot.claims.language.verbatim import fold
from bot.claims.reading import Media, SourceKind

_PERSONAL: tuple[SourceKind, ...] = ("unnamed_person", "unnamed_group", "anonymous")


@cache
def _outlets() -> tuple[dict[str, Media], tuple[str, ...]]:
    """Folded name to medium, and the folded words by which an article says so itself."""
    data = tomllib.loads(files("bot.claims.people").joinpath("media.toml").read_text("utf-8"))
    media: dict[str, Media] = {_key(name): "other_media" for name in data["other"]["names"]}
    media |= {_key(name): "state_media" for names in data["state"].values() for name in names}
    return media, tuple(fold(words) for words in data["says_so"])


def _key(name: str) -> str:
    return fold(name).removeprefix("the ").removeprefix("die ").removeprefix("der ")


def corrected(article: Article, name: str | None, kind: SourceKind, said: Media, numbers: Iterable[int] = ()) -> Media:
    """The article's own words, then the list, then what the reader said; a person is never a medium.

    That a state runs it only these words and the list tell, where we know how a language says it: `numbers` are the sentences of
    somebody without a name.
    """
    if kind == "person":
        return "none"
    if name is None or kind in _PERSONAL:
        return said if said != "state_media" or _said_so(article, article.passage(numbers)) else "none"
    if _called_state(article, name):
        return "state_media"
    listed = _outlets()[0].get(_key(name))
    if listed is None and said == "state_media" and lexicon(article.language).known:
        return "none"
    return listed or said


def _said_so(article: Article, passage: str) -> bool:
    """Also where we do not know how the language says it."""
    wanted = fold(passage)
    return not lexicon(article.language).known or any(words in wanted for words in _outlets()[1])


def _called_state(article: Article, name: str) -> bool:
    """Whether the words of a state outlet touch the name somewhere: "state news agency KCNA", "KCNA, the state agency"."""
    said = _outlets()[1]
    wanted = fold(name)
    if any(words in wanted for words in said):
        return True
    text = _folded(article.text)
    at = text.find(wanted)
    while at >= 0:
        before = text[max(0, at - 40) : at].rstrip(" ,\"'")
        after = text[at + len(wanted) : at + len(wanted) + 40].lstrip(" ,\"'")
        if any(before.endswith(words) for words in said) or _apposed(after, said):
            return True
        at = text.find(wanted, at + 1)
    return False


def _apposed(after: str, said: tuple[str, ...]) -> bool:
    for article in ("the ", "a ", "die ", "der ", "das ", "l'", "la ", "el ", ""):
        if after.startswith(article) and after.removeprefix(article).startswith(said):
            return True
    return False


@lru_cache(maxsize=8)
def _folded(text: str) -> str:
    return fold(text)
