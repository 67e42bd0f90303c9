"""What the mood of the verb alone leaves to the speaker of the sentence before."""

import pytest

from tests.readers.offline.conftest import Fill

GERMAN = "Bürgermeister Jan Holt sagte, die Lage sei ernst. "


@pytest.mark.parametrize(
    "text",
    [
        "Die Pumpe habe zweimal versagt.",
        "Einzelne Störungen seien auf beschädigte Kabel zurückzuführen.",
        "Verletzt worden sei niemand.",
        "Es handle sich um einen Fehler des Herstellers.",
        "Die Rede sei von drei Millionen Euro gewesen.",
        "Man müsse jetzt handeln.",
        "Ihr Sohn sei beinahe aus dem Sessel gefallen.",
        "Wenn der Damm breche, sei die Stadt verloren.",
        "Das Wasser, das seit Tagen steigt, habe den Keller erreicht.",
        "Für die Patienten habe keine Gefahr bestanden.",
        "Was die Deiche betreffe, so sei nichts verloren.",
        "Die Pegel hätten unter der Marke gelegen.",
    ],
)
def test_german_indirect_speech_goes_on(fill: Fill, text: str) -> None:
    """The subjunctive of the main verb tells that the speaker goes on."""
    filled = fill(GERMAN + text, "de")

    assert filled.names(filled.of(2)) == ["Jan Holt"]


@pytest.mark.parametrize(
    "text",
    [
        "Der Fluss ist über die Ufer getreten.",
        "Ob das stimme, ist offen.",
        "Was er damit gemeint habe, blieb offen.",
        "Ich habe ihn dort gesehen.",
        "Gott sei Dank kam niemand zu Schaden.",
        "Die Habe der Bewohner liegt im Keller.",
        "Unklar ist, ob er davon gewusst habe.",
        "Die Staatsanwaltschaft prüft, ob jemand gelogen habe.",
        "Habe er das gewusst?",
        "Das soll so bleiben.",
        "Ohne die Helfer hätten viele ihr Haus verloren.",
        "Die Kinder hätten lieber gespielt.",
    ],
)
def test_another_mood_or_clause_is_the_outlets_own(fill: Fill, text: str) -> None:
    """An indicative main verb is told by the outlet, whatever stands in a clause beside it."""
    filled = fill(GERMAN + text, "de")

    assert all(2 not in claim.sentences for claim in filled.claims)


@pytest.mark.parametrize(
    "text",
    [
        "Das sei gelogen, rief die Händlerin Ute Falk.",
        "Da rief die Händlerin Ute Falk in den Saal, das sei gelogen.",
        "Man habe sie nie gefragt, schimpfte die Händlerin Ute Falk.",
    ],
)
def test_beside_the_subjunctive_a_shout_reports(fill: Fill, text: str) -> None:
    """A verb that reports a quotation reports indirect speech too."""
    filled = fill("Es wurde laut. " + text, "de")

    assert filled.names(filled.of(2)) == ["Ute Falk"]


def test_a_call_for_a_taxi_reports_nothing(fill: Fill) -> None:
    """The subjunctive of another clause makes no speech of what somebody does."""
    filled = fill("Holt ging, weil er müde sei, und rief ein Taxi.", "de")

    assert filled.claims == []


def test_who_kept_silent_gives_the_reason(fill: Fill) -> None:
    """Behind a silence the subjunctive is of the silent, and of nobody who spoke before."""
    filled = fill(GERMAN + "Die Reederei Nordlicht wollte sich nicht äußern. Es handle sich um ein Verfahren.", "de")

    assert filled.names(filled.of(3)) == ["Reederei Nordlicht"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Selon Paul Morin, le maire aurait promis une baisse. En échange, le groupe se serait engagé à payer."),
        ("fr", "Paul Morin admet qu'un filtre a cassé. Une pièce se serait fait attendre sept semaines."),
        ("fr", "Selon Paul Morin, le fonds serait prêt à payer. La moitié viendrait de Suisse."),
        ("fr", "Paul Morin a dit que rien ne presse. Trente postes ne seraient pas remplacés."),
        ("es", "Según Paul Morin, ambas firmas estarían cerca de un acuerdo. La mitad se pagaría en acciones."),
        ("es", "Según Paul Morin, el banco falló. El dinero habría sido enviado a Suiza."),
        ("es", "Según Paul Morin, la planta cerraría en mayo. Los empleados recibirían una paga."),
    ],
)
def test_the_conditional_of_hearsay_goes_on(fill: Fill, code: str, text: str) -> None:
    """What an outlet passes on in the conditional is said by who spoke before."""
    filled = fill(text, code)

    assert filled.names(filled.of(2)) == ["Paul Morin"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Selon Paul Morin, le pont tombera. Si la ville payait, le pont serait réparé en mai."),
        ("fr", "Selon Paul Morin, le pont tombera. Il faudrait aller plus vite."),
        ("fr", "Selon Paul Morin, le pont tombera. Les travaux coûteraient trop cher."),
        ("fr", "Selon Paul Morin, le pont tomberait. La route est fermée."),
        ("es", "Según Paul Morin, el puente caería. La mayoría votó a favor."),
        ("es", "Según Paul Morin, el puente caerá. La planta abriría en mayo."),
        ("es", "Según Paul Morin, el puente caería. Quería un informe."),
        ("es", "Según Paul Morin, el puente caerá. Si llueve, habría sido mejor cerrar."),
    ],
)
def test_what_is_supposed_is_no_hearsay(fill: Fill, code: str, text: str) -> None:
    """A condition, and a simple conditional behind plain speech, are the outlet's own."""
    filled = fill(text, code)

    assert all(2 not in claim.sentences for claim in filled.claims)
