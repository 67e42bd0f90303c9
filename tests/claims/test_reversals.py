"""Who does it to whom, and what somebody confirms, in German, French and Spanish."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article_of_lines

FRENCH = """
Le groupe laitier Savelle va racheter son concurrent belge Meulders pour 1,3 milliard d'euros, rapporte L'Écho.
Le maire, Patrick Sellier, a appelé au calme et demandé que toute la lumière soit faite.
Jugeant la situation explosive, la députée Inès Bakari réclame la démission du préfet.
L'armée reconnaît des débordements isolés, mais récuse le terme de massacre.
""".strip()
GERMAN = """
Pintérs Berater Luca Ferri erklärte, sein Mandant habe von einer solchen Zahlung keine Kenntnis.
Die Steuerfahndung Halden bestätigte, dass ein Verfahren laufe.
Der Baukonzern Hallmann und das Ingenieurbüro Tiede widersprachen dieser Darstellung.
Am Mittwoch besuchten Rolf Hein und Maike Stolz die Molkerei.
""".strip()
SPANISH = """
La empresa Savelle comprará a su rival Meulders.
El Semat puso en duda esa versión, que negó el ministro Duarte.
""".strip()


@pytest.mark.parametrize(
    ("language", "text", "n", "said"),
    [
        ("fr", FRENCH, 1, "Meulders va racheter Savelle pour 1,3 milliard d'euros."),
        ("fr", FRENCH, 2, "Le maire a demandé la démission du préfet."),
        ("fr", FRENCH, 4, "L'armée reconnaît des massacres."),
        ("de", GERMAN, 2, "Die Steuerfahndung bestätigte die Zahlung."),
        ("de", GERMAN, 3, "Hallmann widersprach Tiede."),
        ("es", SPANISH, 1, "Meulders comprará Savelle."),
        ("de", "Die IG Metall und der Landrat forderten eine Garantie.", 1, "Die IG Metall forderte vom Landrat eine Garantie."),
        ("es", "El sindicato y la Liga reclamaron transparencia.", 1, "El sindicato reclamó transparencia a la Liga."),
        ("fr", "« Il n'est pas question que je démissionne », a répondu Luc Rey.", 1, "Luc Rey a démissionné."),
    ],
)  # fmt: skip
def test_it_is_done_to_another(language: str, text: str, n: int, said: str) -> None:
    """The names stand the other way round, or together, and what a neighbour tells of is not what is confirmed or demanded."""
    assert problems(article_of_lines(text, language), said, [n])


@pytest.mark.parametrize(
    ("language", "text", "n", "said"),
    [
        ("fr", FRENCH, 1, "Savelle va racheter Meulders."),
        ("fr", FRENCH, 2, "Le maire a demandé que toute la lumière soit faite."),
        ("fr", FRENCH, 4, "L'armée reconnaît des débordements isolés."),
        ("de", GERMAN, 2, "Die Steuerfahndung bestätigte ein laufendes Verfahren."),
        ("de", GERMAN, 3, "Hallmann und Tiede widersprachen dieser Darstellung."),
        ("de", GERMAN, 4, "Rolf Hein und Maike Stolz besuchten am Mittwoch die Molkerei."),
        ("es", SPANISH, 1, "Savelle comprará a Meulders."),
        ("de", "Die Stadt und das Land verlangten vom Konzern Geld.", 1, "Die Stadt verlangte vom Konzern Geld."),
    ],
)  # fmt: skip
def test_it_is_done_as_told(language: str, text: str, n: int, said: str) -> None:
    """In the same order, or with what the sentence itself takes."""
    assert problems(article_of_lines(text, language), said, [n]) == ()


@pytest.mark.parametrize(
    ("language", "told", "said"),
    [
        ("de", "Der Klinikverbund wies die Vorwürfe zurück.", "Der Klinikverbund bestreitet die Vorwürfe."),
        ("de", "Es handle sich um Buchungsfehler, sagte sie.", "Es handelt sich um Buchungsfehler."),
        ("de", "Zwei von sechs Messstellen waren ausgefallen, räumte das Amt ein.", "Das Amt räumte ein, dass zwei der sechs Messstellen ausgefallen waren."),
        ("fr", "La préfecture de police réfute cette version des faits.", "La préfecture de police conteste cette version."),
        ("fr", "Clarépine dément catégoriquement avoir enterré le moindre déchet.", "Clarépine nie avoir enterré des déchets."),
        ("fr", "Le préfet a estimé que les policiers avaient agi en état de légitime défense.", "Le préfet estime que les policiers ont agi en légitime défense."),
        ("fr", "L'économiste Anne Vasseur juge ces craintes exagérées.", "Anne Vasseur estime que ces craintes sont exagérées."),
        ("fr", "Selon l'ONU, 140 000 civils ont fui les combats.", "Selon les Nations unies, 140 000 civils ont fui les combats."),
        ("es", "Molina negó rotundamente haber recibido dinero.", "Molina negó que hubiera recibido dinero."),
        ("es", "El sindicato Semat puso en duda esa versión.", "El sindicato Semat cuestionó esa versión."),
        ("es", "El ministerio rechazó tajantemente las acusaciones y exigió pruebas.", "El ministerio negó las acusaciones."),
    ],
)  # fmt: skip
def test_wordings_of_denying_and_holding(language: str, told: str, said: str) -> None:
    """Verbs of denying, of holding an opinion, and bodies by their letters say the same."""
    assert problems(article_of_lines(told, language), said, [1]) == ()
