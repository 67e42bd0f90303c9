"""Live blogs that run backwards: what an entry leaves open was told in one below it."""

import pytest

from bot.article.article import Article
from bot.article.sentences import cut
from bot.readers.offline import hearing
from bot.readers.offline.text import chronology
from tests.readers.offline.conftest import Fill

# For each language: the live blog, newest entry first, the sentence of "the minister" and who that is, the sentence of a denial
# and that of the claim which it answers.
BLOGS = {
    "en": (
        (
            "Ferry fire live: company denies boats were locked\n"
            "15:40 Company rejects lifeboat claims\nNorrland Lines has denied that any boat was locked.\n"
            "15:12 Minister promises inquiry\nThe minister said there would be an inquiry.\n"
            "14:31 Passenger: boats were locked\n“The boats were locked with a chain,” passenger Ines Duarte said.\n"
            "13:48 On his way\nTransport minister Alan Brodie is flying to Skerry."
        ),
        (5, "Alan Brodie"),
        (3, 7),
    ),
    "de": (
        (
            "Liveblog: Werkleiter weist Vorwürfe zurück\n"
            "+++ 18.05 Uhr: Werkleiter widerspricht +++\n"
            "Werkleiter Udo Fenske hat den Vorwurf zurückgewiesen, die Sirene sei zu spät ausgelöst worden.\n"
            "+++ 17.30 Uhr: Ministerin äußert sich +++\nDie Ministerin sprach von einem „schweren Versagen“.\n"
            "+++ 16.45 Uhr: Sirene kam zu spät +++\n"
            "Die Werkssirene sei zu spät ausgelöst worden, sagte Feuerwehrchef Lars Bohm.\n"
            "+++ 15.50 Uhr: Ministerin auf dem Weg +++\nUmweltministerin Carola Reiß ist auf dem Weg nach Rheinau."
        ),
        (5, "Carola Reiß"),
        (3, 7),
    ),
    "fr": (
        (
            "Effondrement : la mairie dément\n"
            "17h45 - La mairie dément\nLa mairie dément avoir reçu des courriers.\n"
            "17h10 - Le ministre réagit\nLe ministre a annoncé une enquête.\n"
            "16h30 - Un locataire accuse\nLa mairie a reçu trois courriers, affirme Karim Lazreg, un locataire.\n"
            "15h55 - Le ministre attendu\nLe ministre du Logement, Bruno Castel, arrive dans la ville."
        ),
        (5, "Bruno Castel"),
        (3, 7),
    ),
    "es": (
        (
            "Apagón: la eléctrica responde\n"
            "19:20 La eléctrica responde\nRedvolta niega que la red estuviera sobrecargada.\n"
            "18:10 El ministro pide calma\nEl ministro ha dicho que no hay peligro.\n"
            "17:45 El sindicato acusa\nLa red estaba sobrecargada, según el sindicato.\n"
            "17:05 Sin luz\nEl ministro de Energía, Pablo Serna, viaja a la ciudad."
        ),
        (5, "Pablo Serna"),
        (3, 7),
    ),
}


@pytest.mark.parametrize("language", BLOGS)
def test_a_role_is_who_holds_it_in_an_older_entry(fill: Fill, language: str) -> None:
    """ "The minister" above is whom an entry below introduces."""
    text, (n, name), _ = BLOGS[language]
    filled = fill(text, language, lead=1)

    assert filled.names(filled.of(n)) == [name]


@pytest.mark.parametrize("language", BLOGS)
def test_a_denial_answers_an_older_entry(fill: Fill, language: str) -> None:
    """What it denies was said below, and no heading is denied or denies."""
    text, _, (denies, claimed) = BLOGS[language]
    filled = fill(text, language, lead=1)

    [denial] = filled.draft.form.denials
    assert denial.sentences == [denies]
    assert denial.claims == [filled.of(claimed).id]


def test_claims_keep_the_order_of_the_article(fill: Fill) -> None:
    """They are numbered from the top, and their words stand in their sentences."""
    filled = fill(BLOGS["en"][0], lead=1)

    assert [claim.id for claim in filled.claims] == [f"c{at}" for at, _ in enumerate(filled.claims, start=1)]
    assert [claim.sentences for claim in filled.claims] == sorted(claim.sentences for claim in filled.claims)
    assert all(filled.content(claim) in filled.article.passage(claim.sentences) for claim in filled.claims)


def test_voices_keep_their_places() -> None:
    """What a model says of such a live blog is held against the sentences as they stand."""
    text = BLOGS["en"][0]
    article = Article(text=text, sentences=cut(text, "en"), language="en", lead=1)

    voice = next(voice for voice in hearing.hear(article) if voice.n == 5)
    assert [speaker.source.name for speaker in voice.speakers] == ["Alan Brodie"]
    assert article.text[slice(*voice.content[0])] == "there would be an inquiry"


@pytest.mark.parametrize(
    "text",
    [
        "13:20 Fire on board.\n13:48 The minister is on his way.\n14:31 The boats were locked.\n15:40 They were not.",
        "The trains leave.\n9:10 is late.\nSo is 8:05.",
        "",
    ],
)
def test_an_article_that_runs_forwards_is_read_as_it_stands(text: str) -> None:
    """Only hours that mostly fall from entry to entry turn it round."""
    article = Article(text=text, sentences=cut(text, "en"), language="en")

    assert chronology.of(article) is None


def test_an_hour_in_halves_of_the_day_is_one(fill: Fill) -> None:
    """ "1.10pm" is later than "11.50am"."""
    filled = fill(
        "1.10pm\nThe mayor said the road would open.\n12.40pm\nNobody was hurt.\n11.50am\nMayor Ann Reed is on her way."
    )

    assert filled.names(filled.of(2)) == ["Ann Reed"]
