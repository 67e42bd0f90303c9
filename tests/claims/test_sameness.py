"""Whether two articles make the same claim."""

import pytest

from bot.claims.grammar.sameness import same, statement

BRIDGE = "The harbour bridge of Westhaven will stay closed for six weeks."


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        (BRIDGE, "The harbour bridge of Westhaven will stay closed for six weeks.", "en"),
        (BRIDGE, "Westhaven's harbour bridge will remain closed for six weeks, the minister said.", "en"),
        ("“A closure is very likely,” she told lawmakers.", '"A closure is very likely", she told lawmakers.', "en"),
        (
            "Die Brücke bleibt sechs Wochen gesperrt.",
            "Die Brücke in Westhafen bleibt sechs Wochen lang gesperrt.",
            "de",
        ),
        ("橋は六週間閉鎖される。", "橋は六週間閉鎖される。", "ja"),
    ],
)
def test_the_same_claim_in_like_words_is_the_same(one: str, other: str, language: str) -> None:
    """Word order, a synonym, an attribution and typography do not matter."""
    assert same(statement(one, language), statement(other, language))
    assert same(statement(other, language), statement(one, language))


@pytest.mark.parametrize(
    "other",
    [
        "The harbour bridge of Westhaven will stay closed for nine weeks.",
        "The harbour bridge of Westhaven will not stay closed for six weeks.",
        "The harbour bridge of Tarnmouth will stay closed for six weeks.",
        "The harbour bridge of Westhaven was opened in 1961.",
        "The bridge is closed.",
        "",
        "Lodestar denied it.",
    ],
)
def test_another_figure_name_or_negation_is_another_claim(other: str) -> None:
    """However many words the two share."""
    assert not same(statement(BRIDGE, "en"), statement(other, "en"))
    assert not same(statement(other, "en"), statement(BRIDGE, "en"))


def test_a_verb_in_another_ones_place_is_another_claim() -> None:
    """What rose did not fall."""
    rose, fell = (f"Consumer prices in Marevia {verb} by three percent in October." for verb in ("rose", "fell"))

    assert not same(statement(rose, "en"), statement(fell, "en"))
