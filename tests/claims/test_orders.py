"""Causes, times and conditions keep their two sides."""

import pytest

from bot.claims.grammar.evidence import analysed
from bot.claims.restatement import problems
from bot.claims.rules.orders import order_problems
from tests.claims.articles import article

KILN = {
    "en": "The kiln cracked because the night shift had opened the valve.",
    "de": "Der Ofen riss, weil die Nachtschicht das Ventil geöffnet hatte.",
    "fr": "Le four s'est fendu parce que les ouvriers avaient ouvert la vanne.",
    "es": "El horno se rompió porque los obreros abrieron la válvula.",
}


@pytest.mark.parametrize(
    ("language", "restated"),
    [
        ("en", "The night shift opened the valve because the kiln had cracked."),
        ("de", "Die Nachtschicht öffnete das Ventil, weil der Ofen gerissen war."),
        ("fr", "Les ouvriers ont ouvert la vanne parce que le four s'était fendu."),
        ("es", "Los obreros abrieron la válvula porque el horno se rompió."),
    ],
)
def test_an_effect_is_no_cause(language: str, restated: str) -> None:
    """ "B because A" is not "A because B", with all the same words."""
    assert order_problems(analysed(restated, language), [analysed(KILN[language], language)])
    assert problems(article(KILN[language], language), restated, [1])


@pytest.mark.parametrize(
    ("language", "restated"),
    [
        ("en", "Because the night shift had opened the valve, the kiln cracked."),
        ("de", "Weil die Nachtschicht das Ventil geöffnet hatte, riss der Ofen."),
        ("fr", "Parce que les ouvriers avaient ouvert la vanne, le four s'est fendu."),
        ("es", "Porque los obreros abrieron la válvula, el horno se rompió."),
    ],
)
def test_the_cause_may_be_told_first(language: str, restated: str) -> None:
    """The word that names the cause may open the sentence."""
    assert problems(article(KILN[language], language), restated, [1]) == ()


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("en", "The bell rang before the roof fell in.", "The roof fell in before the bell rang."),
        ("fr", "Le pont a cédé après que le fleuve est monté.", "Le fleuve est monté après que le pont a cédé."),
    ],
)
def test_what_came_first_stays_first(language: str, told: str, restated: str) -> None:
    """ "A before B" is not "B before A"."""
    assert order_problems(analysed(restated, language), [analysed(told, language)])


def test_before_and_after_may_stand_for_each_other() -> None:
    """ "A before B" is "B after A"."""
    told = "The bell rang before the roof fell in."

    assert problems(article(told), "The roof fell in after the bell rang.", [1]) == ()


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("en", "The birds fell silent when the siren went off.", "The birds fell silent after the siren went off."),
        ("en", "The valve was closed and then the tank burst.", "The tank burst after the valve was closed."),
        ("de", "Das Ventil wurde geschlossen, sobald der Tank platzte.", "Das Ventil wurde geschlossen, nachdem der Tank geplatzt war."),
    ],
)  # fmt: skip
def test_after_may_be_told_by_when_or_then(language: str, told: str, restated: str) -> None:
    """What one comes after stands behind "when" or before "then"."""
    assert problems(article(told, language), restated, [1]) == ()


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("en", "The birds fell silent when the siren went off.", "The siren went off after the birds fell silent."),
        ("en", "The valve was closed and then the tank burst.", "The valve was closed after the tank burst."),
        ("de", "Das Ventil wurde geschlossen, sobald der Tank platzte.", "Der Tank platzte, nachdem das Ventil geschlossen worden war."),
    ],
)  # fmt: skip
def test_when_and_then_keep_their_sides(language: str, told: str, restated: str) -> None:
    """Nothing comes after what follows it."""
    assert problems(article(told, language), restated, [1])


def test_what_is_told_one_after_the_other_came_before_it() -> None:
    """ "Robbed a bank and fled" is "robbed a bank before fleeing" and "fled after robbing a bank", not the other way round."""
    told = article("Two men robbed a bank on Sunday and fled on a motorcycle.")

    for said in (
        "Two men robbed a bank on Sunday before fleeing on a motorcycle.",
        "Two men fled on a motorcycle after robbing a bank on Sunday.",
    ):
        assert problems(told, said, [1]) == ()
    assert problems(told, "Two men fled on a motorcycle before robbing a bank on Sunday.", [1])


def test_what_is_told_as_a_result_came_after_it() -> None:
    """ "A slide buried the village, killing five" is "five died after a slide buried the village", and not before."""
    told = article("A slide buried part of the village on Tuesday night, killing at least five people.")

    assert (
        problems(told, "At least five people died after a slide buried part of the village on Tuesday night.", [1])
        == ()
    )
    assert problems(told, "At least five people died before a slide buried part of the village on Tuesday night.", [1])


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
@pytest.mark.parametrize("said", ["", "Nach", "Nach der", "Après", "Before the"])
def test_a_text_of_few_words_or_none_is_judged(language: str, said: str) -> None:
    """Also where it breaks off behind the word that tells what came first."""
    assert isinstance(problems(article("Nach der Wahl kam der Sturm.", language), said, [1]), tuple)
