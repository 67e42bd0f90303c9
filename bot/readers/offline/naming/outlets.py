"""Outlets: whether a phrase names state media, another outlet, or neither."""

import re
from collections.abc import Sequence

from bot.claims.reading import Media
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.tokens import Token

_ARTICLE = re.compile(r"^(the|a|an|die|der|das|le|la|les|el|los|las) ")


def media_of(tokens: Sequence[Token], language: Language) -> Media:
    """State media and other outlets, by the words that say so or by their names."""
    line = " ".join(token.low for token in tokens)
    bare = _ARTICLE.sub("", line)
    state = any(f" {word} " in f" {line} " for word in language["sources.state_words"])
    if (
        state
        or bare in language["sources.state_media"]
        or any(t.low in language["sources.state_names"] for t in tokens)
    ):
        return "state_media"
    if {bare, line} & language["sources.other_media"]:
        return "other_media"
    return "other_media" if any(token.low in language["sources.media_words"] for token in tokens[-2:]) else "none"
