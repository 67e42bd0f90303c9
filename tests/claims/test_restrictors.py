"""Restrictors: an exception, a limit, a condition or a rate is taken up with what it restricts, and a wish is no fact."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article


@pytest.mark.parametrize(
    ("language", "told", "said"),
    [
        ("en", "The club sold every player except the two keepers.", "The club sold every player."),
        ("en", "The rebels took nothing but two old radios.", "The rebels took nothing."),
        ("en", "The museum admits pupils free, but only on Tuesdays.", "The museum admits pupils free."),
        ("en", "Without a loan the brewery would close in May, Hale said.", "The brewery would close in May."),
        ("en", "The island will ban lorries with more than six wheels.", "The island will ban lorries."),
        ("en", "The bridge costs the county £90,000 a month.", "The bridge costs the county £90,000."),
        ("en", "Boys over eleven years old may not enter the hall.", "Boys may not enter the hall."),
        ("en", "No flight longer than three hours will be served.", "No flight will be served."),
        ("de", "Jungen, die älter als elf Jahre sind, zeigten keinen Effekt.", "Jungen zeigten keinen Effekt."),
        ("de", "Die Bahn strich alle Züge bis auf die nach Leer.", "Die Bahn strich alle Züge."),
        ("fr", "Il a annulé tous les vols, à l'exception de ceux pour Oslo.", "Il a annulé tous les vols."),
        ("fr", "La société paie ses gardes 12 euros de l'heure.", "La société paie ses gardes 12 euros."),
        ("de", "Der Verein verkaufte alle Spieler außer den zwei Torhütern.", "Der Verein verkaufte alle Spieler."),
        ("de", "Die Diebe nahmen nichts außer zwei alten Radios mit.", "Die Diebe nahmen nichts mit."),
        ("de", "Das Museum lässt Schüler umsonst ein, aber nur am Dienstag.", "Das Museum lässt Schüler umsonst ein."),
        ("de", "Ohne Kredit würde die Brauerei im Mai schließen, sagte Hale.", "Die Brauerei würde im Mai schließen."),
        ("de", "Die Insel verbietet Lastwagen mit mehr als sechs Rädern.", "Die Insel verbietet Lastwagen."),
        ("de", "Die Brücke kostet den Kreis 90.000 Euro im Monat.", "Die Brücke kostet den Kreis 90.000 Euro."),
        ("fr", "Le club a vendu tous les joueurs, sauf les deux gardiens.", "Le club a vendu tous les joueurs."),
        ("fr", "Sans prêt, la brasserie fermerait en mai.", "La brasserie fermerait en mai."),
        ("fr", "L'île interdira les camions de plus de six roues.", "L'île interdira les camions."),
        ("fr", "Le pont coûte 90 000 euros par mois au comté.", "Le pont coûte 90 000 euros au comté."),
        (
            "es",
            "El club vendió a todos los jugadores, salvo los dos porteros.",
            "El club vendió a todos los jugadores.",
        ),
        ("es", "Sin un préstamo, la cervecera cerraría en mayo.", "La cervecera cerraría en mayo."),
        ("es", "La isla prohibirá los camiones con más de seis ruedas.", "La isla prohibirá los camiones."),
        ("es", "El puente cuesta 90.000 euros al mes al condado.", "El puente cuesta 90.000 euros al condado."),
    ],
)
def test_what_restricts_is_not_left_out(language: str, told: str, said: str) -> None:
    """Whoever reads only the restatement would take it for all, for always, or for the whole sum."""
    assert problems(article(told, language), said, [1])


@pytest.mark.parametrize(
    ("language", "told", "said"),
    [
        ("en", "The union wants the bonus to apply to cleaners as well.", "The bonus applies to cleaners as well."),
        ("en", "The owner regarded both paintings as stolen.", "Both paintings were stolen."),
        ("en", "The fence stands on land that the mill claims to own.", "The fence stands on land that the mill owns."),
        ("en", "Had the crew waited, the ferry would have sailed.", "The crew waited."),
        ("en", "It was too early to name a culprit, but a rival was questioned.", "A rival was the culprit."),
        ("de", "Der Besitzer betrachtete beide Gemälde als gestohlen.", "Beide Gemälde wurden gestohlen."),
        (
            "de",
            "Der Zaun steht auf Land, das die Mühle zu besitzen behauptet.",
            "Der Zaun steht auf Land, das die Mühle besitzt.",
        ),
        ("de", "Hätte die Mannschaft gewartet, wäre die Fähre gefahren.", "Die Mannschaft hat gewartet."),
        ("en", "Police are treating the fire as arson.", "The fire was arson."),
        ("de", "Die Polizei behandelt den Brand als gelegt.", "Der Brand wurde gelegt."),
        ("fr", "Le propriétaire considérait les deux tableaux comme volés.", "Les deux tableaux ont été volés."),
        (
            "fr",
            "La clôture longe un pré que le moulin prétend posséder.",
            "La clôture longe un pré que le moulin possède.",
        ),
        ("es", "El dueño consideraba robados los dos cuadros.", "Los dos cuadros fueron robados."),
        ("es", "Era pronto para señalar una causa, pero se revisó una válvula.", "Una válvula fue la causa."),
    ],
)
def test_what_is_wanted_or_held_is_no_fact(language: str, told: str, said: str) -> None:
    """A wish, an opinion, a claim of one's own and what might have been are not told as what is."""
    assert problems(article(told, language), said, [1])


@pytest.mark.parametrize(
    ("language", "told", "said"),
    [
        (
            "en",
            "Every school except those in Leek will reopen, Moss said.",
            "Schools will reopen except in Leek, Moss said.",
        ),
        ("en", "The museum admits pupils free, but only on Tuesdays.", "On Tuesdays the museum admits pupils free."),
        ("en", "Without comment, the mayor left the hall at noon.", "The mayor left the hall at noon."),
        ("en", "The bridge costs the county £90,000 a month.", "The bridge costs the county £90,000 every month."),
        ("en", "Ruiz said the ferry would sail, with or without a pilot.", "Ruiz said the ferry would sail."),
        ("en", "The mill paid its owners dividends over two years.", "The mill paid its owners dividends."),
        ("de", "Die Bahn strich Züge ab 5 Uhr in Leer.", "Die Bahn strich Züge in Leer."),
        ("en", "The port fined a ferry with more than 900 passengers.", "The port fined a ferry."),
        ("en", "The fee was cut by 2 per cent a year ago.", "The fee was cut by 2 per cent."),
        ("en", "The union wants the bonus to apply to cleaners.", "The bonus should apply to cleaners."),
        ("en", "Had the crew waited, the ferry would have sailed.", "The ferry would have sailed."),
        (
            "de",
            "Die Brücke kostet den Kreis 90.000 Euro im Monat.",
            "Die Brücke kostet den Kreis monatlich 90.000 Euro.",
        ),
        ("fr", "Le pont coûte 90 000 euros par mois au comté.", "Le pont coûte au comté 90 000 euros par mois."),
        ("es", "El puente cuesta 90.000 euros al mes al condado.", "El puente cuesta al condado 90.000 euros al mes."),
    ],
)
def test_what_keeps_the_restriction_stands(language: str, told: str, said: str) -> None:
    """Other words for it, another place of it, and a detail that restricts nothing."""
    assert problems(article(told, language), said, [1]) == ()
