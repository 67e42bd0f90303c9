"""Disclaimers: who says to have had no part in something, or to have known nothing of it."""

from collections.abc import Sequence

from bot.readers.offline.denying.denied import Basis
from bot.readers.offline.syntax import phrasing
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.tokens import Token

_EARLY = 6  # words of the subject and its helping verb before "nothing to do with"
_BEHIND = 5  # words of "behind Saturday's attack"


def bases(said: Sequence[Token], language: Language, *, charged: bool) -> tuple[Basis, Basis | None] | None:
    """Why these words deny something, for one reason or the other: responsibility for what went wrong, or for what somebody
    is accused of (`charged`), is denied in so many words; else who was named before answers that."""
    own = _of_oneself(said, language)
    for at in range(min(_EARLY + 1, len(said))):
        end = phrasing.phrase(said, at, "denials.uninvolved", language)
        if end:
            wrong = any(word.low in language["denials.wrongs"] for word in said[end : end + _BEHIND])
            pointed = end < len(said) and said[end].low in language["denials.pointers"]
            if own and (charged or wrong or (pointed and end + 1 == len(said))):
                return "stated", None
            if own or _of_an_event(said, at, language):
                return ("own deeds" if own else "rival"), "account"
        unknown = phrasing.phrase(said, at, "denials.unknowing", language)
        if (own and unknown) or (at < 2 and phrasing.phrase(said, at, "denials.first_known", language)):
            return "rival", "account"
    return None


def _of_oneself(said: Sequence[Token], language: Language) -> bool:
    """ "It had …", "its drivers were …", "we …"."""
    own = (
        language.pronouns
        | language["grammar.they"]
        | language["grammar.first_person"]
        | language["grammar.possessives"]
    )
    return bool(said) and said[0].low in own


def _of_an_event(said: Sequence[Token], at: int, language: Language) -> bool:
    """ "The change had nothing to do with it", not "success has nothing to do with luck"."""
    definite = said[0].low in language["grammar.definite"] | language["grammar.articles"]
    return definite or any(word.low in language["denials.been"] for word in said[:at])
