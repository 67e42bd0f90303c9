"""What is only asked or supposed is not told as so."""

import pytest

from bot.claims.grammar.evidence import analysed
from bot.claims.rules.asked import asked_problems


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("en", "She declined to say whether the samples were sent to Ruthin.", "The samples were sent to Ruthin."),
        ("en", "Parliament must decide whether Blum may return to his seat.", "Blum may return to his seat."),
        ("de", "Offen ist, ob die Proben verschickt wurden.", "Die Proben wurden verschickt."),
        ("fr", "Elle a refusé de dire si les analyses ont été transmises.", "Les analyses ont été transmises."),
        ("es", "No quiso decir si las muestras fueron enviadas.", "Las muestras fueron enviadas."),
    ],
)
def test_what_is_asked_is_not_told(language: str, told: str, restated: str) -> None:
    """ "Whether they were sent" does not say that they were."""
    assert asked_problems(analysed(restated, language), [analysed(told, language)])


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        ("The samples were sent, but she declined to say whether the samples were lost.", "The samples were sent."),
        ("She declined to say whether the samples were sent.", "It is open whether the samples were sent."),
        ("The samples may be lost; she was asked whether the samples were sent.", "The samples may be lost."),
        ("If the samples were sent, the lab kept a list.", "If the samples were sent, there is a list."),
    ],
)
def test_what_is_told_as_well_stands(told: str, restated: str) -> None:
    """What the sentence also says outside the clause, and what is asked here too."""
    assert asked_problems(analysed(restated, "en"), [analysed(told, "en")]) == []
