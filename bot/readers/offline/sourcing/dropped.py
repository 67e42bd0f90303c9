"""Dropped names: an article that begins with "A kitchen fitter …" and goes on with "Martin Doyle, 44, …" tells of one person."""

from functools import cached_property

from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import Token

_EARLY = 6  # words of "A former swimming coach in the town"
_YOUNGEST, _OLDEST = 5, 110  # years
_BRACKETS = frozenset({",", "("})


class Dropped:
    """Whom the first sentence below the headline tells of without a name, by the name in the next one."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage

    def called(self, noun: str, place: int) -> str | None:
        """The full name of "the kitchen fitter" at `place`, by the last word for him."""
        return self.name if noun in self._nouns and self._named_at < place else None

    def introduces(self, mention: Mention) -> str | None:
        """The name of whoever the article begins with, who may speak there: "A swimming coach … has denied"."""
        person = mention.kind == "unnamed_person" or not self._nouns.isdisjoint(
            self._passage.language["sources.people"]
        )
        return self.name if self._body and mention.start == self._body[0].start and person and self._nouns else None

    @property
    def _named_at(self) -> int:
        return self._second.start if self._second else 0

    @cached_property
    def name(self) -> str | None:
        """ "Martin Doyle, 44," or "Martin Doyle (44)" at the head of the second sentence."""
        tokens = self._second.tokens if self._second else ()
        at = next((at for at, token in enumerate(tokens) if not (token.is_word and token.is_capital)), 0)
        if not at or at + 1 >= len(tokens) or tokens[at].text not in _BRACKETS or not _is_age(tokens[at + 1]):
            return None
        return self._passage.names.person(self._passage.text[tokens[0].start : tokens[at - 1].end])

    @cached_property
    def _body(self) -> list[Line]:
        return [line for line in self._passage.lines if not line.lead][:2]

    @property
    def _second(self) -> Line | None:
        return self._body[1] if len(self._body) > 1 else None

    @cached_property
    def _nouns(self) -> frozenset[str]:
        """The words with which the first sentence begins, from "a" on up to a comma."""
        if self.name is None:
            return frozenset()
        first, *rest = self._body[0].tokens
        words: list[str] = []
        for token in rest[:_EARLY] if first.low in self._passage.language["grammar.indefinite"] else ():
            if not token.is_word:
                break
            words.append(token.low)
        return frozenset(words)


def _is_age(token: Token) -> bool:
    return token.text.isascii() and token.text.isdecimal() and _YOUNGEST <= int(token.text) <= _OLDEST
