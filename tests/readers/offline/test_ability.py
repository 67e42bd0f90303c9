"""Ability: what cannot be done, or by nobody, and what anybody can do, is put firmly."""

import pytest

from bot.readers.offline.reader import draft
from tests.claims.articles import article_of_lines

HEDGED = [
    ("en", "The dairy said seven in ten could not tell it from cheddar.", "certain"),
    ("en", "Hill said the crew could not sleep.", "certain"),
    ("en", "The firm said anyone can read the file.", "certain"),
    ("fr", "Le maire a dit que chacun peut lire le rapport.", "certain"),
    ("es", "El alcalde dijo que cualquiera puede leer el informe.", "certain"),
    ("en", "“No private buyer can make the winter routes pay,” Holm said.", "certain"),
    ("en", "The mayor said that no other plan could work.", "certain"),
    ("es", "La alcaldesa dijo que ningún vecino puede entrar.", "certain"),
    ("es", "Según un informe, las listas de espera crecieron un 14 %.", "certain"),
    ("en", "The firm said the wall could fall.", "possible"),
    ("en", "The firm said no more than 60 posts could go.", "possible"),
    ("en", "Hill said the ship had no captain and could sink.", "possible"),
    ("es", "El alcalde espera una solución.", "probable"),
    ("en", "The mayor said a strike could not be ruled out.", "possible"),
    ("en", "The doctor said anyone could be ill.", "possible"),
    ("es", "El alcalde dijo que el puente puede caer.", "possible"),
]


@pytest.mark.parametrize(("code", "text", "certainty"), HEDGED, ids=[case[1] for case in HEDGED])
def test_what_cannot_be_or_anybody_can_do_is_put_firmly(code: str, text: str, certainty: str) -> None:
    """ "Could not sleep" and "anyone can read it" hedge nothing; "could not be ruled out" does."""
    [claim] = draft(article_of_lines(text, code)).form.claims

    assert claim.certainty == certainty
