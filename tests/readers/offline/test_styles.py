"""The forms that newsrooms write in: interviews, live blogs, datelines, relays in four languages."""

import pytest

from tests.readers.offline.conftest import Fill

INTERVIEW = (
    "“The ferry was old,” says Ada Holt, who ran the harbour for nine years. We met at her house.\n"
    "Q: Did you warn the owners?\nA: I warned them twice. They never wrote back.\n"
    "They had other plans.\nQ: What did the mayor know?\nA: The mayor knew everything.\nWe thanked her and left."
)


def test_the_answers_of_an_interview_are_who_is_interviewed(fill: Fill) -> None:
    """What follows "A:" is in her name, over its paragraphs; questions and what stands around are nobody's."""
    filled = fill(INTERVIEW)

    assert [n for claim in filled.claims for n in claim.sentences] == [1, 4, 5, 6, 8]
    assert all(filled.names(claim) == ["Ada Holt"] for claim in filled.claims)


def test_an_interview_may_not_name_who_answers(fill: Fill) -> None:
    """The answers are then somebody's without a name."""
    filled = fill("The pill was approved last week.\nQ: Is it safe?\nA: It is safe for adults.")

    [claim] = filled.claims
    assert (claim.sentences, filled.names(claim)) == ([3], [None])


OLDER = {
    "en": "Mayor Ann Reed hid a letter on the bridge, according to two councillors.\n",
    "de": "Bürgermeisterin Anna Reder hat ihrem Bruder einen Auftrag verschafft, sagt der Stadtrat Tom Bell.\n",
    "fr": "Le maire Jean Roux a versé 300 000 euros à son frère, selon deux élus.\n",
    "es": "La alcaldesa Ana Ruiz adjudicó un contrato a su hermano, según dos concejales.\n",
}


@pytest.mark.parametrize(
    ("language", "turns"),
    [
        ("en", "Q: Will the bridge open in May?\nA: Absolutely not. Nobody has ordered the steel."),
        ("en", "Q: Are trams cheap?\nA: That is nonsense. It is not true that trams are cheap."),
        ("de", "Frage: Wird die Brücke im Mai fertig?\nAntwort: Auf keinen Fall. Niemand hat den Stahl bestellt."),
        ("fr", "Question : Le pont sera-t-il prêt ?\nRéponse : Absolument pas. Personne n'a commandé l'acier."),
        ("es", "Pregunta: ¿Estará listo el puente?\nRespuesta: En absoluto. Nadie ha encargado el acero."),
    ],
)
def test_a_no_to_a_question_denies_no_older_claim(fill: Fill, language: str, turns: str) -> None:
    """It answers the question right before it, never what others said earlier in the article."""
    denials = fill(OLDER[language] + turns, language).draft.form.denials

    assert [denial.claims for denial in denials if denial.claims] == []


@pytest.mark.parametrize(
    ("language", "turns"),
    [
        ("en", "Q: Critics accuse you of taking bribes. Is it true?\nA: No. I never took a penny."),
        ("en", "Q: It was reported that you lied to the council.\nA: That is not true. I told them everything."),
        ("de", "Frage: Es gibt den Vorwurf, Sie hätten Geld genommen.\nAntwort: Nein. Ich habe nie Geld genommen."),
        ("fr", "Question : On vous accuse d'avoir menti.\nRéponse : Non. Je n'ai jamais menti."),
        ("es", "Pregunta: La acusan de cobrar sobornos. ¿Es verdad?\nRespuesta: No. Nunca cobré un euro."),
    ],
)
def test_a_no_to_an_accusing_question_denies_the_question(fill: Fill, language: str, turns: str) -> None:
    """What the interviewer holds against who answers is what is denied."""
    filled = fill(OLDER[language] + turns, language)

    answered = {id_ for denial in filled.draft.form.denials for id_ in denial.claims}
    assert [claim.sentences for claim in filled.claims if claim.id in answered] == [[2]]


def test_one_letter_before_a_full_stop_is_no_interview(fill: Fill) -> None:
    """A list "A. …" without a question before it is read as ever."""
    assert fill("A. The dam leaked.\nB. It rained.\nMary Hill said it was old.").claims[0].sentences == [3]


def test_an_entry_of_a_live_blog_stands_alone(fill: Fill) -> None:
    """Neither a quotation nor "it" goes back to who speaks in the entry beside it."""
    filled = fill(
        "10:15 The grid company Sorelle Netz says that homes are dark.\n09:50 “Nobody is missing.”\n"
        "9.30am It expects to reconnect them tonight.\n08h10 Mary Hill said the quay was shut. She said it was old."
    )

    assert [filled.names(filled.of(n)) for n in (1, 4, 5)] == [["Sorelle Netz"], ["Mary Hill"], ["Mary Hill"]]
    assert not [claim for claim in filled.claims if set(claim.sentences) & {2, 3}]


@pytest.mark.parametrize(
    "dateline",
    [
        "OSTBURG, Nov 3 (Agency) - ",
        "CALDER CITY, Nov 4 - ",
        "LONDON — ",
        "OSLO (Reuters) -- ",
        "Berlin (dpa) - ",
        "MADRID, 4 nov (EFE).- ",
    ],
)
def test_a_dateline_is_no_part_of_a_claim(fill: Fill, dateline: str) -> None:
    """Town, day and agency stand before what is said, which is restated without them."""
    filled = fill(f"{dateline}The bank will cut 400 jobs, Ann Reed said.")

    [claim] = filled.claims
    assert filled.content(claim) == "The bank will cut 400 jobs"
    assert filled.names(claim) == ["Ann Reed"]


def test_a_capital_name_before_a_dash_is_no_dateline(fill: Fill) -> None:
    """A sentence that goes on behind a dash keeps its beginning."""
    filled = fill("Mary Hill — a lawyer — said the dam leaked.")

    assert filled.names(filled.claims[0]) == ["Mary Hill"]


@pytest.mark.parametrize(
    ("phrase", "kind", "role"),
    [
        ("one of the people", "unnamed_person", "one of the people"),
        ("one of them", "unnamed_person", "one of them"),
        ("one of the two officials", "unnamed_person", "one of the two officials"),
        ("one of the people, who asked not to be identified", "anonymous", "one of the people"),
    ],
)
def test_one_of_several_has_no_name(fill: Fill, phrase: str, kind: str, role: str) -> None:
    """Whom the article only counts out of a group is not named by it."""
    filled = fill(f"The talks had failed, said {phrase}.")

    [source] = filled.sources(filled.claims[0])
    assert (source.name, source.kind, source.role) == (None, kind, role)


def test_a_clause_without_its_that_is_no_part_of_a_document(fill: Fill) -> None:
    """ "a filing Brightwater made" is a filing."""
    filled = fill(
        "The two own most bridges, according to a filing Brightwater made with the markets regulator in August."
    )

    [source] = filled.sources(filled.claims[0])
    assert (source.name, source.kind) == ("filing", "document")


def test_one_ministry_under_three_names(fill: Fill) -> None:
    """The country before the noun, behind it or as an adjective makes no other body."""
    filled = fill(
        "Veskara lies in the south. The Foreign Ministry of Veskara said it was ready. "
        "Veskara's foreign ministry said that it was late. The Veskaran foreign ministry said it was cold."
    )

    assert len({tuple(claim.sources) for claim in filled.claims}) == 1


@pytest.mark.parametrize(
    ("language", "accusation", "denial"),
    [
        (
            "es",
            "Los regantes acusaron al Gobierno de reunirse con Hidrosa.",
            "“No hubo ninguna reunión”, dijo el Gobierno.",
        ),
        ("es", "Los regantes acusaron a Hidrosa de mentir.", "“Nunca hemos mentido”, afirmó Hidrosa."),
        (
            "fr",
            "L'association Eau Claire accuse Hydrale d'avoir effacé des relevés.",
            "« C’est faux », a répondu Hydrale.",
        ),
        ("fr", "Eau Claire accuse Hydrale de mentir.", "« Nous n’avons jamais menti », a déclaré Hydrale."),
        ("fr", "Eau Claire accuse Hydrale d'avoir caché une fuite.", "« Il n’y a pas eu de fuite », a dit Hydrale."),
        ("de", "Die Opposition wirft Almut Rehwinkel Betrug vor.", "„Das ist gelogen“, sagte Rehwinkel."),
        ("de", "Die Opposition wirft dem Ministerium Betrug vor.", "„Wir haben nie betrogen“, sagte das Ministerium."),
    ],
)
def test_own_words_deny_in_other_languages(fill: Fill, language: str, accusation: str, denial: str) -> None:
    """ "That is a lie", "there was no …", "we never …" answer the accusation."""
    filled = fill(f"{accusation} {denial}", language=language)

    [found] = filled.draft.form.denials
    assert (found.kind, found.sentences, found.claims) == ("denies", [2], [filled.claims[0].id])


@pytest.mark.parametrize(
    ("language", "text", "who", "via"),
    [
        ("es", "La presa tiene grietas, según El Alba citando a dos ingenieros.", "dos ingenieros", "Alba"),
        (
            "es",
            "Según el diario El Alba, que cita a la agencia Costa Noticias, está vacío.",
            "Costa Noticias",
            "diario El Alba",
        ),
        ("fr", "Selon Le Courrier, citant deux ingénieurs, le barrage fuit.", "deux ingénieurs", "Courrier"),
        (
            "de",
            "Wie der „Bote“ unter Berufung auf zwei Ingenieure berichtet, fehlen Berichte.",
            "zwei Ingenieure",
            "Bote",
        ),
        ("en", "According to the Echo, citing two officials, the dam leaks.", "two officials", "Echo"),
    ],
)
def test_who_is_cited_speaks_through_the_outlet(fill: Fill, language: str, text: str, who: str, via: str) -> None:
    """The outlet behind "according to" relays those whom it cites."""
    filled = fill(text, language=language)

    [claim] = filled.claims
    assert [source.name or source.role for source in filled.sources(claim)] == [who]
    assert [source.name for source in filled.relays(claim)] == [via]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("es", "El puente cerrará en mayo, según el alcalde, Luis Prado.", "Luis Prado"),
        ("fr", "Selon l'AFP, le ministre démissionnera.", "AFP"),
        ("de", "Laut Polizei wurden drei Menschen verletzt.", "Polizei"),
    ],
)
def test_according_to_in_other_languages(fill: Fill, language: str, text: str, who: str) -> None:
    """ "según", "selon" and "laut" name who says it."""
    filled = fill(text, language=language)

    assert filled.names(filled.claims[0]) == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "A man accused of stealing a Roman helmet told a jury that he had bought it.",
            "man accused of stealing a Roman helmet",
        ),
        ("Mum-of-three Kelly Marsh, 34, blasted: “They never asked us.”", "Kelly Marsh"),
        ("The bus company, Tidy Travel, said it was helping police.", "Tidy Travel"),
        ("Board member Al Rusk said more data was needed.", "Al Rusk"),
        ("The archivist, a small man with enormous eyebrows, says the papers burned.", "archivist"),
        ("Mice forget more, according to a paper published in Neuron Letters.", "paper"),
        ("Sir Leo Hall laughed and said: “Nobody knows.”", "Leo Hall"),
        ("The head of the company, Ann Reed, said it was late.", "Ann Reed"),
    ],
)
def test_who_speaks_in_other_newsrooms(fill: Fill, text: str, who: str) -> None:
    """Court, tabloid, magazine and local papers put people in words of their own."""
    filled = fill(text)

    assert [source.name or source.role for claim in filled.claims for source in filled.sources(claim)] == [who]


def test_who_stands_in_the_dock_denies(fill: Fill) -> None:
    """Age and address between commas do not part the accused from the denial; what is denied denies nothing."""
    filled = fill(
        "Ann Tully accused Carl Voss of theft. Carl Voss, 51, of Mill Lane, Brackham, denies theft and fraud."
    )

    [denial] = filled.draft.form.denials
    assert [source.name for source in filled.draft.form.sources if source.id in denial.sources] == ["Carl Voss"]


def test_he_is_not_who_was_she(fill: Fill) -> None:
    """A person whom the article called "she" does not speak as "he" two sentences on."""
    filled = fill("“People come for the clock,” Greta Sand said. She said it was old. He believed that it was new.")

    assert [filled.names(filled.of(n)) for n in (1, 2, 3)] == [["Greta Sand"], ["Greta Sand"], [None]]
    assert filled.sources(filled.of(3))[0].kind == "unnamed_person"


def test_entries_without_their_times_begin_at_their_headings(fill: Fill) -> None:
    """In a live blog whose times are lost nobody is "she" in the next entry."""
    entries = [
        "Storm live",
        "Ferries stop\n\nThe ferries have stopped, Mary Hill of Acme Lines said.",
        "Homes are dark\n\nShe had no light all night, she told our reporter in Tarne.",
        "Is the road open?\n\nPolice say it is.",
        "Schools shut\n\nThe council says all schools will be shut.",
    ]

    filled = fill("\n\n".join(entries))

    assert filled.names(filled.of(3)) == ["Mary Hill"]
    assert "Mary Hill" not in filled.names(filled.of(5))


REPEATED = """Storm live

Ferries stop

The ferries have stopped, Mary Hill of Acme Lines said.

Company denies crews went home early

The company Sorelle Netz has denied that its repair crews went home early. The union had said that nine crews went home early.

Mayor denies the dam leaked

The company declined to comment.

Schools shut

The council says all schools will be shut."""


@pytest.mark.parametrize("stamp", ["", "10:15 "])
def test_what_an_entry_repeats_is_not_told_for_its_heading(fill: Fill, stamp: str) -> None:
    """A denial in the heading and in the first sentence is one; a heading whose entry tells of something else keeps its own."""
    filled = fill(REPEATED.replace("Company denies", f"{stamp}Company denies"))

    denials = filled.draft.form.denials
    assert [denial.sentences for denial in denials] == [[5], [7], [8]]
    assert denials[0].claims == [filled.of(6).id]
