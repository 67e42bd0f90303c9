"""Who gives another figure for the same thing answers who gave the first."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Organisers said 8,000 people had marched. Police estimated the crowd at 2,100."),
        ("en", "The growers say the frost cost 40 million dollars. The ministry puts the cost at 12 million."),
        ("de", "Nach Angaben der Gewerkschaft demonstrierten 9.000 Menschen in Fulda. Die Polizei sprach von 3.100 Demonstranten."),
        ("de", "Der Verband sprach von einem Schaden von 40 Millionen Euro. Das Ministerium bezifferte den Schaden auf 12 Millionen."),
        ("fr", "Selon le maire, les dégâts atteignent 4 millions d'euros. L'assureur les évalue à 900 000 euros."),
        ("es", "Según los sindicatos, 8.000 personas se manifestaron en Soria. La Delegación del Gobierno cifró la asistencia en 2.100."),
        ("es", "Según las familias, hay 45 niños afectados. El Ayuntamiento los cifra en 12."),
        ("en", "The union said 60 passengers were hurt. Norvald Lines spoke of 22."),
        ("de", "Der Verein rechnet mit 9.000 Euro Schaden. Das Ministerium geht von 2.500 Euro aus."),
    ],
)  # fmt: skip
def test_another_figure_for_the_same_thing_answers_the_first(fill: Fill, language: str, text: str) -> None:
    """In each language by its verbs for reckoning."""
    filled = fill(text, language)

    [denial] = filled.draft.form.denials
    assert (denial.kind, denial.sentences) == ("counters", [2])
    assert {n for claim in filled.claims if claim.id in denial.claims for n in claim.sentences} == {1}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Organisers said 8,000 people had marched. Police estimated the damage at 2,100 dollars."),
        ("en", "Organisers said 8,000 people had marched. Police estimated the crowd at 8,000."),
        ("en", "Organisers said 8,000 people had marched in Essing. Police counted 2,100 marchers in Norburg."),
        ("en", "The bank said it had lost 400 dollars. The shop estimated its loss at 90 dollars."),
        ("en", "The union said 60 passengers were hurt. The minister spoke of 22 years of neglect."),
        ("de", "Die Polizei meldete drei Festnahmen. Der Veranstalter sprach von 3.100 Teilnehmern."),
        ("de", "Nach Angaben der Gewerkschaft demonstrierten 9.000 Menschen in Fulda. Die Polizei sprach von 40 Festnahmen."),
        ("de", "Nach Angaben der Gewerkschaft demonstrierten 9.000 Menschen in Fulda. Die Polizei sprach von einem ruhigen Abend."),
        ("fr", "Selon la CGT, 8 000 personnes ont manifesté. Le maire évalue les dégâts à 900 000 euros."),
        ("es", "Según los sindicatos, 8.000 personas se manifestaron. El Gobierno cifró los daños en 2.100 euros."),
    ],
)  # fmt: skip
def test_the_figure_of_another_thing_or_the_same_one_answers_nothing(fill: Fill, language: str, text: str) -> None:
    """It adds to what was said."""
    assert fill(text, language).draft.form.denials == []
