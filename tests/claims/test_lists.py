"""What a number is told of together is not told of one alone."""

import pytest

from bot.claims.grammar.evidence import analysed
from bot.claims.restatement import problems
from bot.claims.rules.lists import list_problems, listed_together
from tests.claims.articles import article

GRANT = {
    "en": "The trust spends 60 percent of its grant on roofs, bells and windows.",
    "de": "Der Verein gibt 60 Prozent des Geldes für Dächer, Glocken und Fenster aus.",
    "fr": "La fondation consacre 60 % de ses fonds aux toits, aux cloches et aux vitraux.",
    "es": "La fundación dedica el 60 % de sus fondos a tejados, campanas y ventanas.",
}


@pytest.mark.parametrize(
    ("language", "restated"),
    [
        ("en", "The trust spends 60 percent of its grant on roofs."),
        ("de", "Der Verein gibt 60 Prozent des Geldes für Dächer aus."),
        ("fr", "La fondation consacre 60 % de ses fonds aux toits."),
        ("es", "La fundación dedica el 60 % de sus fondos a tejados."),
    ],
)
def test_one_of_three_does_not_get_the_whole_share(language: str, restated: str) -> None:
    """A percentage for three things is caught on one of them."""
    assert list_problems(analysed(restated, language), [analysed(GRANT[language], language)])
    assert problems(article(GRANT[language], language), restated, [1])


@pytest.mark.parametrize(
    ("language", "restated"),
    [
        ("en", "On roofs, bells and windows the trust spends 60 percent of its grant."),
        ("de", "Für Dächer, Glocken und Fenster gibt der Verein 60 Prozent des Geldes aus."),
        ("fr", "Aux toits, aux cloches et aux vitraux la fondation consacre 60 % de ses fonds."),
        ("es", "El 60 % de sus fondos lo dedica la fundación a tejados, campanas y ventanas."),
    ],
)
def test_the_whole_list_keeps_its_number(language: str, restated: str) -> None:
    """All members together stand, wherever the list does."""
    assert problems(article(GRANT[language], language), restated, [1]) == ()


def test_the_members_of_a_list_are_its_nouns() -> None:
    """ "roofs, bells and windows" are three."""
    text = analysed(GRANT["en"], "en")
    [members] = listed_together(text)

    assert [[text.tokens[i].low for i in member] for member in members] == [["roofs"], ["bells"], ["windows"]]
