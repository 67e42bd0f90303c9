"""A phrase stays with the word that it hangs on in the article."""

import pytest

from bot.claims.grammar.evidence import analysed
from bot.claims.restatement import problems
from bot.claims.rules.attachments import attachment_problems
from tests.claims.articles import article

FISH = "The harbour board has voted on Monday to close the old fish hall by June, despite a letter against it from traders."
GUILD = "Nadia Brandt, who has baked bread in the square since 2004 and now leads the guild, refused."
BARN = "The owner wants to turn the barn into 12 studios and to keep the mill as a shop."
BID = "Delmore raised its bid twice in June, after Quantock sold its mine."
COSTS = "Costs in the north stayed flat and those in the south doubled."


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("en", GUILD, "Nadia Brandt has led the guild since 2004."),
        ("en", BARN, "The owner wants to turn the mill into 12 studios."),
        ("en", BID, "Quantock sold its mine after Delmore had raised its bid twice in June."),
        ("en", COSTS, "Costs in the north doubled and those in the south stayed flat."),
        (
            "en",
            "The coins will be shown first in the museum, then in the school.",
            "The coins will be shown first in the school, then in the museum.",
        ),
        ("en", "A truck with beds for 600 patients left the depot.", "A truck with 600 beds left the depot."),
        (
            "en",
            "The boat was found in a cove, 8 kilometres from the lighthouse.",
            "The boat was found 8 kilometres from a cove.",
        ),
        (
            "en",
            "The app never saved names, only the colour of a jacket.",
            "The app never saved the colour of a jacket, only names.",
        ),
        (
            "de",
            "Die Kosten im Norden wurden gekürzt, und die Mieten im Süden verdoppelten sich.",
            "Die Mieten im Süden wurden gekürzt, und die Kosten im Norden verdoppelten sich.",
        ),
        (
            "de",
            "Ein Lastwagen mit Betten für 600 Patienten verließ das Lager.",
            "Ein Lastwagen mit 600 Betten verließ das Lager.",
        ),
        (
            "de",
            "Delmore erhöhte im Juni sein Angebot, nachdem Quantock seine Mine verkauft hatte.",
            "Quantock verkaufte seine Mine, nachdem Delmore im Juni sein Angebot erhöht hatte.",
        ),
        (
            "de",
            "Die Stadt will die Schule sanieren und das Freibad schließen.",
            "Die Stadt will das Freibad sanieren.",
        ),
        (
            "de",
            "Die Stadt will die Schule sanieren und das Freibad schließen.",
            "Die Stadt will die Schule schließen.",
        ),
        ("fr", "La mairie veut rénover l'école et fermer la piscine.", "La mairie veut rénover la piscine."),
        ("es", "El club quiere renovar la escuela y cerrar la piscina.", "El club quiere renovar la piscina."),
        (
            "fr",
            "Les loyers du nord ont baissé et les salaires du sud ont doublé.",
            "Les salaires du sud ont baissé et les loyers du nord ont doublé.",
        ),
        (
            "fr",
            "Un camion avec des lits pour 600 patients a quitté le dépôt.",
            "Un camion avec 600 lits a quitté le dépôt.",
        ),
        (
            "es",
            "Los alquileres del norte bajaron y los salarios del sur subieron.",
            "Los salarios del sur bajaron y los alquileres del norte subieron.",
        ),
        (
            "es",
            "El barco estaba en una cala, a 8 kilómetros del faro.",
            "El barco estaba a 8 kilómetros de una cala.",
        ),
    ],
)
def test_what_hangs_on_another_word_than_in_the_article_is_refused(language: str, told: str, restated: str) -> None:
    """Each word is the article's own, and stands with a word of another clause."""
    found = attachment_problems(analysed(restated, language), [analysed(told, language)])

    assert found
    assert problems(article(told, language), restated, [1])


def test_an_infinitive_of_another_clause_is_refused() -> None:
    """A board that votes to close, despite a letter, has no letter to close."""
    found = attachment_problems(analysed("Traders sent a letter to close the fish hall.", "en"), [analysed(FISH, "en")])

    assert found == ["'letter' and 'close' stand apart in its sentences."]


@pytest.mark.parametrize(
    ("language", "told", "restated"),
    [
        ("en", GUILD, "Nadia Brandt, who now leads the guild, has baked bread in the square since 2004."),
        ("en", BARN, "The owner wants to keep the mill as a shop and turn the barn into 12 studios."),
        ("en", BID, "After Quantock sold its mine, Delmore raised its bid twice in June."),
        ("en", COSTS, "Costs in the south doubled."),
        (
            "de",
            "Die Stadt hat beschlossen, das Bad zu schließen.",
            "Die Stadt hat die Schließung des Bads beschlossen.",
        ),
        (
            "de",
            "Delmore erhöhte im Juni sein Angebot, nachdem Quantock seine Mine verkauft hatte.",
            "Nachdem Quantock seine Mine verkauft hatte, erhöhte Delmore im Juni sein Angebot.",
        ),
        (
            "fr",
            "Un camion avec des lits pour 600 patients a quitté le dépôt.",
            "Le camion a quitté le dépôt avec des lits pour 600 patients.",
        ),
        (
            "es",
            "Delmore aumentó su oferta, después de que Quantock vendió su mina.",
            "Después de que Quantock vendió su mina, Delmore aumentó su oferta.",
        ),
    ],
)
def test_a_phrase_that_moves_with_its_word_stands(language: str, told: str, restated: str) -> None:
    """Clauses may change places, and a relative clause may become the main one."""
    assert attachment_problems(analysed(restated, language), [analysed(told, language)]) == []


def test_a_headline_may_end_with_its_infinitive() -> None:
    """No full stop stands behind it."""
    assert (
        attachment_problems(analysed("Rat will Schule schließen.", "de"), [analysed("Rat will Schule schließen", "de")])
        == []
    )
