"""How firmly a claim is put."""

import pytest

from bot.claims.reading import Certainty
from bot.claims.rules.certainty import consistent, of_quoted


@pytest.mark.parametrize(
    ("said", "hedge", "passage", "expected"),
    [
        ("certain", "may", "The bridge may stay shut.", "possible"),
        ("certain", "likely", "The bridge is likely to stay shut.", "probable"),
        ("possible", None, "The bridge stays shut.", "certain"),
        ("possible", None, "The bridge may stay shut.", "possible"),
        ("unstated", None, "The bridge is a disgrace.", "unstated"),
    ],
)
def test_a_claim_is_as_certain_as_the_articles_own_words(
    said: Certainty, hedge: str | None, passage: str, expected: Certainty
) -> None:
    """A hedge that is there weakens; one that a model only imagined does not."""
    assert consistent(said, hedge, passage, "en") == expected


@pytest.mark.parametrize(
    ("language", "hedge", "sentence"),
    [
        ("en", "can", "Anyone can read the minutes."),
        ("en", "can", "Residents can return home."),
        ("en", "able to", "He was able to leave."),
        ("de", "kann", "Die Protokolle sind öffentlich, jeder kann sie nachlesen."),
        ("de", "können", "Wir können das belegen."),
        ("de", "kann", "Die Firma kann nicht zahlen."),
        ("fr", "peut", "Chacun peut les consulter."),
        ("fr", "pouvons", "Nous pouvons le prouver."),
        ("fr", "peut", "La société ne peut pas payer."),
        ("es", "puede", "Cualquiera puede leerlas."),
        ("es", "Podemos", "Podemos demostrarlo."),
        ("es", "puede", "La empresa no puede pagar."),
    ],
)
def test_what_somebody_can_do_is_put_firmly(language: str, hedge: str, sentence: str) -> None:
    """What people are able or allowed to do, or what nobody can, is no guess."""
    assert of_quoted("certain", "", sentence, language) == "certain"
    assert consistent("possible", hedge, sentence, language) == "certain"


@pytest.mark.parametrize(
    ("language", "hedge", "sentence"),
    [
        ("en", "can", "It can take years."),
        ("en", "could", "The bridge could collapse."),
        ("en", "cannot", "We cannot rule out that it was excluded."),
        ("de", "kann", "Das kann Jahre dauern."),
        ("de", "kann", "Man kann nicht ausschließen, dass die Brücke möglicherweise einstürzt."),
        ("fr", "peut", "Cela peut durer des années."),
        ("es", "puede", "Puede durar años."),
    ],
)
def test_what_can_happen_is_possible(language: str, hedge: str, sentence: str) -> None:
    """A thing that can be so need not."""
    assert consistent("possible", hedge, sentence, language) == "possible"


@pytest.mark.parametrize(
    ("language", "dropped", "sentence"),
    [
        ("de", "In zwei Schulen gibt es Asbest.", "In zwei Schulen soll es Asbest geben."),
        ("fr", "La production sera arrêtée.", "Selon la CGT, la production serait arrêtée."),
        ("es", "Un técnico avisó al alcalde.", "Según fuentes, un técnico habría avisado al alcalde."),
    ],
)
def test_hearsay_in_the_articles_words_is_not_put_firmly(language: str, dropped: str, sentence: str) -> None:
    """A sentence that is shown for a restatement without its hedge keeps it, however firm the reader called it."""
    assert of_quoted("certain", dropped, sentence, language) == "possible"


def test_what_was_announced_is_no_hearsay() -> None:
    """French says what was to come as it says hearsay, and German a plan."""
    assert of_quoted("certain", "", "Le maire a annoncé que le pont serait fermé.", "fr") == "certain"
    assert of_quoted("certain", "", "Das Haus soll schließen.", "de", deed=False) == "certain"
