"""Text from outside is one visible line that reorders nothing."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reply.plain import clean, inner, isolate, phrase, shorten, shorten_at_sentence, show

ISOLATED = "\u2068שלום\u2069"


def test_clean_leaves_no_control_format_private_or_surrogate() -> None:
    """Over all of Unicode, only seen characters, marks and single blanks stay."""
    every = "".join(map(chr, range(sys.maxunicode + 1)))

    left = {unicodedata.category(char) for char in clean(every) if unicodedata.bidirectional(char) != "AN"}

    assert not left & {"Cc", "Cs", "Co", "Zl", "Zp"}
    unseen = {
        char for char in clean(every) if unicodedata.category(char) == "Cf" and unicodedata.bidirectional(char) != "AN"
    }
    assert unseen <= {
        *"\u200c\u200d",
        *"\u070f\U000110bd\U000110cd",
    }  # the last three are Syriac and Kaithi marks that are seen


def test_joiners_stay_where_scripts_need_them() -> None:
    """Persian half-spaces and families stay whole; joiners among Latin letters go."""
    assert clean("می‌خواهم 👩‍👧 a\u200db\u200c") == "می‌خواهم 👩‍👧 ab"


def test_lines_become_one() -> None:
    """Every kind of break and run of blanks is one blank."""
    assert clean(" a\r\nb\u2028c\t\u3000d ") == "a b c d"


def test_right_to_left_text_is_isolated() -> None:
    """Hebrew gets isolates, Latin does not need them."""
    assert isolate("שלום") == ISOLATED
    assert isolate("peace") == "peace"


def test_show_keeps_our_isolates_and_drops_unbalanced_ones() -> None:
    """Isolates of a composer survive the surface; a closing one without opening goes, an open one is closed."""
    assert show(f"by {ISOLATED} – x") == f"by {ISOLATED} – x"
    assert show("a\u2069b") == "ab"
    assert show("a\u2068b") == "a\u2068b\u2069"


def test_shorten_cuts_at_a_word() -> None:
    """What is too long ends in an ellipsis after a whole word."""
    assert shorten("one two three, four", 15) == "one two three…"
    assert shorten("short", 5) == "short"


def test_shorten_at_sentence_cuts_after_a_whole_one() -> None:
    """Where a sentence ends in time, nothing of the next is shown."""
    assert shorten_at_sentence("One is here. Two is there. Three is gone.", 30) == "One is here. Two is there. …"


@pytest.mark.parametrize("cut", [shorten, shorten_at_sentence])
@given(text=st.text(), most=st.integers(3, 50))
def test_nothing_is_longer_than_asked(cut: object, text: str, most: int) -> None:
    """Whatever the text, the cut holds."""
    assert callable(cut)
    assert len(cut(text, most)) <= most


@given(st.text())
def test_phrase_survives_a_surface(text: str) -> None:
    """What was made ready stays the same when a surface cleans it again."""
    assert show(phrase(text, 80)) == phrase(text, 80)


@pytest.mark.parametrize(
    ("title", "within"),
    [
        ("“We were never asked”: an interview", "‘We were never asked’: an interview"),
        ("„Nie gefragt“: ein Gespräch", "‚Nie gefragt‘: ein Gespräch"),
        ("« Jamais » : un entretien", "‹ Jamais › : un entretien"),
        ('"every letter"', "'every letter'"),
        ("The port’s cranes", "The port’s cranes"),
    ],
)
def test_quotation_marks_within_ours_are_single(title: str, within: str) -> None:
    """Two pairs of the same marks would be doubled."""
    assert inner(title) == within
