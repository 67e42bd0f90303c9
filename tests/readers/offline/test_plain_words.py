"""Questions in plain words, in four languages."""

import pytest

from tests.claims.articles import article
from tests.readers.offline.asking import answered, tried

# Of 189 and 65 questions. May only fall.
MISSED_AT_MOST = 57
INVENTED_AT_MOST = 5


async def test_plain_words_get_answers_in_four_languages() -> None:
    """Most questions are answered with their sentence, and hardly one that the article leaves open."""
    missed, invented = await tried("plain_words.toml")

    assert len(missed) <= MISSED_AT_MOST, missed
    assert len(invented) <= INVENTED_AT_MOST, invented


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("de", "Alle Operationen wurden verschoben. Fische leben im See.", "Was geschah mit den Operationen?"),
        ("es", "Camiones reparten agua en doce puntos de la ciudad. Hay peces.", "¿Dónde reparten agua?"),
        (
            "fr",
            "Une manifestation est prévue devant la mairie. Le lac est grand.",
            "Où aura lieu la manifestation ?",
        ),
        ("fr", "Le boulanger Paul Guérin a été arrêté. Le lac est grand.", "Comment s'appelle le boulanger ?"),
        (
            "en",
            "The firm denied that, and its head called the doctor a liar. Fish swim.",
            "What is the firm's response?",
        ),
        ("fr", "La compagnie estime les dégâts à 300 000 euros. Le lac est grand.", "À combien s'élèvent les dégâts ?"),
        ("es", "Unas 600 personas están sin agua. Hay peces en el lago.", "¿Cuánta gente está sin agua?"),
        ("en", "The library will open four days a week. Fish swim.", "How many days will the library open?"),
        ("de", "Das Verbot gilt an allen 17 Grundschulen. Fische leben im See.", "Wie viele Schulen sind betroffen?"),
    ],
)
async def test_what_carries_a_question_asks_for_nothing(language: str, text: str, question: str) -> None:
    """ "Geschah mit" tells of nothing done, "aura lieu" of no place; "doce puntos" are places."""
    assert await answered(article(text, language), question) == [1]


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("en", "Parents want the school to stay, said Ann Pell. Fish swim.", "Who wants to shut the school?"),
        ("fr", "L'avocat du suspect, Paul Guérin, parle. Le lac est grand.", "Comment s'appelle le suspect ?"),
        (
            "de",
            "Die Beschäftigten sollen nach Angaben der Stadt umziehen. Fische leben im See.",
            "Was sagen die Beschäftigten?",
        ),
        ("es", "El agua volverá en doce días. Hay peces en el lago.", "¿Dónde volverá el agua?"),
        (
            "en",
            "Ann Pell, whose sons go there, said a doctor lied. Fish swim in Selby Moor.",
            "What do the pupils of Selby Moor say?",
        ),
    ],
)
async def test_what_tells_of_others_is_no_answer(language: str, text: str, question: str) -> None:
    """Who wants something else, whose lawyer is named, and of whom "according to the city" is said, is not who is asked for."""
    assert await answered(article(text, language), question) == []
