"""Claims in the article's own voice: none is what only somebody says, and where nobody is named its sentence is shown."""

from typing import Any

import pytest

from bot.claims.form import ClaimForm, Draft, Form
from bot.claims.grounding import ground
from bot.claims.reading import Claim, ReaderInfo
from bot.readers.offline import hear
from tests.claims.articles import article_of_lines

INFO = ReaderInfo(name="openai", model="m", prompt="p")


def claimed(said: str, sentence: str, language: str = "en") -> list[Claim]:
    """What is shown of a claim without a source."""
    about = article_of_lines(f"Town news\n{sentence}", language)
    more: dict[str, Any] = {"via": [], "cue": None, "certainty": "certain", "hedge": None, "kind": "fact"}
    claim = ClaimForm(id="c1", text=said, sentences=[2], sources=[], **more)
    draft = Draft(Form(sources=[], claims=[claim], denials=[]), done=True)
    return list(ground(about, draft, INFO, hear(about)).claims)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "A jury was told on Monday that Rob Tarn took 300 crowns from the till.",
            "Rob Tarn took 300 crowns from the till.",
        ),
        ("Rob Tarn took 400 crowns from the bank, a jury was told.", "Rob Tarn took 400 crowns from the bank."),
        ("The court heard that Ida Moss had burned the ledgers.", "Ida Moss burned the ledgers."),
        ("Ida Moss paid a driver to keep quiet, the court heard.", "Ida Moss paid a driver to keep quiet."),
        ("It was claimed in court that Tom Gale had sold the horse twice.", "Tom Gale had sold the horse twice."),
        ("The tribunal was told that the foreman ignored two alarms.", "The foreman ignored two alarms."),
        ("The inquiry heard evidence that the doctor had left the ward.", "The doctor had left the ward."),
        ("Jurors heard that the twins shared one passport.", "The twins shared one passport."),
    ],
)
def test_what_a_court_was_told_is_no_fact(sentence: str, said: str) -> None:
    """It is shown in the sentence that tells so."""
    assert [(claim.text, claim.wording) for claim in claimed(said, sentence)] == [(sentence, "quoted")]


@pytest.mark.parametrize(
    ("sentence", "said", "language"),
    [
        (
            "Correction: An earlier version of this article said that Ida Moss had fled the country.",
            "Ida Moss had fled the country.",
            "en",
        ),
        (
            "Korrektur: In einer früheren Version dieses Artikels hieß es, Uwe Tarn habe gestanden.",
            "Uwe Tarn hat gestanden.",
            "de",
        ),
        (
            "Rectificatif : une version précédente de cet article indiquait que Paul Tarn avait démissionné.",
            "Paul Tarn avait démissionné.",
            "fr",
        ),
        (
            "Corrección: una versión anterior de este artículo decía que Pablo Taro había dimitido.",
            "Pablo Taro había dimitido.",
            "es",
        ),
    ],
)
def test_what_a_correction_withdraws_is_no_fact(sentence: str, said: str, language: str) -> None:
    """It is shown, if at all, in the sentence that takes it back."""
    assert all(claim.text == sentence and claim.wording == "quoted" for claim in claimed(said, sentence, language))


@pytest.mark.parametrize(
    ("sentence", "said", "language"),
    [
        ("Prosecutors allege that Ida Moss forged 12 receipts.", "Ida Moss forged 12 receipts.", "en"),
        (
            "Laut Anklage hat Uwe Tarn 300 Euro aus der Kasse genommen.",
            "Uwe Tarn hat 300 Euro aus der Kasse genommen.",
            "de",
        ),
        (
            "Die Staatsanwaltschaft legt Uwe Tarn zur Last, zwölf Belege gefälscht zu haben.",
            "Uwe Tarn hat zwölf Belege gefälscht.",
            "de",
        ),
        ("D'après le parquet, Paul Tarn a payé un chauffeur.", "Paul Tarn a payé un chauffeur.", "fr"),
        ("De acuerdo con la fiscalía, Pablo Taro pagó a un chófer.", "Pablo Taro pagó a un chófer.", "es"),
        ("Brisk Lines said it had won the contract fairly.", "Brisk Lines had won the contract fairly.", "en"),
    ],
)
def test_an_accusers_words_are_the_accusers(sentence: str, said: str, language: str) -> None:
    """Never the article's own claim, even where it speaks of who says them."""
    assert all(claim.wording == "quoted" and claim.sources for claim in claimed(said, sentence, language))


@pytest.mark.parametrize(
    ("sentence", "said", "language"),
    [
        ("The trial began on Monday in Marlow.", "The trial began on Monday in Marlow.", "en"),
        ("The jury, which was told to ignore the press, went home at noon.", "The jury went home at noon.", "en"),
        (
            "A jury was told on Monday that Rob Tarn took 300 crowns.",
            "A jury was told that Rob Tarn took 300 crowns.",
            "en",
        ),
        (
            "The court heard that Ida Moss had burned the ledgers.",
            "The court heard that Ida Moss had burned the ledgers.",
            "en",
        ),
        (
            "Ida Moss was sentenced to two years in prison on Friday.",
            "Ida Moss was sentenced to two years in prison.",
            "en",
        ),
        ("The town, which has 900 people, said it would rebuild the mill.", "The town has 900 people.", "en"),
        (
            "Uwe Tarn wurde am Freitag zu zwei Jahren Haft verurteilt.",
            "Uwe Tarn wurde zu zwei Jahren Haft verurteilt.",
            "de",
        ),
        (
            "Paul Tarn a été condamné vendredi à deux ans de prison.",
            "Paul Tarn a été condamné à deux ans de prison.",
            "fr",
        ),
        (
            "Pablo Taro fue condenado el viernes a dos años de cárcel.",
            "Pablo Taro fue condenado a dos años de cárcel.",
            "es",
        ),
    ],
)
def test_what_the_article_tells_itself_stands(sentence: str, said: str, language: str) -> None:
    """And so does a claim that says itself who was told."""
    assert [claim.text for claim in claimed(said, sentence, language)] == [said]
