"""Deeds that are announced, put off or averted, aims, numbers of other verbs, and who does it where nobody is named."""

from collections.abc import Callable, Sequence

import pytest

from bot.claims.grammar.evidence import Analysed, analysed
from bot.claims.rules.aims import aim_problems
from bot.claims.rules.announced import announced_problems
from bot.claims.rules.averted import averted_problems
from bot.claims.rules.datives import dative_problems
from bot.claims.rules.patients import patient_problems
from bot.claims.rules.reckoned import reckoned_problems
from bot.claims.rules.unnamed import unnamed_problems

Rule = Callable[[Analysed, Sequence[Analysed]], list[str]]

LIES = [
    (patient_problems, "de", "Er habe Ott oft gewarnt, sagte Maus.", "Maus wurde von Ott oft gewarnt."),
    (averted_problems, "es", "Luz Peña pidió al banco que retrase la venta.", "Luz Peña pidió al banco que venda."),
    (averted_problems, "fr", "Le maire a empêché la vente du moulin.", "Le maire a vendu le moulin."),
    (averted_problems, "de", "Das Land verhinderte den Verkauf der Mühle.", "Das Land verkaufte die Mühle."),
    (announced_problems, "es", "El club anunció el cierre de la piscina.", "El club cerró la piscina."),
    (announced_problems, "fr", "Le club a annoncé la fermeture du bassin.", "Le club a fermé le bassin."),
    (announced_problems, "de", "Der Verein kündigte den Verkauf an.", "Der Verein hat verkauft."),
    (
        aim_problems,
        "fr",
        "Il a fermé le bassin après une fuite de gaz.",
        "Il a fermé le bassin pour chercher une fuite.",
    ),
    (aim_problems, "es", "Cerró la sala tras una fuga de gas.", "Cerró la sala para buscar una fuga."),
    (reckoned_problems, "es", "Pide 80 euros, pero recibió 20 en mayo.", "Recibió 80 euros."),
    (unnamed_problems, "es", "Ana Gil asegura que le pagaron poco.", "Ana Gil asegura que pagó poco."),
    (
        dative_problems,
        "es",
        "Leo Gil vio a los guardas, que le dieron un plano.",
        "Leo Gil dio a los guardas un plano.",
    ),
    (dative_problems, "fr", "Il a vu les gardes, qui lui ont donné un plan.", "Il a donné aux gardes un plan."),
]
TRUE = [
    (patient_problems, "de", "Er habe Ott oft gewarnt, sagte Maus.", "Ott wurde von Maus oft gewarnt."),
    (patient_problems, "de", "Er sei von Ott gewarnt worden, sagte Maus.", "Maus wurde von Ott gewarnt."),
    (averted_problems, "es", "Luz Peña pidió retrasar la venta.", "Luz Peña pidió que no se venda todavía."),
    (averted_problems, "de", "Das Land verhinderte den Verkauf.", "Das Land verhinderte, dass verkauft wurde."),
    (announced_problems, "es", "El club anunció el cierre de la piscina.", "El club cerrará la piscina."),
    (announced_problems, "fr", "La police a annoncé l'arrestation de deux hommes.", "La police a arrêté deux hommes."),
    (
        aim_problems,
        "fr",
        "Il a fermé le bassin pour réparer une fuite.",
        "Il a fermé le bassin pour réparer une fuite.",
    ),
    (reckoned_problems, "es", "Pide 80 euros, pero recibió 20 en mayo.", "Pide 80 euros."),
    (unnamed_problems, "es", "Ana Gil asegura que le pagaron poco.", "Ana Gil asegura que pagaron poco."),
    (dative_problems, "es", "Leo Gil vio a los guardas, que le dieron un plano.", "Los guardas le dieron un plano."),
]


@pytest.mark.parametrize(("rule", "language", "told", "restated"), LIES)
def test_what_is_told_of_another_deed_is_found(rule: Rule, language: str, told: str, restated: str) -> None:
    """What is only announced or averted is not done, nor a reason an aim, nor done by whom it is done to."""
    assert rule(analysed(restated, language), [analysed(told, language)])


@pytest.mark.parametrize(("rule", "language", "told", "restated"), TRUE)
def test_the_same_deed_is_left_alone(rule: Rule, language: str, told: str, restated: str) -> None:
    """In other words too."""
    assert rule(analysed(restated, language), [analysed(told, language)]) == []
