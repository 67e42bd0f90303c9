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


TOLD = """
The clinic's patients should switch off the device at once, the maker said.
Staff have been told to kill the birds.
The theft forced the charity to close two homes.
Clinics closed because doctors could not open the files.
A state was behind the attack, the minister said.
"""


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "The maker told the clinic's patients to switch off the device at once."),
        (2, "Staff must kill the birds."),
        (3, "The charity had to close two homes because of the theft."),
    ],
)
def test_what_somebody_is_told_or_forced_to_do_they_should_or_must(number: int, said: str) -> None:
    """In each of these words, and in none that demands more."""
    assert problems(article(TOLD.strip()), said, [number]) == ()


def test_a_cause_is_not_borrowed_from_the_next_sentence() -> None:
    """ "Attack", beside it, is no leave to make up a strike."""
    assert problems(article(TOLD.strip()), "Clinics closed because doctors were on strike.", [4])


def test_what_is_told_of_another_one_is_not_told_of_the_first() -> None:
    """ "It was to replace one that has been in orbit since 2008" puts nothing else in orbit."""
    told = article("The satellite, worth 90 million euros, was to replace one that has been in orbit since 2008.")

    assert problems(told, "The satellite was to replace one that has been in orbit since 2008.", [1]) == ()
    assert problems(told, "The satellite has been in orbit since 2008.", [1])


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("The bank raised its rate by half a point to 4.5 percent.", "The bank raised its rate by 0.5 points to 4.5%."),
        ("Two men aged 50 to 59 were held.", "Two men between 50 and 59 years old were held."),
        ("A man in his fifties was held.", "A man in his 50s was held."),
        ("The drug may halve the number of attacks.", "The drug may cut the number of attacks by half."),
        ("Pell pleaded guilty to arson in May.", "Pell admitted arson in May."),
        ("Rescuers were looking in the rubble for a family.", "Rescuers were searching the rubble for a family."),
        ("The army pulled its troops out of the valley.", "The army withdrew its troops from the valley."),
        ("Ann Lee, who represents Pell, said he would appeal.", "Pell's lawyer, Ann Lee, said he would appeal."),
        ("Three schools in Dunmore were shut.", "Three Dunmore schools were shut."),
        ("The launch, planned for June, was put off.", "The launch had been scheduled for June and was put off."),
    ],
)
def test_one_wording_stands_for_another(told: str, said: str) -> None:
    """Numbers, ages, pleas and who speaks for whom, as those who retell news put them."""
    assert problems(article(told), said, [1]) == ()
