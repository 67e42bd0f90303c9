"""Claims as they are held against each other: to analyse one takes longer than to compare it with hundreds."""

from collections.abc import Iterable

from bot.adapters.rows.latest import Latest
from bot.claims.grammar.sameness import Statement, statement


class Statements:
    """Those that are at hand. What was indexed by this process need not be analysed here."""

    def __init__(self, most: int = 8192) -> None:
        self._known: Latest[tuple[str, str], Statement] = Latest(most)

    def learn(self, told: Iterable[Statement]) -> None:
        self._known.put({(each.text, each.language): each for each in told})

    def missing(self, texts: Iterable[str], language: str) -> int:
        """How many of them would have to be analysed."""
        return len({text for text in texts if (text, language) not in self._known})

    def of(self, text: str, language: str) -> Statement:
        """As in `language`, that of one of the two that are compared."""
        found = self._known.get((text, language))
        if found is None:
            found = statement(text, language)
            self.learn([found])
        return found
