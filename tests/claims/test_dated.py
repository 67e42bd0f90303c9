"""A date tells of the verb that it stands behind."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

ORDERED = "The authority ordered inspections in August, three weeks after the Fjordtind ran aground off Bodø."


@pytest.mark.parametrize(
    ("sentence", "lie"),
    [
        (ORDERED, "The Fjordtind ran aground off Bodø in August."),
        ("The firm said on Monday that it would close the plant.", "The firm would close the plant on Monday."),
        ("Ross, who was elected in May, resigned on Friday.", "Ross was elected on Friday."),
    ],
)
def test_the_date_of_something_else_is_refused(sentence: str, lie: str) -> None:
    """Where the sentence has the date behind another verb alone."""
    assert problems(article(sentence, "en"), lie, [1])


@pytest.mark.parametrize(
    ("sentence", "restated"),
    [
        (ORDERED, "The authority ordered inspections in August."),
        ("In May, the firm said, it would close the plant.", "The firm said it would close the plant in May."),
        ("Ross, who was elected in May, resigned on Friday.", "Ross resigned on Friday."),
        ("The firm plans to close the plant, perhaps in May.", "The firm plans to close the plant, perhaps in May."),
    ],
)
def test_its_own_date_stands(sentence: str, restated: str) -> None:
    """Behind it, beyond a comma, and where the sentence begins."""
    assert problems(article(sentence, "en"), restated, [1]) == ()
