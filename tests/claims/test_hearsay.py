"""What hangs on "a claim that" is told by those who spread it, or as something that is only told."""

from bot.claims.restatement import problems
from tests.claims.articles import article

DYE = article("Vetch rejected a claim by its former chemist that the dye had reached the river.")
MILL = article("A rumour that the mill would close spread through Oldgate.")


def test_a_rumour_is_no_fact() -> None:
    """What a rumour says is not told as so."""
    assert problems(MILL, "The mill would close.", [1])


def test_a_rumour_may_be_told_as_one() -> None:
    """With its noun it stands."""
    assert problems(MILL, "There was a rumour that the mill would close.", [1]) == ()


def test_who_spreads_it_says_so() -> None:
    """Whose claim it is says what it claims."""
    assert problems(DYE, "The former chemist says the dye had reached the river.", [1]) == ()


def test_who_rejects_it_does_not_say_so() -> None:
    """Whoever rejects a claim says nothing of what it claims, nor is it so."""
    assert problems(DYE, "Vetch says the dye had reached the river.", [1])
    assert problems(DYE, "The dye had reached the river.", [1])
