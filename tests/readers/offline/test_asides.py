"""Who speaks where a reporting verb stands alone inside what is said, and whom a noun for a body stands for."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Habló la portavoz Ana Ruiz. La alcaldesa, dijo, pactó la venta.", "Ana Ruiz"),
        ("Habló la portavoz Ana Ruiz. El informe, añadió, se encargó después.", "Ana Ruiz"),
        ("Habló la portavoz Ana Ruiz. El presidente, Luis Gil, dijo que es tarde.", "Luis Gil"),
    ],
)
def test_a_spanish_verb_alone_between_commas_drops_its_subject(fill: Fill, text: str, who: str) -> None:
    """ "La alcaldesa, dijo, pactó la venta" is not said by the mayor; a name between commas is no such aside."""
    filled = fill(text, "es")

    assert filled.names(filled.of(2)) == [who]


@pytest.mark.parametrize(
    ("code", "text", "who"),
    [
        ("de", "Die Reederei Nordlicht verkauft die Fähre. Das Schiff sei alt, teilte das Unternehmen mit.", "Reederei Nordlicht"),
        ("fr", "La société Habitalis vend le pré. Le groupe assure que le prix est juste.", "Habitalis"),
        ("es", "La constructora Norvia vende el solar. La empresa asegura que el precio es justo.", "Norvia"),
        ("de", "In Bonn regnet es. Das Schiff sei alt, teilte das Unternehmen mit.", "Unternehmen"),
        ("fr", "Il pleut à Brest. Le groupe assure que le prix est juste.", "groupe"),
    ],
)  # fmt: skip
def test_a_noun_for_a_body_is_the_body_just_named(fill: Fill, code: str, text: str, who: str) -> None:
    """Also where the name is one word behind such a noun; a town is no company."""
    filled = fill(text, code)

    assert filled.names(filled.of(2)) == [who]
