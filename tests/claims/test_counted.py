"""What is counted is told whole."""

import pytest

from bot.claims.grammar.evidence import analysed
from bot.claims.rules.counted import counted_problems


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("en", "Some 900 sheep and goats were vaccinated.", "Some 900 goats were vaccinated."),
        ("de", "Rund 900 Schafe und Ziegen wurden geimpft.", "Rund 900 Schafe wurden geimpft."),
        ("fr", "Quelque 900 moutons et chèvres ont été vaccinés.", "Quelque 900 moutons ont été vaccinés."),
        ("es", "Unas 900 ovejas y cabras fueron vacunadas.", "Unas 900 ovejas fueron vacunadas."),
        ("en", "The camp holds 40 people, including children.", "The camp holds 40 children."),
        ("en", "The auditor questioned one of the invoices.", "The auditor questioned the invoices."),
        ("de", "Die Prüferin beanstandete eine der Rechnungen.", "Die Prüferin beanstandete die Rechnungen."),
        ("fr", "L'auditrice conteste l'une des factures.", "L'auditrice conteste les factures."),
        ("es", "La auditora cuestiona una de las facturas.", "La auditora cuestiona las facturas."),
    ],
)
def test_a_part_is_not_the_whole(language: str, told: str, restated: str) -> None:
    """Both kinds of what is counted, and only one of several."""
    assert counted_problems(analysed(restated, language), [analysed(told, language)])


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        ("Some 900 sheep and goats were vaccinated.", "Some 900 sheep and goats have been vaccinated."),
        ("The farm keeps 900 sheep and costs the owner a fortune.", "The farm keeps 900 sheep."),
        ("The auditor questioned one of the invoices.", "One of the invoices was questioned by the auditor."),
        ("The camp holds 40 people, including children.", "The camp holds 40 people."),
    ],
)
def test_what_is_counted_stands(told: str, restated: str) -> None:
    """Both, the one of them, and the whole without its part."""
    assert counted_problems(analysed(restated, "en"), [analysed(told, "en")]) == []
