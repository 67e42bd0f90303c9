"""What hangs on a clause may be left out with it: reasons, relative clauses, and how something was decided."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

PROTEST = "The jury dismissed the protest after studying the pictures."
BAN = "A court in Rauma stopped a similar ban last year because it had been introduced without an exemption for craftsmen."
PLAN = "The plan, which the council approved by a narrow majority in June, also includes new cycle lanes."
SPENT = "Meera Joshi said the council could no longer afford the 600,000 pounds a year it spent on the stadium."
HEARING = "The council pointed to a consultation held online in January, in which 430 people took part."


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        (PROTEST, "The protest was rejected by the jury."),
        (BAN, "Last year a court in Rauma halted a similar ban."),
        (PLAN, "The plan was approved by the council in June."),
        (SPENT, "Meera Joshi said the council spent 600,000 pounds a year on the stadium."),
        (HEARING, "430 people took part in an online consultation in January."),
    ],
)
def test_a_clause_may_be_left_out(told: str, restated: str) -> None:
    """ "Protest" is no superlative, and what restricts a reason restricts nothing else."""
    assert problems(article(told), restated, [1]) == ()


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        (PROTEST, "The jury upheld the protest."),
        ("It was the largest protest since 1990.", "It was the largest protest."),
        (BAN, "Last year a similar ban was introduced in Rauma."),
        ("Officials may not fly without a permit.", "Officials may not fly."),
        (PLAN, "The council approved the plan unanimously."),
        ("The council could not afford the 600,000 pounds, it said.", "The council spent 600,000 pounds."),
        ("The firm built the pier in January, which collapsed in May.", "The pier collapsed in January."),
        ("One of those who left, Bill Tranter, praised Holm.", "Holm left."),
    ],
)
def test_what_restricts_the_clause_itself_stays(told: str, restated: str) -> None:
    """A limit of what is told is no aside."""
    assert problems(article(told), restated, [1])
