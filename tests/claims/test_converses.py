"""What one gave the other got, and what is longer than the other leaves that shorter."""

import pytest

from bot.claims.restatement import problems
from bot.claims.rules.converses import converse
from tests.claims.articles import article

SAME = [
    ("en", "The council sold the station to the brewery for 1.4 million euros.", "The brewery bought the station from the council for 1.4 million euros."),
    ("en", "The harbour is older than the church.", "The church is younger than the harbour."),
    ("de", "Der Verein verkaufte das Haus an die Brauerei.", "Die Brauerei kaufte das Haus von dem Verein."),
    ("de", "Die Schule hat von der Stiftung 3 Millionen Euro erhalten.", "Die Stiftung hat der Schule 3 Millionen Euro gegeben."),
    ("de", "Die Fahrt nach Altheim dauert länger als die nach Brunn.", "Die Fahrt nach Brunn dauert kürzer als die nach Altheim."),
    ("fr", "La mairie a prêté deux camions au club.", "Le club a emprunté deux camions à la mairie."),
    ("fr", "Le préfet, Luc Morin, a remis une médaille à Anne Roy.", "Anne Roy a reçu une médaille du préfet, Luc Morin."),
    ("es", "El museo compró el cuadro a la viuda del pintor.", "La viuda del pintor vendió el cuadro al museo."),
    ("es", "La torre es más alta que la iglesia.", "La iglesia es menos alta que la torre."),
]  # fmt: skip
OTHERS = [
    ("en", "The council sold the station to the brewery.", "The council bought the station from the brewery."),
    ("en", "The harbour is older than the church.", "The harbour is younger than the church."),
    ("de", "Der Verein verkaufte das Haus an die Brauerei.", "Der Verein kaufte das Haus von der Brauerei."),
    ("de", "Die Fahrt nach Altheim dauert länger als die nach Brunn.", "Die Fahrt nach Altheim dauert kürzer als die nach Brunn."),
    ("fr", "La mairie a prêté deux camions au club.", "La mairie a emprunté deux camions au club."),
    ("es", "El museo compró el cuadro a la viuda del pintor.", "El museo vendió el cuadro a la viuda del pintor."),
    ("es", "La torre es más alta que la iglesia.", "La torre es menos alta que la iglesia."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "told", "restated"), SAME)
def test_it_may_be_told_from_the_other_side(language: str, told: str, restated: str) -> None:
    """Who gave and who got stay who they are."""
    assert problems(article(told, language), restated, [1]) == ()


@pytest.mark.parametrize(("language", "told", "restated"), OTHERS)
def test_the_two_do_not_change_places(language: str, told: str, restated: str) -> None:
    """The seller did not buy it."""
    assert converse(told, language, restated) == told
    assert problems(article(told, language), restated, [1])


def test_a_sale_to_come_is_none_yet() -> None:
    """Both are told of one time."""
    told = "Der Verein verkauft das Haus an die Brauerei."

    assert converse(told, "de", "Die Brauerei kaufte das Haus von dem Verein.") == told


def test_a_gift_is_received_and_what_is_received_need_not_be_a_gift() -> None:
    """ "schenkte" tells more than "erhielt"."""
    assert converse(
        "Die Schule erhielt von der Stiftung ein Haus.", "de", "Die Stiftung schenkte der Schule ein Haus."
    ) == ("Die Schule erhielt von der Stiftung ein Haus.")
