"""Who "the paper", "the mayor" and "they" are in German, French and Spanish, and who speaks behind whom it is told to."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("code", "text", "outlet"),
    [
        ("de", "Die Zeitung „Elbbote“ berichtet, dass die Brücke schließt. Das Blatt schreibt, die Kosten stiegen.", "Elbbote"),
        ("de", "Nach einem Bericht der „Harlinger Nachrichten“ fielen 41 Stationen aus. Die Zeitung beruft sich auf einen Vermerk.", "Harlinger Nachrichten"),
        ("fr", "Selon La Gazette du Houblon, le fonds est prêt. Le magazine spécialisé évoque une valorisation de 420 millions.", "Gazette du Houblon"),
        ("fr", "Selon le site La Sonde, le maire a menti. Le site affirme que deux témoins existent.", "site La Sonde"),
        ("es", "El portavoz respondía al diario La Ribera. Según el rotativo, la consejería encargó un estudio.", "Ribera"),
        ("es", "Según el diario La Ribera, el puente caerá. Según el periódico, las obras costarán un millón.", "diario La Ribera"),
    ],
)  # fmt: skip
def test_the_outlet_is_the_one_named_before(fill: Fill, code: str, text: str, outlet: str) -> None:
    """It goes by any noun for an outlet."""
    filled = fill(text, code)

    assert filled.names(filled.of(2)) == [outlet]


def test_an_outlet_named_nowhere_stays_unnamed(fill: Fill) -> None:
    """No ministry that spoke just before is "the newspaper"."""
    filled = fill("Das Umweltministerium Kiel teilte mit, der Deich halte. Die Zeitung schrieb, das sei falsch.", "de")

    assert filled.names(filled.of(2)) == ["Zeitung"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("es", "El alcalde, Rogelio Ibarra, viajó a la capital. El edil dijo que no hay deudas."),
        ("es", "Las cajas son de un primo del alcalde, Rogelio Ibarra. El alcalde dijo que no hay cajas."),
        ("fr", "Le maire, Rogelio Ibarra, était absent. L'édile a dit que le pont est sûr."),
        ("fr", "Une lettre du maire Rogelio Ibarra circule. Le maire a dit que le pont est sûr."),
    ],
)
def test_an_office_is_whom_the_article_gave_it(fill: Fill, code: str, text: str) -> None:
    """Whoever bears it is named once, and need not have spoken."""
    filled = fill(text, code)

    assert filled.names(filled.of(2)) == ["Rogelio Ibarra"]


@pytest.mark.parametrize(
    "text",
    [
        "El alcalde Rogelio Ibarra y el alcalde Luis Gil callaron. El alcalde dijo que no hay deudas.",
        "El alcalde Rogelio Ibarra calló. Un alcalde dijo que no hay deudas.",
        "El alcalde Rogelio Ibarra calló. El ministro dijo que no hay deudas.",
    ],
)
def test_an_office_of_two_or_of_another_names_nobody(fill: Fill, text: str) -> None:
    """Where two bear it, or where it is another, nobody is named."""
    filled = fill(text, "es")

    assert filled.names(filled.of(2)) == [None]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("es", "«Es caro», dijo a EFE la ministra Ana Ruiz.", "Ana Ruiz"),
        ("es", "«Es caro», explicó a los periodistas el alcalde Juan Gil.", "Juan Gil"),
        ("es", "Queijaria Ipê calló. «Es caro», dijo a este diario su vicepresidente, Thiago Brandt.", "Thiago Brandt"),
        ("fr", "« C'est cher », a déclaré à l'AFP le maire Paul Roux.", "Paul Roux"),
        ("fr", "« C'est cher », a dit à la presse la ministre Anne Roux.", "Anne Roux"),
        ("fr", "« C'est cher », a affirmé au quotidien Le Sud son avocat, Luc Roy.", "Luc Roy"),
    ],
)
def test_the_speaker_stands_behind_whom_it_is_told_to(fill: Fill, code: str, text: str, name: str) -> None:
    """Neither the agency nor the press says it."""
    filled = fill(text, code)

    assert [filled.names(claim) for claim in filled.claims if claim.sources] == [[name]]


@pytest.mark.parametrize(
    "text",
    [
        "Los vecinos denunciaron que nadie avisó. Aseguraron que el agua llegó de noche.",
        "Los vecinos alertaron de que falta agua. Añadieron que el pozo está seco.",
        "Los vecinos afirmaron que falta agua. Dijeron que el pozo está seco.",
    ],
)
def test_a_plural_verb_without_a_subject_goes_on(fill: Fill, text: str) -> None:
    """ "Aseguraron que …" is of the several who spoke before."""
    filled = fill(text, "es")

    assert [source.role or source.name for source in filled.sources(filled.of(2))] == ["vecinos"]


def test_the_man_is_who_would_not_be_named(fill: Fill) -> None:
    """ "Der Mann" and "sie" are the one person whom nobody names."""
    filled = fill("Ein Mitarbeiter, der anonym bleiben will, behauptet, das Lager sei alt. „Ja“, sagt der Mann.", "de")

    assert {source.kind for claim in filled.claims for source in filled.sources(claim)} == {"anonymous"}


@pytest.mark.parametrize(
    ("text", "implied"),
    [
        ("El gobernador salió ayer a desmentir que haya renunciado.", "haya renunciado"),
        ("La láctea santafesina Tambos del Litoral salió a negar que esté en venta.", "esté en venta"),
    ],
)
def test_who_comes_out_to_deny_denies(fill: Fill, text: str, implied: str) -> None:
    """ "Salió a desmentir" is a denial."""
    [denial] = fill(text, "es").draft.form.denials

    assert (denial.kind, denial.implied) == ("denies", implied)


def test_a_version_goes_on_with_who_gave_it(fill: Fill) -> None:
    """ "Según esa versión" names no new source."""
    filled = fill("Según el diario La Ribera, el puente caerá. Las obras, según esa versión, costarán un millón.", "es")

    assert filled.names(filled.of(2)) == ["diario La Ribera"]
