"""What "that" denies, and what is denied in another word of one family."""

import pytest

from tests.readers.offline.conftest import Fill

POINTED = {
    "en": (
        "Tom Keane accused the hotel owner of keeping two sets of books. The council found no fault with the hotel.\n"
        "Rosa Amado said the inspectors had been sent to empty floors. The council denied that."
    ),
    "de": (
        "Der Anwalt Tom Kern warf dem Wirt zwei Kassenbücher vor. Das Amt hat das Hotel geprüft.\n"
        "Rosa Amado sagte, die Prüfer seien in leere Stockwerke geführt worden. Das Amt bestritt das."
    ),
    "fr": (
        "L’avocat Luc Rand accuse l’hôtelier de fraude. La mairie a visité l’hôtel.\n"
        "Rosa Amado affirme que les inspecteurs ont été menés dans des étages vides. La mairie dément cela."
    ),
    "es": (
        "El abogado Luis Mena acusó al hotelero de fraude. El Ayuntamiento visitó el hotel.\n"
        "Rosa Amado asegura que los inspectores solo vieron plantas vacías. El Ayuntamiento lo desmintió."
    ),
}


@pytest.mark.parametrize("language", POINTED)
def test_that_is_what_was_just_said(fill: Fill, language: str) -> None:
    """ "The council denied that" answers the sentence before, and no older accusation."""
    filled = fill(POINTED[language], language)

    denial = filled.draft.form.denials[-1]
    assert (denial.sentences, denial.claims) == ([4], [filled.of(3).id])


def test_a_compound_is_what_its_head_is(fill: Fill) -> None:
    """Who denies something of "die Sirene" answers what was said of "die Werkssirene"."""
    filled = fill(
        "Die Werkssirene sei erst um 14.20 Uhr zu hören gewesen, sagte Feuerwehrchef Lars Bohm.\n"
        "Zwei Menschen wurden verletzt, wie die Polizei mitteilte.\n"
        "Werkleiter Udo Fenske hat zurückgewiesen, dass die Sirene zu spät zu hören gewesen sei.",
        "de",
    )

    [denial] = filled.draft.form.denials
    assert denial.claims == [filled.of(1).id]


def test_whoever_leads_a_house_is_meant_by_its_leadership(fill: Fill) -> None:
    """ "Klinikleitung" is "Klinikchef": the works council contradicts him, and not those whom he contradicts."""
    filled = fill(
        "Pflegekräfte sagten, im Klinikum seien schmutzige Instrumente benutzt worden. Klinikchef Henrik Paulsen wies das zurück: "
        "Es habe nur zwei Fälle gegeben. Der Betriebsrat widersprach der Darstellung der Klinikleitung.",
        "de",
    )
    denial = filled.draft.form.denials[-1]

    assert [filled.names(claim) for claim in filled.claims if claim.id in denial.claims] == [["Henrik Paulsen"]]
