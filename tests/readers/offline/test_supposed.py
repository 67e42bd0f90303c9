"""A question supposes that something was done, and how: a sentence that tells otherwise does not answer it."""

import pytest

from tests.claims.articles import article_of_lines
from tests.readers.offline.asking import answered

UNDONE = [
    ("en", "The office measured the noise in May but has not published the results.", "When will the results be published?"),
    ("en", "The office measured the noise in May but has not published the results.", "When were the results published?"),
    ("de", "Das Amt maß im Mai den Lärm, hat die Ergebnisse aber nicht veröffentlicht.", "Wann wurden die Ergebnisse veröffentlicht?"),
    ("fr", "La mairie a mesuré le bruit en mai mais n'a pas publié les résultats.", "Quand la mairie a-t-elle publié les résultats ?"),
    ("es", "La oficina midió el ruido en mayo, pero no publicó los resultados.", "¿Cuándo publicó la oficina los resultados?"),
]  # fmt: skip
TOLD = [
    ("en", "The results will not be published before March.", "When will the results be published?"),
    ("en", "The ship sailed for Norburg in May.", "When did the ship sail?"),
    ("en", "The ship will sail for Norburg in May.", "When will the ship sail?"),
    ("en", "The hall is to be sold in May.", "When will the hall be sold?"),
    ("en", "The union got a call from Lena Falk.", "Who called the union?"),
    ("en", "Two men were questioned, among them the coach, Piet Haan.", "Who is the coach?"),
]


@pytest.mark.parametrize(("language", "sentence", "question"), UNDONE)
async def test_what_was_not_done_has_no_time(language: str, sentence: str, question: str) -> None:
    """The day in the sentence is of something else."""
    assert await answered(article_of_lines(sentence, language), question) == []


async def test_what_is_past_does_not_tell_when_it_will_be() -> None:
    """A ship that sailed may sail again, or not."""
    assert (
        await answered(article_of_lines("The ship sailed for Norburg in May."), "When will the ship sail again?") == []
    )


@pytest.mark.parametrize("sentence", ["The union got a call from Lena Falk.", "The union was called by Lena Falk."])
async def test_who_did_it_is_not_to_whom_it_was_done(sentence: str) -> None:
    """Whoever calls is not called by that."""
    assert await answered(article_of_lines(sentence), "Who called Falk?") == []


async def test_a_role_of_somebody_at_a_place_is_no_name() -> None:
    """ "Of Rovers" tells where he coaches."""
    page = article_of_lines("The police questioned two men, one of them a former coach of Rovers.")

    assert await answered(page, "Who is the former coach?") == []


async def test_a_denial_without_its_day_does_not_tell_when() -> None:
    """That somebody denies it is no answer to when."""
    page = article_of_lines("Lena Falk accused Piet Haan of theft.\nHaan rejected the accusation as false.")

    assert await answered(page, "When did Haan reject the accusation?") == []
    assert await answered(page, "Did Haan reject the accusation?") == [2]


@pytest.mark.parametrize(("language", "sentence", "question"), TOLD)
async def test_what_was_done_is_told(language: str, sentence: str, question: str) -> None:
    """The other way round it answers."""
    assert await answered(article_of_lines(sentence, language), question) == [1]
