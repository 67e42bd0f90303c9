"""What a text is asked for: its words in any form, and its numbers."""

import pytest

from bot.claims.grammar.evidence import analysed


@pytest.mark.parametrize(
    ("word", "there"), [("repaired", True), ("closed", False), ("1,200", True), ("3 km", True), ("4 km", False)]
)
def test_a_text_tells_a_word_or_a_number(word: str, there: bool) -> None:
    """A word in any of its forms, a number however it is written and whatever it counts."""
    text = analysed("The town repairs 1200 metres of the wall and 3 towers.", "en")

    assert text.tells(analysed(word, "en").tokens[0]) == there
