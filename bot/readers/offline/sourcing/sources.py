"""Sources: which mentions are one and the same, and what the form says of them."""

from bot.claims.form import SourceForm
from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.sourcing.descriptions import Descriptions
from bot.readers.offline.sourcing.pronouns import Pronouns
from bot.readers.offline.sourcing.roll import Roll, Spans
from bot.readers.offline.text.passage import Passage


class Sources:
    """Everybody who speaks in an article, by the words that mention them."""

    def __init__(self, passage: Passage, asked: Spans, said: Spans) -> None:
        """`asked` and `said` are what a pronoun that speaks is asked and what it says."""
        self._roll = Roll(passage, asked, said)
        self._descriptions = Descriptions(self._roll)
        self._pronouns = Pronouns(self._roll, self._descriptions)

    def resolve(self, mention: Mention, n: int, *, answers: bool = False) -> tuple[str, ...]:
        """The ids that a mention in sentence `n` stands for; () for a pronoun that stands for nobody we know.

        Who `answers` with a denial is, by a mere description, not the person who spoke just before.
        """
        if mention.pronoun:
            return self._pronouns.resolve(mention, n, answers=answers)
        known = self._descriptions.resolve(mention, n, answers=answers)
        if known is not None:
            self._roll.hear(known, n)
            return (known.id,)
        return (self._roll.named(mention, n).id,)

    def forms(self) -> list[SourceForm]:
        return [
            SourceForm(
                id=known.id,
                name=known.mention.name[:300] if known.mention.name else None,
                kind=known.mention.kind,
                role=known.role[:300] if known.role else None,
                media=known.mention.media,
                count=known.mention.count,
            )
            for known in self._roll.known
        ]
