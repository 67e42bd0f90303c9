"""Silences in German, French and Spanish: who keeps them, in how many words, and on which claim."""

import pytest

from tests.readers.offline.conftest import Fill, Filled

DEUTSCH = "Rita Moll sagte, Olaf Brink habe Rechnungen doppelt gestellt. "
FRANCAIS = "Anne Roy affirme que le directeur, Luc Morel, a caché des fuites. "
ESPANOL = "La concejala Ana Ruiz dijo que el alcalde, Luis Peña, vendió el solar. "


def _silences(filled: Filled) -> list[tuple[str | None, list[int]]]:
    """Of each denial who it is of, and the sentences of what it answers."""
    claims = {claim.id: claim.sentences for claim in filled.claims}
    return [
        (filled.sources(one)[0].name or filled.sources(one)[0].role, [n for id_ in one.claims for n in claims[id_]])
        for one in filled.draft.form.denials
    ]


@pytest.mark.parametrize(
    ("code", "text", "who"),
    [
        ("de", DEUTSCH + "Brink wollte darauf nicht eingehen.", "Olaf Brink"),
        ("de", DEUTSCH + "Brink verließ den Saal und war für eine Stellungnahme nicht zu erreichen.", "Olaf Brink"),
        ("de", DEUTSCH + "Brink machte von seinem Schweigerecht Gebrauch.", "Olaf Brink"),
        ("de", DEUTSCH + "Brink ging auf Fragen dazu nicht ein.", "Olaf Brink"),
        ("de", DEUTSCH + "Brink blieb eine Antwort schuldig.", "Olaf Brink"),
        ("fr", FRANCAIS + "Joint par téléphone, M. Morel a raccroché.", "Luc Morel"),
        ("fr", FRANCAIS + "M. Morel a quitté la salle et n'a pas répondu aux questions.", "Luc Morel"),
        ("fr", FRANCAIS + "M. Morel a éludé la question.", "Luc Morel"),
        ("fr", FRANCAIS + "Aucun des cadres n'a souhaité prendre la parole.", "cadres"),
        ("fr", FRANCAIS + "M. Morel a fait valoir son droit au silence.", "Luc Morel"),
        ("es", ESPANOL + "Peña siguió mirando el móvil y no contestó.", "Luis Peña"),
        ("es", ESPANOL + "El edil se marchó sin hacer declaraciones.", "Luis Peña"),
        ("es", ESPANOL + "Peña ha evitado pronunciarse sobre la queja.", "Luis Peña"),
        ("es", ESPANOL + "Peña se acogió a su derecho a no declarar.", "Luis Peña"),
        ("es", ESPANOL + "Ningún miembro del gobierno quiso hacer declaraciones.", "Ningún miembro del gobierno"),
    ],
)
def test_a_silence_is_heard_in_other_words(fill: Fill, code: str, text: str, who: str) -> None:
    """It answers what is said of those who keep it, also where another verb stands before it."""
    assert _silences(fill(text, code)) == [(who, [1])]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", DEUTSCH + "Die Blumen sind im Frost eingegangen."),
        ("de", DEUTSCH + "Brink wich einem Hund aus."),
        ("fr", FRANCAIS + "M. Morel a raccroché les crampons."),
        ("fr", FRANCAIS + "M. Morel a quitté la salle et le public a applaudi."),
        ("es", ESPANOL + "Peña quiso hacer una casa en el solar."),
    ],
)
def test_other_things_left_undone_are_no_silence(fill: Fill, code: str, text: str) -> None:
    """Where nobody waits for an answer."""
    assert _silences(fill(text, code)) == []


@pytest.mark.parametrize(
    ("code", "text", "answered"),
    [
        ("de", "Vera Lang lobte die Klinik Nord.\n\nRita Moll sagte, Briefe seien verschwunden. Die Klinik Nord schweigt.", 2),
        ("fr", "La Morvanie tarde, a dit Jean Roux.\n\nSelon deux élus, un attaché a fui. L'ambassade de Morvanie s'est tue.", 2),
        ("es", "Norvia pactó, dijo Ana Ruiz.\n\nLuis Gil explicó que la cláusula cayó. Norvia no atendió las llamadas.", 2),
        ("es", "Norvia pactó, dijo Ana Ruiz.\n\nEl pleno acabó tarde. Norvia no atendió las llamadas.", 1),
        ("de", "Rita Moll sagte, Olaf Brink habe gelogen.\n\nEs regnete. Brink schwieg.", 1),
    ],
)  # fmt: skip
def test_it_is_on_what_its_own_paragraph_tells_right_before(fill: Fill, code: str, text: str, answered: int) -> None:
    """Rather than on what was said of the silent further up, unless the paragraph tells nothing."""
    assert [found for _, found in _silences(fill(text, code))] == [[answered]]


@pytest.mark.parametrize(
    ("code", "text", "who"),
    [
        ("fr", "Jean Roux dit que le vélo est léger. Le soigneur s'appelle Dario Sella. Contacté, il n'a pas répondu.", "Dario Sella"),
        ("de", "Jan Roth sagte, das Rad sei leicht. Der Trainer heißt Dario Sella. Er wollte sich nicht äußern.", "Dario Sella"),
    ],
)  # fmt: skip
def test_a_pronoun_is_the_person_just_introduced(fill: Fill, code: str, text: str, who: str) -> None:
    """Not the one who spoke before."""
    assert [found for found, _ in _silences(fill(text, code))] == [who]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Mary Hill denied it. The expert Emil Traub, who made the tests, said he could say nothing about it."),
        ("de", "Klara Hill bestritt das. Der Gutachter Emil Traub, der die Proben nahm, sagte, er dürfe dazu nichts sagen."),
        ("fr", "Marie Hill l'a nié. L'expert Emil Traub, qui a fait les mesures, a déclaré qu'il ne pouvait rien en dire."),
        ("es", "María Hill lo negó. El perito Emil Traub, que hizo las mediciones, dijo que no podía decir nada al respecto."),
    ],
)  # fmt: skip
def test_who_says_that_they_say_nothing_keeps_silent(fill: Fill, code: str, text: str) -> None:
    """The pronoun is theirs, whoever spoke before, and nothing is said by it."""
    filled = fill(text, code)

    [silence] = [one for one in filled.draft.form.denials if one.kind == "declines_comment"]
    assert [source.name for source in filled.sources(silence)] == ["Emil Traub"]
    assert not [claim for claim in filled.claims if 2 in claim.sentences]
