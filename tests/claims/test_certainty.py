"""How firmly a claim is put."""

import pytest

from bot.claims.reading import Certainty
from bot.claims.rules.certainty import consistent


@pytest.mark.parametrize(
    ("said", "hedge", "passage", "expected"),
    [
        ("certain", "may", "The bridge may stay shut.", "possible"),
        ("certain", "likely", "The bridge is likely to stay shut.", "probable"),
        ("possible", None, "The bridge stays shut.", "certain"),
        ("possible", None, "The bridge may stay shut.", "possible"),
        ("unstated", None, "The bridge is a disgrace.", "unstated"),
    ],
)
def test_a_claim_is_as_certain_as_the_articles_own_words(
    said: Certainty, hedge: str | None, passage: str, expected: Certainty
) -> None:
    """A hedge that is there weakens; one that a model only imagined does not."""
    assert consistent(said, hedge, passage, "en") == expected
