"""Who says that it was so answers who says that it was not, in words of their own and with no "not"."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", 'Nobody warned the tenants, said Lena Falk. "Every tenant got a leaflet in May," said Jan Roos.'),
        ("en", "No tenant was consulted, Lena Falk said. Jan Roos said all of them had been notified in May."),
        ("en", "The pond at Orrick is polluted, Lena Falk said. The pond was safe, said Jan Roos, the mayor."),
        ("en", "Lena Falk said the raffle had been rigged. “The raffle was completely fair,” said Jan Roos."),
        ("de", "Die Mieter seien nicht gewarnt worden, sagte Lena Falk. „Alle Mieter haben einen Brief bekommen“, sagte Jan Roos."),
        ("de", "Das Trinkwasser in Orrick sei verseucht, sagte Lena Falk. „Das Trinkwasser ist sicher“, sagte Jan Roos."),
        ("fr", "Les locataires n'ont pas été prévenus, affirme Lena Falk. « Tous ont reçu un courrier en mai », a dit Jan Roos."),
        ("fr", "L'eau du puits est polluée, affirme Lena Falk. « L'eau est parfaitement potable », a dit Jan Roos."),
        ("es", "Nadie avisó a los inquilinos, dijo Lena Falk. «Todos recibieron una carta en mayo», dijo Jan Roos."),
        ("es", "El agua del pozo está contaminada, dijo Lena Falk. «El agua del pozo es segura», dijo Jan Roos."),
    ],
)  # fmt: skip
def test_the_opposite_of_what_was_said_answers_it(fill: Fill, language: str, text: str) -> None:
    """The first sentence is what the second counters."""
    assert fill(text, language).only_counters(2, said=1)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nobody warned the tenants, said Lena Falk. Jan Roos said all tenants would get a leaflet in May."),
        ("en", "Nobody warned the tenants, said Lena Falk. Jan Roos said every tenant had a balcony."),
        ("en", "Nobody warned the tenants, said Lena Falk. Jan Roos said they had been told of the fire by phone."),
        ("de", "Der Teich in Orrick sei tief, sagte Lena Falk. „Der Teich ist sauber“, sagte Jan Roos."),
        ("en", "The pond at Orrick is polluted, Lena Falk said. The road was safe, said Jan Roos, the mayor."),
        ("en", "Nobody was hurt at the mill, Lena Falk said. All the mill's roofs were gone, Jan Roos said."),
        ("de", "Das Trinkwasser in Orrick sei verseucht, sagte Lena Falk. „Das Trinkwasser wird bald sicher sein“, sagte Jan Roos."),
        ("de", "Die Mieter seien nicht gewarnt worden, sagte Lena Falk. „Alle Mieter haben einen Balkon“, sagte Jan Roos."),
        ("fr", "L'eau du puits est polluée, affirme Lena Falk. « La route est sûre », a dit Jan Roos."),
        ("es", "Nadie avisó a los inquilinos, dijo Lena Falk. «Todos recibirán una carta en mayo», dijo Jan Roos."),
    ],
)  # fmt: skip
def test_what_is_to_come_or_of_something_else_is_no_opposite(fill: Fill, language: str, text: str) -> None:
    """Nor is who was told by others, nor a verdict on what nobody found wanting."""
    assert fill(text, language).draft.form.denials == []
