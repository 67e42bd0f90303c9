"""Silences in an article whose sections are alike: each on its own matter."""

import pytest

from tests.readers.offline.conftest import Fill

SECTIONS = {
    "en": "{Place} of ward {n} leaked {n}0 times, {who}, the engineer, said. The operator of {place} in ward {n} did not respond to a request for comment.\nRain had fallen since the morning.\n",
    "de": "{Place} in Bezirk {n} sei {n}0-mal undicht gewesen, sagte {who}, die Ingenieurin. Der Betreiber von {place} in Bezirk {n} reagierte nicht auf eine Anfrage.\nEs regnete seit dem Morgen.\n",
    "fr": "{Place} du secteur {n} a fui {n}0 fois, a dit {who}, l'ingénieure. L'exploitant de {place} du secteur {n} n'a pas répondu à nos questions.\nIl pleuvait depuis le matin.\n",
    "es": "{Place} del sector {n} tuvo {n}0 fugas, dijo {who}, la ingeniera. El operador de {place} del sector {n} no respondió a las preguntas.\nLlovía desde la mañana.\n",
}
PLACES = {
    "en": ("the school", "the reservoir", "the market hall", "the power line"),
    "de": ("die Schule", "der Speicher", "die Markthalle", "die Leitung"),
    "fr": ("l'école", "le réservoir", "la halle", "la ligne"),
    "es": ("la escuela", "el embalse", "el mercado", "la línea"),
}
WHO = ("Nora Pell", "Ida Marsh", "Vera Quill", "Elsa Dorn")


@pytest.mark.parametrize("language", list(SECTIONS))
def test_each_silence_is_on_what_was_said_beside_it(fill: Fill, language: str) -> None:
    """The words that all sections share tell nobody apart, and the first claim of all is none of theirs."""
    text = "".join(
        SECTIONS[language].format(Place=place[0].upper() + place[1:], place=place, n=n + 2, who=who)
        for n, (place, who) in enumerate(zip(PLACES[language], WHO, strict=True))
    )
    filled = fill(text, language)

    silences = [one for one in filled.draft.form.denials if one.kind == "no_response"]
    tied = {
        one.sentences[0]: sorted({n for claim in filled.claims if claim.id in one.claims for n in claim.sentences})
        for one in silences
    }
    assert tied == {2: [1], 5: [4], 8: [7], 11: [10]}
