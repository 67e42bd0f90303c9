"""Which sentences of a long article a question is answered from."""

from bot.claims.excerpt import excerpt
from tests.claims.articles import article

FILLER = [f"Street {n} was swept by the town on a quiet morning." for n in range(1, 200)]
LINES = ["The pumps of Rossmere", *FILLER]
LINES[120] = "The harbour master blamed a leaking valve for the flood."
PAGE = article("\n".join(LINES), lead=1)


def test_what_is_asked_for_comes_with_its_neighbours() -> None:
    """The headline and the sentence that has the words, however late, with the one before and the one behind."""
    chosen = excerpt(PAGE, "Whom did the harbour master blame?", [], 40)

    assert chosen == (1, 120, 121, 122)


def test_a_synonym_finds_as_well() -> None:
    """ "Died" is asked for, "killed" stands there."""
    page = article("\n".join([*LINES, "Two divers were killed in the flooded shaft."]), lead=1)

    assert 201 in excerpt(page, "Who died?", [], 40)


def test_a_short_question_is_read_with_the_one_before() -> None:
    """ "And why?" says nothing by itself."""
    assert 121 in excerpt(PAGE, "And why?", [("What did the harbour master say?", "He blamed a valve.")], 40)


def test_an_excerpt_is_bounded() -> None:
    """Where every sentence has the word, so many are taken and no more."""
    assert len(excerpt(PAGE, "Which street was swept?", [], 40)) <= 40


def test_without_any_word_it_looks_all_over() -> None:
    """A question for a summary shares no word with the article, which has a beginning, a middle and an end."""
    chosen = excerpt(PAGE, "Summarise, please!", [], 40)

    assert 30 <= len(chosen) <= 40
    assert chosen[0] == 1
    assert chosen[-1] > 150
