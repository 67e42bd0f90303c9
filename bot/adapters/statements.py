"""Claims as they are held against each other: to analyse one takes longer than to compare it with hundreds."""

from collections.abc import Iterable

from bot.claims.grammar.sameness import Statement, statement

_MOST = 8192


class Statements:
    """Those that are at hand. What was indexed by this process need not be analysed here."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Statement] = {}

    def learn(self, each: Statement) -> None:
        self._known[each.text, each.language] = each
        while len(self._known) > _MOST:
            del self._known[next(iter(self._known))]

    def missing(self, texts: Iterable[str], language: str) -> int:
        """How many of them would have to be analysed."""
        return len({text for text in texts if (text, language) not in self._known})

    def of(self, text: str, language: str) -> Statement:
        """As in `text`'s language, whichever that is of the two that are compared."""
        found = self._known.get((text, language))
        if found is None:
            found = statement(text, language)
            self.learn(found)
        return found
