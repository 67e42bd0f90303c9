"""Who is asked for by an office speaks as its holder, and of what is asked."""

import pytest

from tests.claims.articles import article_of_lines
from tests.readers.offline.asking import answered

CUP = """Rovers chairman Victor Lund called the allegation absurd.
Elena Sorvino, the manager of Port Lyle, said the match must be replayed.
The referee met the union in May.
Through his lawyer, Ben Caddick, the referee rejected the claim.
Caddick said the referee had told the union at once.
Marta Quill, the union's general secretary, said the union knew nothing.
Transport minister Jon Vik said the tunnel would open in June."""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What does the Rovers chairman say?", [1]),
        ("What does Port Lyle's manager say?", [2]),
        ("What does the manager of Port Lyle say?", [2]),
        ("What does the referee's lawyer say?", [5]),
        ("What does Port Lyle's chairman say?", []),
        ("What does Rovers' manager say?", []),
        ("What does the minister say about the tunnel?", [7]),
        ("What does the minister say about the union?", []),
    ],
)
async def test_an_office_is_held_by_its_holder(question: str, expected: list[int]) -> None:
    """Port Lyle's manager is neither its chairman nor Rovers' manager, and a secretary no minister where there is one."""
    assert await answered(article_of_lines(CUP), question) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [("“It is the best one I have seen,” Lea Donnat said.", [2]), ("Lea Donnat opposes a new road.", [])],
)
async def test_the_matter_of_the_whole_article_is_meant_by_a_pronoun(said: str, expected: list[int]) -> None:
    """A speaker who tells of another thing says nothing of it."""
    page = article_of_lines(f"A farmer has found a hoard of coins.\n{said}\nThe road crosses the hill.")

    assert await answered(page, "What does Donnat say about the coins?") == expected


@pytest.mark.parametrize(
    "text",
    [
        "The museum will go ahead unless a judge tells it not to, Fiona Graves said.",
        "Fiona Graves said the museum will go ahead if a judge says so.",
    ],
)
async def test_who_may_yet_speak_has_not_spoken(text: str) -> None:
    """What is only supposed was not said."""
    assert await answered(article_of_lines(text), "What did the judge say?") == []


async def test_a_foundation_has_found_nothing() -> None:
    """One stem does not make one word."""
    page = article_of_lines("Percy Lathom disputes the finding.\nThe hall is paid for by a Norwegian foundation.")

    assert await answered(page, "What does the foundation say?") == []


async def test_a_deed_that_is_a_word_for_speaking_must_be_told() -> None:
    """ "Kündigten" also announces, and nobody leaves by that."""
    page = article_of_lines("Nordbahn streicht Züge.\nDie Bahn begründet dies mit einem Mangel an Lokführern.", "de")

    assert await answered(page, "Warum kündigten die Lokführer?") == []


@pytest.mark.parametrize(
    ("silence", "expected"),
    [("Pavel Rusk declined to comment on the trial.", []), ("Pavel Rusk declined to comment on Monday.", [2])],
)
async def test_silence_is_about_what_it_names(silence: str, expected: list[int]) -> None:
    """Where it names no matter, it is about what was said before."""
    page = article_of_lines(f"Hanna Wolk said the cameras were out of order.\n{silence}")

    assert await answered(page, "What does Rusk say about the cameras?") == expected
