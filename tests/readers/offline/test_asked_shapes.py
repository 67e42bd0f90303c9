"""Shapes of questions: what is asked for behind helping verbs, joined pronouns and empty words."""

import pytest

from tests.claims.articles import article
from tests.readers.offline.asking import answered


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("en", "About 2,300 people live on Skarra. The ferry to the island of Skarra stopped.", "How many people live on the island?"),
        ("en", "Acme denied that the water was to blame. Mary Hill accused Acme of it. Fish swim.", "Does Acme accept that the water was to blame?"),
        ("en", "The union wants all four ships to be inspected. Fish swim.", "Is the union calling for inspections of the ships?"),
        ("de", "Zwei Mitarbeiter wurden verletzt. Der Fluss ist breit.", "Wurde jemand verletzt?"),
        ("es", "Dos bomberos resultaron heridos. El río es ancho.", "¿Hubo heridos?"),
        ("fr", "La maire a fermé l’école lundi. Le fleuve est large.", "Quand la maire a-t-elle fermé l’école ?"),
    ],
)  # fmt: skip
async def test_what_carries_a_question_is_no_condition(language: str, text: str, question: str) -> None:
    """Somebody, "there were", "accept" where it is denied, and what an island is called."""
    assert 1 in await answered(article(text, language), question)


async def test_a_verb_behind_a_joined_pronoun_must_be_done() -> None:
    """ "La maire a-t-elle démissionné ?" is not answered by anything else that she did."""
    page = article("La maire a fermé l’école lundi. Le fleuve est large.", "fr")

    assert await answered(page, "Quand la maire a-t-elle démissionné ?") == []


@pytest.mark.parametrize(
    ("language", "text", "question", "expected"),
    [
        ("de", "Die Klinik schließt ihre Station. Das teilte Ann Reth am Montag mit. Grund sei der Mangel an Hebammen, sagte sie.", "Warum schließt die Station?", [3]),
        ("de", "Acme bestritt den Vorwurf. Die Bürgermeisterin Ann Reth lehnte eine Stilllegung ab. Es regnete.", "Lehnt die Bürgermeisterin die Stilllegung ab?", [2]),
        ("fr", "Le parquet a ouvert une enquête pour mise en danger. Le fleuve est large.", "Pourquoi le parquet a-t-il ouvert une enquête ?", [1]),
        ("fr", "Trois enfants restent hospitalisés. Le fleuve est large.", "Combien d’enfants sont encore à l’hôpital ?", [1]),
        ("en", "The ship was ordered back at 9.40pm. Fish swim.", "What time was the ship ordered back?", [1]),
        ("en", "“The tanks were clean,” Jon Vik said. Vik called the report “a lie”. “We sail,” Vik said.", "What did Vik say about the report?", [2]),
        ("en", "The insurer has not said whether it wants its money back. Fish swim.", "What did the insurer pay?", []),
        ("en", "The insurer paid 3 million pounds for the mask. Fish swim.", "What did the insurer pay?", [1]),
    ],
)  # fmt: skip
async def test_what_a_word_is_in_its_place(language: str, text: str, question: str, expected: list[int]) -> None:
    """A report that is spoken of, a plan that is rejected, a charge behind "pour", what is paid, and the hour before "pm"."""
    assert await answered(article(text, language), question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [("Warum lehnt Uwe Dierks die Stilllegung ab?", []), ("Warum lehnt Anke Thiele die Stilllegung ab?", [2])],
)
async def test_a_deed_is_of_whom_it_is_asked(question: str, expected: list[int]) -> None:
    """What somebody else does for a reason does not tell why a person does it who is named in the question."""
    page = article(
        "„Es brennt jedes Jahr“, sagte der Anwohner Uwe Dierks. "
        "Anke Thiele lehnt eine Stilllegung ab, weil Arbeitsplätze verloren gingen. Der Fluss ist breit.",
        "de",
    )

    assert await answered(page, question) == expected


async def test_a_ministry_is_known_without_a_name() -> None:
    """Who keeps silent is found by what the article calls it, also where that is no name."""
    page = article(
        "L’usine est accusée de polluer. Le ministère n’a pas répondu à nos questions. Le fleuve est large.", "fr"
    )

    assert await answered(page, "Le ministère a-t-il réagi ?") == [2]


async def test_him_is_whom_the_sentence_before_names() -> None:
    """What is told of "ihm" is told of the person before."""
    page = article(
        "Regisseur Falk Immering sagte, er habe die Arbeit niedergelegt. "
        "Drei Schauspielerinnen hatten ihm vorgeworfen, sie angeschrien zu haben. Der Fluss ist breit.",
        "de",
    )

    assert await answered(page, "Was wird Immering vorgeworfen?") == [2]


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("en", "The opposition demanded that Jon Vik resign. “I stay,” Vik said. Fish swim.", "Did Vik resign?"),
        ("en", "The minister urged both sides to settle. Fish swim.", "Did the minister settle?"),
        ("fr", "La directrice a refusé de dire si la production serait arrêtée. Le fleuve est large.", "La directrice a-t-elle été arrêtée ?"),
        ("fr", "Un salarié affirme que des fûts ont été enterrés là. Le fleuve est large.", "Qui a enterré les fûts ?"),
        ("es", "La oposición exigió la dimisión de Ana Lezama. «Me quedo», dijo Lezama. El río es ancho.", "¿Dimitió Lezama?"),
        ("es", "El metro cerró el martes la estación de Olmo. El río es ancho.", "¿Cuándo se construyó la estación de Olmo?"),
    ],
)  # fmt: skip
async def test_what_is_wanted_or_asked_was_not_done(language: str, text: str, question: str) -> None:
    """A resignation that is demanded, what stands behind "whether", and another deed do not tell that it was done."""
    assert await answered(article(text, language), question) == []


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("en", "The minister refused to close the route. Fish swim.", "Did the minister close the route?"),
        ("es", "El consejero dimitió el lunes. El río es ancho.", "¿Dimitió el consejero?"),
        ("fr", "L’usine avait été condamnée à une amende de 60 000 euros. Le fleuve est large.", "Quel était le montant de l’amende ?"),
    ],
)  # fmt: skip
async def test_a_refusal_and_a_deed_tell_whether_it_was_done(language: str, text: str, question: str) -> None:
    """Whoever refused has not done it, which is an answer."""
    assert await answered(article(text, language), question) == [1]
