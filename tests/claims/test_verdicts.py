"""What somebody was cleared of and what convicted of."""

import pytest

from bot.claims.grammar.evidence import analysed
from bot.claims.rules.verdicts import verdict_problems

TOLD = {
    "en": "The court cleared Jo Pohl of theft but convicted her of fraud.",
    "de": "Das Gericht sprach Jo Pohl vom Vorwurf des Diebstahls frei, verurteilte sie aber wegen Betrugs.",
    "fr": "Le tribunal a relaxé Jo Pohl pour vol, mais l'a condamnée pour fraude.",
    "es": "El tribunal absolvió a Jo Pohl de robo, pero la condenó por fraude.",
}


@pytest.mark.parametrize(
    ("language", "restated"),
    [
        ("en", "The court convicted Jo Pohl of theft."),
        ("en", "Jo Pohl was cleared of fraud."),
        ("de", "Jo Pohl wurde wegen Diebstahls verurteilt."),
        ("de", "Jo Pohl wurde vom Vorwurf des Betrugs freigesprochen."),
        ("fr", "Jo Pohl a été condamnée pour vol."),
        ("es", "Jo Pohl fue absuelta de fraude."),
    ],
)
def test_charges_keep_their_verdicts(language: str, restated: str) -> None:
    """What somebody was cleared of is no conviction, nor the other way round."""
    assert verdict_problems(analysed(restated, language), [analysed(TOLD[language], language)])


@pytest.mark.parametrize(
    ("language", "restated"),
    [
        ("en", "Jo Pohl was convicted of fraud and cleared of theft."),
        ("de", "Jo Pohl wurde wegen Betrugs verurteilt."),
        ("fr", "Jo Pohl a été condamnée pour fraude et relaxée pour vol."),
        ("es", "Jo Pohl fue condenada por fraude."),
    ],
)
def test_the_same_verdict_stands(language: str, restated: str) -> None:
    """In any order and voice."""
    assert verdict_problems(analysed(restated, language), [analysed(TOLD[language], language)]) == []
