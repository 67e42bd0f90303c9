"""What tells of the speaker alone, and contradicts nobody, beside short answers that do."""

import pytest

from tests.readers.offline.conftest import Fill

SAID = {
    "en": "Nora Pell, the councillor, said on Monday that the old bridge had cracked nine times. ",
    "de": "Nora Pell, die Stadträtin, sagte am Montag, die alte Brücke sei neunmal gerissen. ",
    "fr": "Nora Pell, la conseillère, a affirmé lundi que le vieux pont s'était fissuré neuf fois. ",
    "es": "Nora Pell, la concejala, afirmó el lunes que el viejo puente se había agrietado nueve veces. ",
}


@pytest.mark.parametrize(
    ("told", "language"),
    [
        ("“I do not trust the councillors,” said Bo Reed, a neighbour.", "en"),
        ("“We don't like the new bridge,” said Bo Reed, a neighbour.", "en"),
        ("The harbour office said it did not know why it had been built there.", "en"),
        ("The harbour office said it did not know how long the work would take.", "en"),
        ("The harbour office said it had not been told in time.", "en"),
        ("Dunmark, which borders the river, said it had not seen any evidence for either side.", "en"),
        ("„Ich traue den Stadträten nicht“, sagte Bo Reed, ein Nachbar.", "de"),
        ("Das Hafenamt erklärte, es wisse nicht, wie lange die Arbeit dauern werde.", "de"),
        ("Dunmark erklärte, es habe keinen Beleg für eine der beiden Seiten gesehen.", "de"),
        ("« Je ne fais pas confiance aux conseillers », a dit Luc Petit, un voisin.", "fr"),
        ("Le port a déclaré qu'il ne savait pas combien de temps dureraient les travaux.", "fr"),
        ("«No me fío de los concejales», dijo Luis Gil, un vecino.", "es"),
        ("El puerto dijo que no sabía cuánto durarían las obras.", "es"),
    ],
)
def test_a_state_of_mind_denies_nothing(fill: Fill, told: str, language: str) -> None:
    """Who trusts nobody, does not know or has seen no proof for either side says nothing against what was said."""
    assert fill(SAID[language] + told, language).draft.form.denials == []


@pytest.mark.parametrize(
    ("told", "language"),
    [
        ("Bo Reed, who runs the harbour, denied this: the bridge has never cracked, he said.", "en"),
        ("Bo Reed, the engineer, rejected that: the bridge was sound, he said.", "en"),
        ("Bo Reed, the engineer, called the figure wrong.", "en"),
        ("Not so, said Bo Reed, the engineer.", "en"),
        ("“Lies,” said Bo Reed, the engineer.", "en"),
        ("Bo Reed, the engineer, shook his head: “Never. Not once.”", "en"),
        ("Bo Reed, the engineer, laughed and said it was a fairy tale.", "en"),
        ("Bo Reed, der den Hafen leitet, wies das zurück: Die Brücke sei nie gerissen, sagte er.", "de"),
        ("„Lügen“, sagte Bo Reed, der Ingenieur.", "de"),
        ("Mitnichten, sagte Bo Reed, der Ingenieur.", "de"),
        ("Luc Petit, qui dirige le port, a démenti : le pont ne s'est jamais fissuré, a-t-il dit.", "fr"),
        ("« Mensonges », a répondu Luc Petit, l'ingénieur.", "fr"),
        ("Pas du tout, répond Luc Petit, l'ingénieur.", "fr"),
        ("Luis Gil, que dirige el puerto, lo negó: el puente nunca se ha agrietado, dijo.", "es"),
        ("«Mentiras», dijo Luis Gil, el ingeniero.", "es"),
        ("Nada de eso, dijo Luis Gil, el ingeniero.", "es"),
    ],
)
def test_a_short_answer_denies_what_was_just_said(fill: Fill, told: str, language: str) -> None:
    """One word is enough, or a verb of denying before the colon behind which somebody tells more."""
    filled = fill(SAID[language] + told, language)

    assert [denial.claims for denial in filled.draft.form.denials] == [["c1"]]
    assert {one.name for denial in filled.draft.form.denials for one in filled.sources(denial)} <= {
        "Bo Reed",
        "Luc Petit",
        "Luis Gil",
    }


@pytest.mark.parametrize(
    "told",
    [
        "Bo Reed, who runs the harbour, denied this: the bridge has never cracked, he said.",
        "Bo Reed, the engineer, rejected that: the bridge was sound, he said.",
    ],
)
def test_what_is_told_behind_the_colon_is_a_claim(fill: Fill, told: str) -> None:
    """ "Denied this: …, he said": the words between colon and tag, and no more, are what he says."""
    filled = fill(SAID["en"] + told)

    assert filled.names(filled.of(2)) == ["Bo Reed"]
    assert filled.content(filled.of(2)).startswith("the bridge")


def test_a_word_for_saying_is_no_part_of_what_is_said(fill: Fill) -> None:
    """ "We were told nothing" answers nobody merely because somebody tells something."""
    filled = fill(
        "The school of ward 2 had nine leaks, Nora Pell told the council. “We were told nothing,” said Bo Reed, a resident of ward 2."
    )

    assert filled.draft.form.denials == []
