"""Clauses, owners and nearness without which a restatement says more than its sentences."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article_of_lines

NEWS = """
Parks, trains and talks
Parks that are lit all night have lost most of their moths, a study says.
Tenants who do not pay by May will be sued, the landlord said.
The parks that were closed in May have reopened, the city said.
Peter Lang told the court that he had handed the cash to Roy Dempster's driver.
Two diplomats said the sides were close to an agreement on the road.
The firm was on the verge of collapse, its director, Una Holt, said.
The minister said 1,400 trucks were waiting on the northern side alone.
Anna Berg, head of the museum, said she had not been shown the report.
"""
GERMAN = """
Straße und Antrag
Die Parteien stehen kurz vor einer Einigung über die Straße, sagte ein Diplomat.
Claudia Reimann ist Geschäftsführerin.
Landrat Elmar Stutz kündigte an, er werde im Kreistag einen Antrag stellen.
"""
FRENCH = """
La route
Les parties sont proches d'un accord sur la route, a dit un diplomate.
"""
SPANISH = """
La carretera
Las partes están a punto de firmar un acuerdo sobre la carretera, dijo un diplomático.
"""


@pytest.mark.parametrize(
    ("text", "language", "number", "said"),
    [
        (NEWS, "en", 2, "Parks have lost most of their moths."),
        (NEWS, "en", 3, "Tenants will be sued."),
        (NEWS, "en", 5, "Peter Lang handed the cash to Roy Dempster."),
        (NEWS, "en", 6, "The sides have reached an agreement on the road."),
        (NEWS, "en", 7, "The firm collapsed."),
        (NEWS, "en", 8, "1,400 trucks were waiting on both sides."),
        (NEWS, "en", 9, "Una Holt had not been shown the report."),
        (GERMAN, "de", 2, "Die Parteien haben eine Einigung über die Straße."),
        (GERMAN, "de", 4, "Claudia Reimann wird im Kreistag einen Antrag stellen."),
        (FRENCH, "fr", 2, "Les parties ont un accord sur la route."),
        (SPANISH, "es", 2, "Las partes firmaron un acuerdo sobre la carretera."),
    ],
)
def test_what_says_more_is_refused(text: str, language: str, number: int, said: str) -> None:
    """All for some, the owner for what is owned, reached for near, and somebody else for a pronoun."""
    assert problems(article_of_lines(text.strip(), language), said, [number])


@pytest.mark.parametrize(
    ("text", "language", "number", "said"),
    [
        (NEWS, "en", 2, "Parks that are lit all night have lost most of their moths."),
        (NEWS, "en", 4, "The parks have reopened."),
        (NEWS, "en", 5, "Peter Lang handed the cash to Roy Dempster's driver."),
        (NEWS, "en", 6, "The sides are close to an agreement on the road."),
        (NEWS, "en", 9, "Anna Berg had not been shown the report."),
        (GERMAN, "de", 2, "Die Parteien stehen kurz vor einer Einigung über die Straße."),
        (GERMAN, "de", 4, "Elmar Stutz wird im Kreistag einen Antrag stellen."),
        (FRENCH, "fr", 2, "Les parties sont proches d'un accord sur la route."),
        (SPANISH, "es", 2, "Las partes están a punto de firmar un acuerdo sobre la carretera."),
    ],
)
def test_what_says_as_much_stands(text: str, language: str, number: int, said: str) -> None:
    """With the clause, the owner and the nearness."""
    assert problems(article_of_lines(text.strip(), language), said, [number]) == ()
