"""German names behind nouns for what their bearers do, and those whom such a noun then means."""

import pytest

from bot.claims.form import Form, SourceForm
from bot.claims.people.namings import names
from bot.claims.restatement import problems
from bot.claims.sources import find_sources
from tests.claims.articles import article_of_lines

NEWS = """
Prognose gesenkt
Der Energiekonzern Helvag hat am Montag seine Prognose gesenkt.
Vorstandschef Rainer Dorn nannte als Grund den niedrigen Wasserstand der Flüsse.
Man habe im Sommer vier Kraftwerke zeitweise abschalten müssen, sagte er in einer Telefonkonferenz.
Einem Bericht der „Wirtschaftspost“ zufolge prüft der Konzern den Verkauf seines Gasgeschäfts.
"""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vorstandschef Rainer Dorn schwieg.", "Rainer Dorn"),
        ("Kassenwartin Birgit Knaus schwieg.", "Birgit Knaus"),
        ("Der Energiekonzern Helvag schwieg.", "Helvag"),
    ],
)
def test_a_noun_before_a_name_is_no_part_of_it(text: str, name: str) -> None:
    """By its end, or by the first name behind it; and a name behind one is no mere opening of a sentence."""
    (found,) = names(text, 1, "de")

    assert text[found.start : found.end] == name
    assert not found.opening


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (4, "Helvag hat im Sommer vier Kraftwerke zeitweise abschalten müssen."),
        (5, "Helvag prüft den Verkauf seines Gasgeschäfts."),
        (5, "Der Konzern Helvag prüft den Verkauf seines Gasgeschäfts."),
    ],
)
def test_a_body_stands_where_it_is_pointed_at(number: int, said: str) -> None:
    """For "man" of who speaks for it, and with or without the noun that the sentence has."""
    assert problems(article_of_lines(NEWS.strip(), "de"), said, [number]) == ()


@pytest.mark.parametrize(("given", "shown"), [("Forstamt", "Forstamt"), ("Forstam", None)])
def test_a_source_is_found_in_another_case(given: str, shown: str | None) -> None:
    """Where the article has only "des Forstamts"; not where letters of the name itself are missing."""
    seen = article_of_lines("Wald gesperrt\nEine Sprecherin des Forstamts sagte, der Wald bleibe gesperrt.\n", "de")
    form = Form(
        sources=[SourceForm(id="s1", name=given, kind="organisation", role=None, media="none", count=None)],
        claims=[],
        denials=[],
    )

    assert find_sources(seen, form)["s1"].name == shown
