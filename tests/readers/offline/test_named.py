"""What is no name is never shown as one: roles, participles, adverbs and half a body's name."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("en", "The firm is to close. “We were told nothing,” said its regional head, Carl Dunne.", "Carl Dunne"),
        ("en", "“The pump was old,” said the club's groundskeeper, Lena Marsh.", "Lena Marsh"),
        ("es", "«La caldera es nueva», afirmó su gerente, Óscar Beltrán.", "Óscar Beltrán"),
        ("es", "«El túnel es seguro», explicó la consejera, Pilar Montes.", "Pilar Montes"),
        ("es", "«Nadie nos avisó», lamentó el patrón mayor, Pablo Lago.", "Pablo Lago"),
        ("fr", "« La cuve est neuve », a expliqué son gérant, Hugo Tellier.", "Hugo Tellier"),
        ("de", "„Der Kessel ist neu“, sagte ihr Hausmeister, Karl Brandt.", "Karl Brandt"),
    ],
)  # fmt: skip
def test_the_name_behind_a_role_is_the_source(fill: Fill, code: str, text: str, name: str) -> None:
    """Whoever is named right behind the noun for them speaks, whatever the noun is."""
    filled = fill(text, code)

    assert [(filled.names(claim), filled.sources(claim)[0].kind) for claim in filled.claims] == [([name], "person")]


@pytest.mark.parametrize(
    ("code", "text", "role"),
    [
        ("es", "«No he visto ese dinero en mi vida», dijo el regidor a la salida.", "regidor"),
        ("es", "La concejala aseguró que el puente es seguro.", "concejala"),
        ("es", "Su gerente sostiene que la caldera es nueva.", "Su gerente"),
        ("fr", "La gérante affirme que la cuve est neuve.", "gérante"),
        ("fr", "« Le pont tient », a répondu la conseillère lundi.", "conseillère"),
        ("de", "Die Stadträtin sagte, die Brücke sei sicher.", "Stadträtin"),
        ("de", "Der Hausmeister sagte, der Kessel sei neu.", "Hausmeister"),
        ("en", "The councillor said the bridge is safe.", "councillor"),
    ],
)
def test_a_role_without_a_name_is_an_unnamed_person(fill: Fill, code: str, text: str, role: str) -> None:
    """A noun for an office is nobody's name, with or without "his"."""
    filled = fill(text, code)

    [claim] = filled.claims
    assert [(source.name, source.kind, source.role) for source in filled.sources(claim)] == [
        (None, "unnamed_person", role)
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Petra Sommer bestritt alles. „Ich habe nichts genommen“, schrieb die 29-Jährige im Netz.", "Petra Sommer"),
        ("Jan Roth sagte, der Hafen sei zu. Die Stadt wisse das, betonte der 51-Jährige.", "Jan Roth"),
        ("Vera Thal sagte, der Hafen sei zu. Die 44-Jährige erklärte, die Stadt wisse das.", "Vera Thal"),
    ],
)
def test_an_age_stands_for_who_was_named(fill: Fill, text: str, name: str) -> None:
    """ "Die 29-Jährige" is whom the article has just named, and no "29"."""
    filled = fill(text, "de")

    assert filled.names(filled.of(2)) == [name]


def test_an_age_of_nobody_known_is_an_unnamed_person(fill: Fill) -> None:
    """Where the article names nobody, "der 60-Jährige" stays what it is."""
    filled = fill("„Ich sah den Rauch zuerst“, sagte der 60-Jährige.", "de")

    assert [(source.name, source.kind) for source in filled.draft.form.sources] == [(None, "unnamed_person")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die Zeitung „Morgenpost Weser“ hatte berichtet, der Hafen sei bereits verkauft.", "Morgenpost Weser"),
        ("Das Magazin „Blick Nord“ hat gemeldet, die Werft sei insolvent.", "Blick Nord"),
        ("Der Sender „Radio Elbe“ hatte gemeldet, die Brücke werde gesperrt.", "Radio Elbe"),
    ],
)
def test_a_participle_is_no_source(fill: Fill, text: str, name: str) -> None:
    """ "hatte berichtet" leaves it to the outlet in quotation marks before it."""
    filled = fill(text, "de")

    assert [source.name for source in filled.draft.form.sources] == [name]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("es", "Sanidad solo reconoce que hubo un muerto.", "Sanidad"),
        ("es", "Climasur únicamente admite que la torre es vieja.", "Climasur"),
        ("es", "Talgo apenas reconoce que la torre es vieja.", "Talgo"),
        ("fr", "D'après l'Agence régionale de santé, le risque est faible.", "Agence régionale de santé"),
        ("fr", "Selon la Commission nationale des débats, le projet est utile.", "Commission nationale des débats"),
        ("es", "Según la Agencia estatal de meteorología, lloverá el lunes.", "Agencia estatal de meteorología"),
    ],
)
def test_a_body_goes_by_its_whole_name(fill: Fill, code: str, text: str, name: str) -> None:
    """Neither with an adverb behind it nor with only its first word."""
    filled = fill(text, code)

    assert [filled.names(claim) for claim in filled.claims] == [[name]]


@pytest.mark.parametrize(
    "text",
    [
        "According to documents seen by The Ostmere Ledger, the mayor awarded the contract in March.",
        "The mayor awarded the contract in March, according to letters shown to the Ledger.",
        "According to emails sent to the council, the tender closed in March.",
    ],
)
def test_documents_are_no_name_with_their_participle(fill: Fill, text: str) -> None:
    """ "documents seen by" are documents."""
    filled = fill(text)

    assert {source.kind for claim in filled.claims for source in filled.sources(claim)} == {"document"}


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("fr", "Le directeur, Antoine Vasseur, a été mis en examen pour fraude, a annoncé le parquet de Lydie vendredi.", "parquet de Lydie"),
        ("fr", "Julien Mercier a été libéré sous caution, a indiqué la police lundi.", "police"),
        ("fr", "Le pont est fermé depuis mars, a précisé la préfecture dans un communiqué.", "préfecture"),
        ("fr", "La mairie savait que l'eau était contaminée aux PFAS, affirment trois associations dans un rapport.", "trois associations"),
        ("es", "Lucía Ferrer fue detenida en Vigo, informó la policía el lunes.", "policía"),
        ("es", "El puente está cerrado desde marzo, anunció el ayuntamiento en un comunicado.", "ayuntamiento"),
    ],
)  # fmt: skip
def test_who_stands_behind_the_verb_speaks(fill: Fill, code: str, text: str, name: str) -> None:
    """ "…, a annoncé le parquet vendredi" has its subject behind the verb, whoever is told of before."""
    filled = fill(text, code)

    assert [[source.name or source.role for source in filled.sources(claim)] for claim in filled.claims] == [[name]]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("fr", "Le maire, Paul Guérin, a annoncé la fermeture du pont lundi.", "Paul Guérin"),
        ("es", "La alcaldesa, Ana Soto, anunció la reforma del puente el lunes.", "Ana Soto"),
    ],
)
def test_an_object_behind_the_verb_is_no_speaker(fill: Fill, code: str, text: str, name: str) -> None:
    """ "Paul Guérin, …, a annoncé la fermeture" has its subject before the verb."""
    filled = fill(text, code)

    assert [filled.names(claim) for claim in filled.claims] == [[name]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Clerk Mira Toft said the bridge had closed.", "Mira Toft"),
        ("Archaeologist Mira Toft said the bridge had closed.", "Mira Toft"),
        ("A former clerk, Nils Berg, said the log was deleted.", "Nils Berg"),
        ("Historian Per Holm said 400 people had worked there.", "Per Holm"),
        ("The mill shut last year, baker Per Holm said.", "Per Holm"),
        ("Guests met Anna Walker at the door. Walker said the bridge had closed.", "Anna Walker"),
    ],
)
def test_an_occupation_is_no_part_of_a_name(fill: Fill, text: str, name: str) -> None:
    """What somebody does stands before the name, and a surname that is also an occupation stays a name."""
    filled = fill(text)

    assert [(filled.names(claim), filled.sources(claim)[0].kind) for claim in filled.claims] == [([name], "person")]


@pytest.mark.parametrize("text", ["Walker and motorists said the bridge had closed.", "A baker said the oven was old."])
def test_an_occupation_alone_is_no_name(fill: Fill, text: str) -> None:
    """Nobody is called by what they do where the article gives no name."""
    filled = fill(text)

    assert [filled.names(claim) for claim in filled.claims if filled.sources(claim)[0].kind == "person"] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Averil's coach, Jimmy Castell, was on the jetty shouting that they had been towed.", "Jimmy Castell"),
        ("A chemist, Ann Rowe, left. Lund & Rowe said the first batch was safe.", "Lund & Rowe"),
        (
            "Lund & Rowe makes toys. Lund & Rowe has 40 shops. It sells the Cosy Mark III. The heaters are safe, the company said.",
            "Lund & Rowe",
        ),
        ("His former sous-chef, Matt Lenoir, writes that the eel was his.", "Matt Lenoir"),
    ],
)
def test_who_speaks_is_told_from_what_stands_beside(fill: Fill, text: str, name: str) -> None:
    """Neither a place, nor a namesake, nor a product that is named once speaks."""
    filled = fill(text)

    assert [filled.names(claim) for claim in filled.claims] == [[name]]


@pytest.mark.parametrize(
    "text",
    [
        "The firm is recalling 80,000 heaters after a fire.",
        "The force has referred itself to the watchdog.",
        "Councillor Bea Almont wanted to know why the warranty had lapsed.",
        "The notebook, which she showed to this magazine, is blue.",
    ],
)
def test_verbs_for_saying_that_tell_nothing(fill: Fill, text: str) -> None:
    """What is called back, referred, asked or handed over is not said."""
    assert fill(text).claims == []
