"""Other words for the same: names for pronouns, what tells which, and clauses that are repeated."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

ROVERS = """
Harbour Rovers will be without captain Luka Benedetić for six weeks.
Manager Carl Thwaite said the club would not sign anybody.
Benedetić has played every minute of the last 44 league matches.
The pump at Colne has been replaced, a rival said.
"""
TRAM = """
La préfecture a interdit mercredi la pêche dans la baie de Port-Lannec.
Environ 1 400 postes seraient supprimés.
Le groupe Valoris emploie 9 000 personnes.
"""


@pytest.mark.parametrize(
    ("text", "language", "numbers", "said"),
    [
        (ROVERS, "en", [2], "Harbour Rovers would not sign anybody."),
        (ROVERS, "en", [3], "Luka Benedetić has played every minute of Harbour Rovers' last 44 league matches."),
        (TRAM, "fr", [2], "Environ 1 400 postes seraient supprimés dans la baie de Port-Lannec."),
    ],
)
def test_a_name_may_tell_which_is_meant(text: str, language: str, numbers: list[int], said: str) -> None:
    """What the article speaks of from its beginning may be named where a later sentence has only "the club" or nothing."""
    assert problems(article(text.strip(), language), said, numbers) == ()


def test_what_a_sentence_points_back_at_may_be_named() -> None:
    """ "La medida" is the closure of which the sentence before tells, and a Spanish verb without a subject has one."""
    text = """
El Hospital de Santa Quiteria anunció el cierre de camas, dijo su gerente, Rocío Albarracín.
La medida afectará a las plantas de cirugía.
Albarracín añadió que no hemos despedido a nadie y que pedirá más fondos.
"""
    read = article(text.strip(), "es")

    assert problems(read, "El cierre de camas afectará a las plantas de cirugía.", [1, 2]) == ()
    assert problems(read, "Rocío Albarracín pedirá más fondos.", [3]) == ()


@pytest.mark.parametrize(
    ("text", "language", "numbers", "said"),
    [
        (ROVERS, "en", [4], "The pump at Harbour Rovers has been replaced."),
        (ROVERS, "en", [2], "Luka Benedetić would not sign anybody."),
        (ROVERS, "en", [3], "Carl Thwaite has played every minute of the last 44 league matches."),
    ],
)
def test_another_name_is_refused(text: str, language: str, numbers: list[int], said: str) -> None:
    """Nor is anything named where the sentence tells already which, nor somebody whom it does not mean."""
    assert problems(article(text.strip(), language), said, numbers)


def test_only_the_sentence_that_is_repeated_must_be_repeated_whole() -> None:
    """What another cited sentence demands or doubts does not reach the clause that the restatement repeats."""
    text = """
The Data Office said that Fernhill Bank should have reported the breach within 72 hours.
The bank started the clock after the breach was confirmed.
"""

    assert (
        problems(article(text.strip(), "en"), "Fernhill Bank started the clock after the breach was confirmed.", [1, 2])
        == ()
    )
