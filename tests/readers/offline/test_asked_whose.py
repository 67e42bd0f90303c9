"""Questions after whose somebody is, who did something to whom, and when it was, told from another day."""

import pytest

from tests.claims.articles import article
from tests.readers.offline.asking import answered


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("en", "Reed's sister Ann sits on the council. Fish swim.", "Whose sister sits on the council?"),
        ("en", "Tom Reed, whose wife owns a mill, was asked. Fish swim.", "Whose wife owns a mill?"),
        ("de", "Weidners Bruder Emil arbeitet im Rathaus. Fische leben hier.", "Wessen Bruder arbeitet im Rathaus?"),
        ("es", "La juez Rosa Gil es hermana del alcalde. Los peces nadan.", "¿De quién es hermana Rosa Gil?"),
        ("fr", "La juge Rose Gil est la sœur du maire. Les poissons nagent.", "De qui Rose Gil est-elle la sœur ?"),
        ("fr", "Rose Gil est la belle-sœur du maire. Les poissons nagent.", "De qui Rose Gil est-elle la belle-sœur ?"),
    ],
)
async def test_whose_it_is_stands_beside_it(language: str, text: str, question: str) -> None:
    """A name in the genitive, "whose", "of"."""
    assert await answered(article(text, language), question) == [1]


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("en", "Reed bought the boat from his uncle and needs an engine.", "Whose uncle wants to buy the boat?"),
        ("en", "The headteacher offered a room. Their parents refused.", "Who laid off the headteacher?"),
        ("en", "The ferry will stop running at Easter.", "Since when has the ferry run?"),
        ("en", "The cinema burned. Its owner, Acme, wanted to turn it into a gym.", "Who owns the gym?"),
        (
            "en",
            "The clerk, Ned Orr, wept when the ruling was read. Fish swim.",
            "What did Ned Orr say about the ruling?",
        ),
        (
            "en",
            "Acme bought the hall. Acme must pay 38,000 pounds to the court.",
            "How much did Acme pay for the hall?",
        ),
        ("de", "Das teilte der Chef Bernd Kall am Dienstag mit. Es regnet.", "Wann kündigte Bernd Kall?"),
        ("fr", "Le bâtiment, construit en 1911, a été jugé vieux par un expert.", "Qui a construit le bâtiment ?"),
    ],
)
async def test_who_only_stands_nearby_does_nothing(language: str, text: str, question: str) -> None:
    """The uncle sold, the parents are others, what will end has not begun, and an expert judged what others built."""
    assert await answered(article(text, language), question) == []


async def test_a_sister_without_a_brother_tells_nobodys() -> None:
    """Who owns or has them must be told."""
    assert (
        await answered(article("A sister sat on the council. Fish swim.", "en"), "Whose sister sat on the council?")
        == []
    )


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("en", "Four years ago the mill burned. Fish swim.", "When did the mill burn?"),
        ("en", "Two days before the vote Reed had resigned. Fish swim.", "When did Reed resign?"),
        ("en", "Ann Hill has run the mill since a fire nine years ago. Fish swim.", "Since when has Ann Hill run the mill?"),
        ("de", "Vor drei Wochen brannte die Mühle ab. Fische leben hier.", "Wann brannte die Mühle ab?"),
        ("fr", "Le moulin a brûlé il y a trois ans. Les poissons nagent.", "Quand le moulin a-t-il brûlé ?"),
        ("es", "El molino ardió hace tres semanas. Los peces nadan.", "¿Cuándo ardió el molino?"),
    ],
)  # fmt: skip
async def test_a_time_may_be_told_from_another(language: str, text: str, question: str) -> None:
    """So many days before something, or ago."""
    assert await answered(article(text, language), question) == [1]


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("es", "El lunes llegó la carta tres días después de que un juez la citara a declarar.", "¿Cuándo declaró ella?"),
        ("es", "Al juez, Luis Gil, lo recusó ayer el abogado de la alcaldesa.", "¿Quién recusó a la alcaldesa?"),
        ("en", "The mayor's lawyer, Ben Orr, sued the paper on Monday.", "Who sued the mayor?"),
        ("fr", "L'avocat de la ministre, Luc Orr, a insulté le juge lundi.", "Qui a insulté la ministre ?"),
        ("es", "Rosa Gil, dueña de la mina, es prima del marido de la alcaldesa.", "¿Quién es el marido de la alcaldesa?"),
        ("de", "Die Ärztin beklagte sich, sie habe zwei Patienten abgewiesen.", "Wer hat die Ärztin abgewiesen?"),
        ("en", "The farmer, Len Orr, buys his milk from a dairy in Leeds.", "Who owns the dairy in Leeds?"),
        ("en", "The landlord of the Swan, Len Orr, left the brewery in Leeds.", "Who owns the brewery in Leeds?"),
        ("en", "Orr, whose wife Ruth owns a mill, says the hotel lost money.", "What does Ruth say about the hotel?"),
        ("de", "Der Landrat lehnte es ab, die Mühle zu retten. Fische leben hier.", "Was kündigte der Landrat an?"),
    ],
)  # fmt: skip
async def test_what_befell_another_is_no_answer(language: str, text: str, question: str) -> None:
    """Whom the question asks about only owns somebody, stands in another clause or beside another verb."""
    assert await answered(article(text, language), question) == []


@pytest.mark.parametrize(
    ("language", "text", "question", "expected"),
    [
        ("en", "Her brother-in-law, Tom Reed, was heard. Reed said the mill lost money. Fish swim.", "What does the brother-in-law say about the mill?", [2]),
        ("en", "The Swan, a 24-room hotel, burned. Fish swim.", "How many rooms does the Swan have?", [1]),
        ("en", "The trust, whose chairman is the vicar, bought a mill. Fish swim.", "Who chairs the trust?", [1]),
        ("en", "Mary Hill, the mayor of Esk, was sued by Ben Orr. Fish swim.", "Who sued the mayor?", [1]),
        ("de", "Die Klinik kündigte am Montag an, die Station zu schließen. Fische leben hier.", "Was kündigte die Klinik an?", [1]),
        ("de", "Eine Petition, die 6.300 Menschen unterschrieben, liegt vor.", "Wie viele haben die Petition unterschrieben?", [1]),
        ("en", "The ferry will stop running at Easter. Fish swim.", "When will the ferry stop running?", [1]),
        ("en", "She needs a new engine that would cost 90,000 pounds. Fish swim.", "How much would a new engine cost?", [1]),
        ("de", "Das Gutachten hatte vor dem Hochwasser gewarnt. Fische leben hier.", "Wovor warnte das Gutachten?", [1]),
    ],
)  # fmt: skip
async def test_joined_words_and_parted_verbs_are_met(
    language: str, text: str, question: str, expected: list[int]
) -> None:
    """Hyphens, "whose chairman is", "kündigte … an"."""
    assert await answered(article(text, language), question) == expected
