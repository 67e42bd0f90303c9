"""Text from outside loses what people cannot see, and cannot leave its fence."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.readers.untrusted import fenced, visible


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a\u200bb\u2060c\ufeffd", "abcd"),
        ("left \u202eright\u202c \u2066x\u2069", "left right x"),
        ("tag\U000e0041\U000e0042", "tag"),
        ("bell\x07 null\x00 escape\x1b[0m", "bell null escape[0m"),
        ("soft\u00adhyphen", "softhyphen"),
        ("two\nlines\tand\u2028more\xa0space", "two lines and more space"),
        ("hangul\u3164filler", "hangulfiller"),
        ("half \ud83d character", "half \ufffd character"),
        ("“Zoë & Ağa” 東京 😀", "“Zoë & Ağa” 東京 😀"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("க்\u200dஷ", "க்\u200dஷ"),
        ("se\u200ccret", "secret"),
        ("\u200d", ""),
    ],
)
def test_what_people_cannot_see_is_taken_out(text: str, seen: str) -> None:
    """Zero-width, bidi, control and tag characters go; letters, marks and joiners that spell words stay."""
    assert visible(text) == seen


@given(st.text())
def test_any_text_becomes_one_clean_line(text: str) -> None:
    """Whatever comes in can be sent, has no line break, and is clean after one pass."""
    line = visible(text)

    line.encode()
    assert "\n" not in line
    assert visible(line) == line


def test_a_fence_is_made_anew() -> None:
    """Nobody can write the closing line of a fence beforehand."""
    first, second = fenced("article", "text"), fenced("article", "text")

    assert first != second
    assert re.fullmatch(r"<<<article-([0-9a-f]{16})\ntext\narticle-\1>>>", first)
