"""German, French and Spanish; an honest refusal for the rest."""

import pytest

from bot.errors import LanguageUnread
from bot.readers.offline import language
from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("de", "„Die Brücke ist sicher“, sagte Ministerin Clara Weber am Montag.", "Clara Weber"),
        ("de", "Die Brücke sei sicher, teilte die Polizei mit.", "Polizei"),
        ("de", "Laut Clara Weber ist die Brücke sicher.", "Clara Weber"),
        ("fr", "« Le pont est sûr », a déclaré la ministre Claire Dubois lundi.", "Claire Dubois"),
        ("fr", "Le pont est sûr, a indiqué la préfecture.", "préfecture"),
        ("fr", "Selon Claire Dubois, le pont est sûr.", "Claire Dubois"),
        ("es", "«El puente es seguro», dijo la ministra Clara Gómez el lunes.", "Clara Gómez"),
        ("es", "Clara Gómez aseguró que el puente es seguro.", "Clara Gómez"),
        ("es", "Según la policía, el puente es seguro.", "policía"),
    ],
)
def test_speech_is_read(fill: Fill, code: str, text: str, name: str) -> None:
    """The same forms of speech, with the words of the language."""
    filled = fill(text, code)

    assert [filled.names(claim) for claim in filled.claims] == [[name]]


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        ("de", "Clara Weber beschuldigte die Stadt. Die Stadt wies die Vorwürfe zurück.", "denies"),
        ("de", "Die Firma reagierte nicht auf eine Anfrage.", "no_response"),
        ("fr", "Claire Dubois a accusé la ville de mentir. La ville a démenti ces accusations.", "denies"),
        ("fr", "La société n'a pas répondu à nos sollicitations.", "no_response"),
        ("es", "Clara Gómez acusó a la empresa de mentir. La empresa negó las acusaciones.", "denies"),
        ("es", "La empresa no respondió a las preguntas.", "no_response"),
    ],
)
def test_denials_are_read(fill: Fill, code: str, text: str, kind: str) -> None:
    """A denial and a silence are told apart."""
    assert [denial.kind for denial in fill(text, code).draft.form.denials] == [kind]


def test_another_language_is_refused(fill: Fill) -> None:
    """There are no rules for Finnish, and the reader says so."""
    with pytest.raises(LanguageUnread):
        fill("Silta on turvallinen, sanoi ministeri.", "fi")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The mayor of the city said that the bridge is safe and that it is not for sale to anybody.", "en"),
        (
            "Der Bürgermeister sagte, dass die Brücke sicher ist und nicht für den Verkehr auf der Insel gesperrt wird.",
            "de",
        ),
        (
            "Le maire de la ville a dit que le pont est sûr et que les habitants ne sont pas en danger dans le port.",
            "fr",
        ),
        (
            "El alcalde de la ciudad dijo que el puente es seguro y que los vecinos no están en peligro por el viento.",
            "es",
        ),
    ],
)
def test_an_unstated_language_is_guessed(text: str, code: str) -> None:
    """Function words tell the language of a text that does not state it."""
    assert language.of(None, text).code == code


def test_a_longer_text_in_no_known_language_is_refused() -> None:
    """Twelve words of which none is ours are enough to know."""
    with pytest.raises(LanguageUnread):
        language.of(
            None, "silta on turvallinen ja kaupunki korjaa sitä joka vuosi ennen talvea kertoi ministeri tiistaina"
        )
