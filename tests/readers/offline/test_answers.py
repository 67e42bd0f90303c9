"""Answers to questions after what people do by speaking."""

import pytest

from bot.claims.form import AnswerForm, Complaint
from bot.ports.reader import unchecked
from bot.readers.offline import OfflineReader
from tests.claims.articles import article
from tests.readers.offline.asking import answered, tried
from tests.readers.offline.conftest import Fill

TEXT = (
    "The dam at Esk leaked for years. Mary Hill accused Acme and Norland of hiding the cracks. "
    "Acme has denied the accusations. The dam is made of stone. “It is simply not true,” Tom Reed of Norland said. "
    "Acme builds dams. Fish live in the lake."
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Does Acme deny it?", [3]),
        ("Is there a denial by Acme?", [3]),
        ("Who denies it?", [3, 5]),
        ("Who denies that the cracks were hidden?", [3, 5]),
        ("Who accuses Norland?", [2]),
        ("Who has made accusations?", [2]),
    ],
)
async def test_one_stem_for_all_words_of_an_act(fill: Fill, question: str, expected: list[int]) -> None:
    """ "deny", "denied" and "denial" meet, and who denies is found by the denials that were read."""
    article = fill(TEXT).article

    async def nothing(_: object) -> list[Complaint]:
        return []

    [answer] = [one async for one in OfflineReader().answer(article, question, [], nothing)]

    assert isinstance(answer.form, AnswerForm)
    assert [n for part in answer.form.parts for n in part.sentences] == expected


async def test_who_prefers_sentences_with_a_source(fill: Fill) -> None:
    """Where two sentences match alike, the one in which somebody speaks answers "who"."""
    article = fill("The old dam leaked. Birds sing. Mary Hill said the old dam leaked. Fish swim.").article

    [answer] = [one async for one in OfflineReader().answer(article, "Who said the old dam leaked?", [], unchecked)]

    assert 3 in [n for part in answer.form.parts for n in part.sentences]


@pytest.mark.parametrize(
    ("code", "text", "question"),
    [
        ("en", "Readers write that I own shares in the ferry company. I do not. Fish swim.", "Do you own shares?"),
        (
            "de",
            "Manche sagen, die Redaktion habe die alte Fähre gekauft. Das hat sie nicht. Fische leben im See.",
            "Wer hat die alte Fähre gekauft?",
        ),
        (
            "fr",
            "On raconte que le maire possède des actions du bac. Il n’en a pas. Les poissons nagent.",
            "Qui possède des actions du bac ?",
        ),
        (
            "es",
            "Dicen que el alcalde tiene acciones del transbordador. No es así. Los peces nadan.",
            "¿Quién tiene acciones del transbordador?",
        ),
    ],
)
async def test_a_sentence_that_is_taken_back_brings_what_takes_it_back(
    fill: Fill, code: str, text: str, question: str
) -> None:
    """ "I do not." has no matter of its own, and without it the sentence before would tell the contrary."""
    article = fill(text, code).article

    [answer] = [one async for one in OfflineReader().answer(article, question, [], unchecked)]

    assert [n for part in answer.form.parts for n in part.sentences] == [1, 2]


# Of 169 and 122 questions. May only fall.
MISSED_AT_MOST = 29
INVENTED_AT_MOST = 2


async def test_the_article_does_not_say() -> None:
    """Questions that sound answerable and are not get no answer, and those that are answered in the article get theirs."""
    missed, invented = await tried("answers.toml")

    assert len(missed) <= MISSED_AT_MOST, missed
    assert len(invented) <= INVENTED_AT_MOST, invented


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What is the name of the captain?", []),
        ("What is the name of the owner?", [2]),
        ("When is the election for mayor?", []),
        ("When did Reed become mayor?", [3]),
        ("How much money was Reed offered?", []),
    ],
)
async def test_a_kind_of_answer_stands_beside_what_has_it(fill: Fill, question: str, expected: list[int]) -> None:
    """A name belongs to the one whose name is asked for, a day to the very event, and a year is no sum."""
    page = fill(
        "The ferry's captain was arrested on Friday, officer Jon Vik said. Its owner, Lena Ott, said she was sorry. "
        "Tom Reed became mayor in 2019. Reed was offered money in 2015."
    ).article

    assert await answered(page, question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How many people were injured?", [2]),
        ("When did the plant close?", [1]),
        ("How many staff did it employ?", [3]),
        ("By what share did wages drop?", [4]),
        ("How often was the company warned?", [5]),
        ("How long had the works been open?", [1]),
        ("How old is Vera Moss?", [6]),
        ("Who is the judge?", [7]),
        ("What was the ship called?", [8]),
        ("Which firm purchased the ship?", [8]),
    ],
)
async def test_a_question_may_use_other_words(fill: Fill, question: str, expected: list[int]) -> None:
    """Synonyms, kindred words, and the kind of figure that is asked for find what the article says in its own way."""
    page = fill(
        "The factory, open since 1931, shut in May. Two workers were hurt on its last day. It had 340 employees. "
        "Their pay fell by a fifth in ten years. Inspectors had warned the firm eleven times. "
        "Its head, Vera Moss, 61, wept. The trial, before Judge Ann Tarrow, begins soon. "
        "Norvik Lines bought the ferry, the Saint Odile, for nine million crowns."
    ).article

    assert set(expected) & set(await answered(page, question))


@pytest.mark.parametrize(
    "question",
    [
        "What bacteria were in the water?",
        "Which school did Maddern visit?",
        "Who was the dinner guest?",
        "Who threatened Pike?",
        "How fast was the car going?",
        "Who is the head of Larkfield?",
        "How much did prices rise on Friday?",
        "What did the regulator fine the company?",
        "When was the hall built?",
    ],
)
async def test_a_word_of_the_question_is_no_answer(fill: Fill, question: str) -> None:
    """A thing that is only mentioned is not told which, and who is threatened does not tell by whom."""
    page = fill(
        "Tests found traces of bacteria in the water. Maddern, visiting a school, laughed. "
        "Bishop Ade had told a dinner guest the tenants were rich. Pike said he had since been threatened. "
        "The car was seen four months before. The head of Brightwater, Constance Vail, was at the hall in May. "
        "Prices rose by 3 percent on Wednesday. The regulator looked into the company. Larkfield was silent."
    ).article

    assert await answered(page, question) == []


@pytest.mark.parametrize(
    ("code", "text", "question"),
    [
        ("de", "Das Werk beschäftigt 340 Menschen. Der Fluss ist breit.", "Wie viele Menschen arbeiten im Werk?"),
        ("de", "Die Firma wurde 2019 verkauft. Der Fluss ist breit.", "Wann wurde das Unternehmen verkauft?"),
        ("fr", "Le navire a été vendu deux millions d'euros. Le fleuve est large.", "À quel prix le bateau a-t-il été vendu ?"),
        ("fr", "La fabrique a fermé en avril. Le fleuve est large.", "Quand l'usine a-t-elle fermé ?"),
        ("es", "El servidor fue borrado el martes. El río es ancho.", "¿Cuándo se eliminó el servidor?"),
        ("es", "La empresa compró el barco por dos millones de euros. El río es ancho.", "¿Quién adquirió el buque?"),
    ],
)  # fmt: skip
async def test_other_words_in_every_language(fill: Fill, code: str, text: str, question: str) -> None:
    """Each language has its kindred words and its ways to ask."""
    assert await answered(fill(text, code).article, question) == [1]


async def test_who_denies_is_who_was_read_to_deny(fill: Fill) -> None:
    """A roster that is rejected answers nobody's claim."""
    page = fill(
        "Mary Hill accused Acme of hiding cracks. Acme denied the accusation. Sailors at Acme rejected a new roster by 311 votes."
    ).article

    assert await answered(page, "Who denies it?") == [2]


DEAL = {
    "en": "The mayor awarded a £4.2m dredging contract to Deepway. The vote took an hour. Fish live in the harbour.",
    "de": "Die Stadt vergab einen Auftrag über 3 Millionen Euro an Tiefbau Nord. Die Abstimmung dauerte lange.",
    "fr": "La ville a signé un contrat de 3 millions d'euros avec Mareva. Le vote a été long.",
    "es": "La ciudad firmó un contrato de 3 millones de euros con Mareva. La votación fue larga.",
}


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "How much was the contract worth?"),
        ("en", "How much is the dredging contract worth?"),
        ("de", "Wie viel ist der Auftrag wert?"),
        ("fr", "Combien valait le contrat ?"),
        ("es", "¿Cuánto valía el contrato?"),
    ],
)
async def test_a_sum_beside_a_thing_tells_what_it_is_worth(language: str, question: str) -> None:
    """The sentence need not say "worth" again."""
    assert await answered(article(DEAL[language], language), question) == [1]


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("en", "Mary Hill declared her interest in January and left the room.", "When did Mary Hill leave the room?"),
        ("en", "Acme bought the mill in 2019 and closed the shop.", "When did Acme close the shop?"),
        ("de", "Acme kaufte die Mühle im Jahr 2019 und schloss den Laden.", "Wann schloss Acme den Laden?"),
        ("de", "Nora Bell klagte im Mai und verkaufte das Haus.", "Wann verkaufte Nora Bell das Haus?"),
    ],
)
async def test_the_day_of_one_deed_is_not_that_of_the_next(language: str, text: str, question: str) -> None:
    """What stands behind "and" has its own time, or none that the article tells."""
    assert await answered(article(text, language), question) == []


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        ("Ann Reed, the treasurer, disputed that. “Nobody was paid,” she told the Echo. It rained.", "treasurer", 2),
        ("The coach, Leo Park, blamed the referee. “We were robbed,” Park said. Fish swim.", "coach", 2),
        ("The headteacher, Mary Hill, wrote to parents. “The roof is safe,” she said. Fish swim.", "headteacher", 2),
    ],
)
async def test_what_somebody_said_is_found_by_their_office(text: str, question: str, expected: int) -> None:
    """Their quoted words count, where the sentence has only "she" or a surname."""
    assert expected in await answered(article(text, "en"), f"What did the {question} say?")


@pytest.mark.parametrize(
    ("language", "text", "question", "expected"),
    [
        (
            "en",
            "It rained.\nQ: Is the water safe?\nA: Only when boiled. We test it daily.\nQ: Who pays?\nA: The county.",
            "Is the water safe?",
            [2, 3, 4],
        ),
        (
            "de",
            "Es regnete.\nFrage: Ist das Wasser sauber?\nAntwort: Nur abgekocht.",
            "Ist das Wasser sauber?",
            [2, 3],
        ),
        (
            "fr",
            "Il pleuvait.\nQuestion : L'eau est-elle potable ?\nRéponse : Seulement bouillie.",
            "L'eau est-elle potable ?",
            [2, 3],
        ),
        (
            "es",
            "Llovía.\nPregunta: ¿Es potable el agua?\nRespuesta: Solo hervida.",
            "¿Es potable el agua?",
            [2, 3],
        ),
    ],
)
async def test_a_question_of_an_interview_comes_with_its_answer(
    language: str, text: str, question: str, expected: list[int]
) -> None:
    """The question alone tells a reader nothing."""
    assert await answered(article(text, language), question) == expected


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        (
            "de",
            "Die Grünen-Abgeordnete Silke Ahrens hält das für falsch. Sie forderte seinen Rücktritt.",
            "Wer fordert seinen Rücktritt?",
        ),
        ("en", "The lawyer Ann Reed was angry. She demanded an inquiry into the dam.", "Who demanded an inquiry?"),
        (
            "fr",
            "La députée Marie Colin est en colère. Elle a exigé une enquête sur le barrage.",
            "Qui a exigé une enquête ?",
        ),
    ],
)
async def test_who_is_told_by_name(language: str, text: str, question: str) -> None:
    """A sentence that has only "she" comes with the one that names her."""
    assert await answered(article(text, language), question) == [1, 2]
