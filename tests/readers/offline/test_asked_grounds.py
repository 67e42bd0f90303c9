"""Why something is done may stand behind the whole sentence that tells of it."""

import pytest

from tests.claims.articles import article
from tests.readers.offline.asking import answered

SUSPENDED = (
    "A court on Tuesday suspended the sale of the old Pellworth ferry company to the group Corvane Partners, ruling that "
    "nobody had asked the staff. The harbour is deep."
)
SUSPENDU = (
    "Le tribunal a suspendu mardi la vente de la vieille compagnie des ferries à un fonds étranger, estimant que personne "
    "n’avait consulté les salariés. Le port est profond."
)


@pytest.mark.parametrize(
    ("text", "language", "question"),
    [
        (SUSPENDED, "en", "Why did the court suspend the sale?"),
        (SUSPENDU, "fr", "Pourquoi le tribunal a-t-il suspendu la vente ?"),
    ],
)
async def test_grounds_behind_a_comma_are_a_reason(text: str, language: str, question: str) -> None:
    """ "Ruling that" tells why a court did it, however long the sentence is up to there."""
    assert await answered(article(text, language), question) == [1]


async def test_grounds_are_of_what_is_done_alone() -> None:
    """They do not tell why what the sentence names besides was done."""
    assert await answered(article(SUSPENDED, "en"), "Why did the company buy a ferry?") == []
