"""Questions after somebody's words or wishes, as each language puts them."""

import pytest

from tests.claims.articles import article
from tests.readers.offline.asking import answered

SCHOOL = {
    "en": (
        "The school in Orrel will close in June. Mayor Jon Vik said the roof was rotten. "
        "The teachers' union called for a new building. Parent Ann Reed said the children would miss the garden. "
        "The mayor said a bus would be paid for."
    ),
    "de": (
        "Die Schule in Orrel schließt im Juni. Bürgermeister Jon Vik sagte, das Dach sei morsch. "
        "Die Lehrergewerkschaft forderte einen Neubau. Die Mutter Anna Reth sagte, den Kindern werde der Garten fehlen. "
        "Der Bus werde bezahlt, sagte Vik."
    ),
    "fr": (
        "L’école d’Orrel fermera en juin. Le maire, Jean Vicq, a déclaré que le toit était pourri. "
        "Le syndicat des enseignants réclame un nouveau bâtiment. "
        "Une mère, Anne Rethel, a dit que le jardin manquerait aux enfants. Le bus sera payé, a affirmé M. Vicq."
    ),
    "es": (
        "La escuela de Orrel cerrará en junio. El alcalde, Juan Vico, dijo que el tejado está podrido. "
        "El sindicato de maestros pidió un edificio nuevo. «Los niños echarán de menos el jardín», dijo una madre, Ana Rendo. "
        "El autobús se pagará, aseguró Vico."
    ),
}


@pytest.mark.parametrize(
    ("language", "question", "expected"),
    [
        ("en", "What has the mayor said about the roof?", [2]),
        ("en", "What is the mayor saying about the bus?", [5]),
        ("en", "What does the union want?", [3]),
        ("en", "What is the union asking for?", [3]),
        ("de", "Was sagt Vik zum Dach?", [2]),
        ("de", "Was hat Vik über den Bus gesagt?", [5]),
        ("de", "Was will die Lehrergewerkschaft?", [3]),
        ("fr", "Que dit M. Vicq sur le toit ?", [2]),
        ("fr", "Qu’est-ce que Vicq a dit du bus ?", [5]),
        ("fr", "Que veut le syndicat ?", [3]),
        ("es", "¿Qué dice Vico sobre el tejado?", [2]),
        ("es", "¿Qué ha dicho Vico del autobús?", [5]),
        ("es", "¿Qué quiere el sindicato?", [3]),
    ],
)
async def test_their_own_words_answer(language: str, question: str, expected: list[int]) -> None:
    """Who is asked for stands behind the verb, or between it and its helper; a demand is told in any word for one."""
    assert await answered(article(SCHOOL[language], language), question) == expected


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "What has Ann Reed said about the roof?"),
        ("en", "What does Ann Reed want?"),
        ("en", "What does the mayor demand?"),
        ("de", "Was sagt Reth zum Dach?"),
        ("de", "Was fordert Anna Reth?"),
        ("de", "Was will der Bürgermeister?"),
        ("fr", "Que dit Rethel sur le toit ?"),
        ("fr", "Que réclame Rethel ?"),
        ("es", "¿Qué dice Rendo sobre el tejado?"),
        ("es", "¿Qué exige el alcalde?"),
    ],
)
async def test_nobody_elses_words_stand_in(language: str, question: str) -> None:
    """Who speaks of something else has said nothing of it, and who only states something demands nothing."""
    assert await answered(article(SCHOOL[language], language), question) == []


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("de", "Die Stadt will ein Bad bauen. Der Fluss ist breit.", "Was will die Stadt bauen?"),
        ("fr", "La ville veut construire une piscine. Le fleuve est large.", "Que veut construire la ville ?"),
    ],
)
async def test_a_verb_beside_want_is_what_is_asked_for(language: str, text: str, question: str) -> None:
    """What somebody wants to build is no demand of theirs."""
    assert await answered(article(text, language), question) == [1]


async def test_a_denial_answers_only_what_it_denies() -> None:
    """What somebody denies is no answer to what stands a little before that."""
    page = article(
        "Two men climbed over the wall of the prison. Its governor said a guard had fallen asleep. "
        "The guards’ union rejected that. “One officer was watching 80 men,” said Craig Noll of the union. It rained.",
        "en",
    ).model_copy(update={"title": "Guard fell asleep, governor says"})

    assert await answered(page, "What does Noll say about the wall?") == []
