"""Which sources are other media, and which of those a state runs."""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from bot.article.article import Article
from bot.claims.language.verbatim import fold
from bot.claims.reading import Media, SourceKind

_PERSONAL: tuple[SourceKind, ...] = ("person", "unnamed_person", "anonymous")


@cache
def _outlets() -> tuple[dict[str, Media], tuple[str, ...]]:
    """Folded name to medium, and the folded words by which an article says so itself."""
    data = tomllib.loads(files("bot.claims.people").joinpath("media.toml").read_text("utf-8"))
    media: dict[str, Media] = {_key(name): "other_media" for name in data["other"]["names"]}
    media |= {_key(name): "state_media" for names in data["state"].values() for name in names}
    return media, tuple(fold(words) for words in data["says_so"])


def _key(name: str) -> str:
    return fold(name).removeprefix("the ").removeprefix("die ").removeprefix("der ")


def corrected(article: Article, name: str | None, kind: SourceKind, said: Media) -> Media:
    """The article's own words, then the list, then what the reader said; a person is never a medium."""
    if kind in _PERSONAL or kind == "unnamed_group":
        return "none" if kind == "person" else said
    if name is None:
        return said
    if _called_state(article, name):
        return "state_media"
    return _outlets()[0].get(_key(name), said)


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
