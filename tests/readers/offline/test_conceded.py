"""Denials of a part, other versions and what "this" points at, in German, French and Spanish."""

import pytest

from tests.readers.offline.conftest import Fill, Filled


def _denials(filled: Filled) -> list[tuple[str, list[int]]]:
    """Of each denial its kind and the sentences of what it answers."""
    claims = {claim.id: claim.sentences for claim in filled.claims}
    return [(one.kind, [n for id_ in one.claims for n in claims[id_]]) for one in filled.draft.form.denials]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Rita Moll sagte, Olaf Brink habe im Zug telefoniert. Brink bestätigte den Anruf im Zug, er sei aber kurz gewesen."),
        ("de", "Rita Moll sagte, Olaf Brink habe den Pass verloren. Brink räumte ein, dass der Pass fehlte, er sei aber gestohlen worden."),
        ("fr", "Anne Roy affirme que Luc Morel a vendu la grange. M. Morel reconnaît avoir vidé la grange, mais pour la réparer."),
        ("es", "La edil Ana Ruiz dijo que Luis Peña abrió una caja en Suiza. Peña admitió que existió la caja, pero la situó en una herencia."),
        ("es", "La edil Ana Ruiz dijo que Luis Peña invadió el bosque. Peña reconoció que la valla entraba en el bosque, aunque está retirada."),
    ],
)  # fmt: skip
def test_who_concedes_one_thing_denies_the_rest(fill: Fill, code: str, text: str) -> None:
    """The two stand in one sentence, with a "but" between them."""
    assert _denials(fill(text, code)) == [("partly_denies", [1])]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Rita Moll sagte, der Verband sei gewarnt worden. Ilka Brömer hat die Sache anders in Erinnerung."),
        ("de", "Rita Moll sagte, der Dienst habe um fünf begonnen. Die Werft Nord schildert den Dienst anders."),
        ("fr", "Anne Roy affirme que le pont a cédé. Luc Morel donne une autre version."),
        ("es", "La edil Ana Ruiz dijo que nadie avisó. La funcionaria, Herminia Losada, recordó otra cosa."),
        ("es", "La edil Ana Ruiz dijo que nadie avisó. El director, Juan Soto, dio otra versión."),
    ],
)
def test_another_version_is_announced(fill: Fill, code: str, text: str) -> None:
    """Whatever it is."""
    assert _denials(fill(text, code)) == [("counters", [1])]


@pytest.mark.parametrize(
    ("code", "text", "denials"),
    [
        ("fr", "Anne Roy dit avoir écrit au maire. La mairie n'a pas retrouvé trace de cet envoi, a indiqué Luc Morel.", [("denies", [1])]),
        ("fr", "Anne Roy affirme avoir prévenu le maire, Luc Morel. M. Morel dit n'avoir appris cela que dans la presse.", [("denies", [1])]),
        ("fr", "Anne Roy affirme que le maire ment. Le porte-parole, Luc Morel, a balayé cette lecture.", [("denies", [1])]),
        ("de", "Rita Moll sagte, sie habe geschrieben. Die Klinik habe dieses Schreiben nie erhalten, sagte Olaf Brink.", [("denies", [1])]),
        ("fr", "Anne Roy dit que le pont est vieux. La mairie n'a pas ouvert cette année, a indiqué Luc Morel.", []),
        ("de", "Rita Moll bestätigte den Termin. Es regnet, aber die Sonne kommt.", []),
        ("es", "La edil Ana Ruiz confirmó que la obra acaba en mayo.", []),
        ("es", "La edil Ana Ruiz recordó la fiesta.", []),
        ("fr", "Luc Morel se souvient de la fête.", []),
    ],
)  # fmt: skip
def test_what_this_is_was_just_told(fill: Fill, code: str, text: str, denials: list[tuple[str, list[int]]]) -> None:
    """Where it is something that was said or sent; a year is not, nor does a plain confirmation deny."""
    assert _denials(fill(text, code)) == denials
