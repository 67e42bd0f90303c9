"""Those who have left a body: they speak for themselves, and not for it."""

import pytest

from tests.readers.offline.conftest import Fill

LEFT = [
    ("en", "Two former harbour board officials told the Courier that the tests were skipped.", "unnamed_group"),
    ("en", "A former spokeswoman for the ministry said the files had been burnt.", "unnamed_person"),
    ("en", "Sacked council leaders said the vote had been rigged.", "unnamed_group"),
    ("en", "One retired Treasury official said the sum was wrong.", "unnamed_person"),
    ("de", "Ein früherer Sprecher des Ministeriums sagte, die Akten seien verbrannt worden.", "unnamed_person"),
    ("de", "Ehemalige Vertreter der Bank sagten, das Geld sei weg.", "unnamed_group"),
    ("fr", "Un ancien porte-parole du ministère a affirmé que les dossiers avaient brûlé.", "unnamed_person"),
    ("es", "Dos antiguos funcionarios del ayuntamiento dijeron que el alcalde lo sabía.", "unnamed_group"),
]


@pytest.mark.parametrize(("code", "text", "kind"), LEFT, ids=[case[1] for case in LEFT])
def test_who_has_left_a_body_is_not_that_body(fill: Fill, code: str, text: str, kind: str) -> None:
    """ "Former city officials" may well accuse the city."""
    [source] = fill(text, code).draft.form.sources

    assert source.kind == kind


IN_OFFICE = [
    ("en", "Two city officials said the tests were done.", "city"),
    ("en", "A spokesman for the former ministry said the files were safe.", "ministry"),
    ("en", "The former director’s company representatives said he was ill.", "company"),
    ("de", "Ein Sprecher der früheren Bank sagte, das Geld sei da.", "Bank"),
    ("fr", "Un porte-parole du ministère a affirmé que les dossiers étaient là.", "ministère"),
]


@pytest.mark.parametrize(("code", "text", "name"), IN_OFFICE, ids=[case[1] for case in IN_OFFICE])
def test_who_speaks_for_a_body_is_that_body(fill: Fill, code: str, text: str, name: str) -> None:
    """Where somebody or something else is former, officials speak for theirs as ever."""
    [source] = fill(text, code).draft.form.sources

    assert (source.kind, source.name) == ("organisation", name)
