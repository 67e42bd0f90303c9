"""Hedges, kinds and restatements of claims."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("said", "certainty", "hedge"),
    [
        ("the bridge is safe", "certain", None),
        ("the bridge is highly likely to close", "probable", "highly likely"),
        ("the bridge may close", "possible", "may"),
        ("the mayor allegedly lied", "possible", "allegedly"),
        ("the city must close it", "unstated", None),
    ],
)
def test_a_hedge_is_kept_as_it_stands(fill: Fill, said: str, certainty: str, hedge: str | None) -> None:
    """How firmly it is put follows from the source's own words."""
    [claim] = fill(f"Mary Hill said {said}.").claims

    assert (claim.certainty, claim.hedge) == (certainty, hedge)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mary Hill said the bridge was built by hand.", "fact"),
        ("Mary Hill said the bridge cost $30 million.", "figure"),
        ("Mary Hill said the bridge will close.", "prediction"),
        ("Mary Hill promised to close the bridge.", "intention"),
        ("Mary Hill urged the city to close the bridge.", "directive"),
        ("Mary Hill said the bridge is beautiful.", "opinion"),
    ],
)
def test_kinds(fill: Fill, text: str, kind: str) -> None:
    """Verb and words tell what kind of claim it is."""
    assert fill(text).claims[0].kind == kind


def test_a_clause_is_restated_alone(fill: Fill) -> None:
    """Source and cue are left out, nothing else changes."""
    assert fill("Mary Hill said that the old bridge is not safe.").claims[0].text == "The old bridge is not safe."


@pytest.mark.parametrize(
    "text",
    [
        "“I will close it,” Mary Hill said.",
        "Mary Hill said she will close the bridge.",
        "Mary Hill accused the city of hiding cracks.",
    ],
)
def test_what_needs_its_sentence_is_not_restated(fill: Fill, text: str) -> None:
    """First persons, pronouns and accusations are shown as the article has them."""
    assert fill(text).claims[0].text == ""


def test_a_reported_hedge_goes_on_with_the_report(fill: Fill) -> None:
    """ "were also allegedly injured" belongs to the source of the sentence before."""
    filled = fill("Police said six soldiers were killed. Three soldiers were also allegedly hurt.")

    assert filled.names(filled.of(2)) == ["Police"]


@pytest.mark.parametrize(
    "said",
    ["the dam closed in May 2019", "the dam closed on 3 May", "Theresa May closed the dam", "they met Will on the dam"],
)
def test_a_name_or_month_is_no_hedge(fill: Fill, said: str) -> None:
    """A capital in mid-sentence tells the month of May from "may", and Will from "will"."""
    claim = fill(f"Mary Hill said {said}.").claims[0]

    assert (claim.certainty, claim.hedge, claim.kind) == ("certain", None, "fact")


def test_a_hedge_that_opens_a_quotation_counts(fill: Fill) -> None:
    """At the beginning of a sentence a capital says nothing."""
    claim = fill("“Perhaps the old dam will hold for a year,” Mary Hill said.").claims[0]

    assert claim.hedge == "Perhaps"


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (
            "the old dam had been closed, and that new walls would cost more",
            "The old dam had been closed, and new walls would cost more.",
        ),
        ("that the dam was old and that work would go on", "The dam was old and work would go on."),
        ("the old dam had been closed, and that work would go on", ""),
    ],
)
def test_a_second_that_clause_is_joined_or_left_alone(fill: Fill, said: str, text: str) -> None:
    """No "that" dangles in a restatement; where it may point at something, the article's words stay."""
    assert fill(f"Mary Hill said {said}.").claims[0].text == text


@pytest.mark.parametrize("said", ["the town is no more likely to flood than ours", "she would stand up to the mayor"])
def test_a_comparison_is_no_hedge(fill: Fill, said: str) -> None:
    """ "No more likely than" and "stand up to" say nothing about how sure somebody is."""
    assert fill(f"Mary Hill said {said}.").claims[0].hedge is None


@pytest.mark.parametrize(
    "content",
    [
        "−5C was measured in the hall on Monday.",
        "-5C was measured in the hall on Monday.",
        "+1 555 was the number of the caller.",
        "£1.2m had been spent on the bridge.",
        "#SaveTheHall was trending on Monday.",
        "<b> is fine in the text of the page.",
        "<!everyone> should click on the link.",
        "<@U123> had lied to the council.",
        "the word was <here>.",
    ],
)
def test_a_sign_is_not_cut_from_what_it_belongs_to(fill: Fill, content: str) -> None:
    """ "−5" is not "5", and "#hall" no hall."""
    [claim] = fill(f"Mary Hill said that {content}").claims

    assert claim.text in (content, "", f"Mary Hill said that {content}")


@pytest.mark.parametrize("between", [": ", ", ", " - ", " – ", " (", " … "])
def test_marks_between_the_cue_and_what_is_said_go(fill: Fill, between: str) -> None:
    """They belong to the sentence around it."""
    [claim] = fill(f"Mary Hill said{between}the bridge had cost a lot of money.").claims

    assert not claim.text[:1] or claim.text[0].isalpha()


@pytest.mark.parametrize(
    ("stamp", "role"),
    [
        ("14:48 ", "prime minister"),
        ("14.48 GMT – ", "prime minister"),
        ("2:48pm: ", "prime minister"),
        ("14h48 ", "prime minister"),
    ],
)
def test_the_hour_of_a_live_entry_is_nobodys_role(fill: Fill, stamp: str, role: str) -> None:
    """It stands before who speaks and is no part of them."""
    filled = fill(f"Fire at the mill\n\n{stamp}The prime minister, Ruth Calder, said that the army would help.")

    [source] = filled.sources(filled.claims[0])
    assert (source.name, source.role) == ("Ruth Calder", role)


def test_a_figure_at_the_head_of_a_paragraph_is_no_hour(fill: Fill) -> None:
    """ "7.30" without "am" or a colon stays."""
    filled = fill("Rain at the mill\n\n7.30 metres of water stood in the mill, Ruth Calder said.")

    assert "7.30" in filled.content(filled.claims[0])


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("An article published on 3 November said that the pier was unsafe.", "article"),
        ("A report published in 2024 said that the pier was unsafe.", "report published in 2024"),
    ],
)
def test_a_paper_is_not_named_with_half_a_date(fill: Fill, said: str, role: str) -> None:
    """Its day without the month names nothing."""
    filled = fill(said)

    [source] = filled.sources(filled.claims[0])
    assert (source.role or source.name or "").lower() == role


@pytest.mark.parametrize(
    ("language", "question", "answer", "beside"),
    [
        ("en", "Was the reservoir poisoned?", "No, says Lindow Water.", "It rained all the night before in the hills."),
        ("en", "Will I get my money back?", "Perhaps, said the mayor.", "It rained all the night before in the hills."),
        (
            "de",
            "Ist das Wasser sauber?",
            "Ja, sagt der Minister Karl Behm.",
            "In der Nacht davor regnete es in den Bergen.",
        ),
        (
            "fr",
            "L’eau est-elle propre ?",
            "Non, dit le ministre Luc Ferrand.",
            "Il a plu toute la nuit dans les collines.",
        ),
        (
            "es",
            "¿Está limpia el agua?",
            "No, dice el ministro Luis Prats.",
            "Llovió toda la noche en las colinas del norte.",
        ),
    ],
)
def test_a_bare_answer_stands_with_its_question(
    fill: Fill, language: str, question: str, answer: str, beside: str
) -> None:
    """ "No, says the company" tells nothing by itself."""
    filled = fill(f"{beside}\n\n{question}\n\n{answer}\n\n{beside}", language)

    assert filled.claims[0].sentences == [2, 3]
    assert filled.content(filled.claims[0]).startswith(question)


def test_an_answer_that_tells_more_stands_alone(fill: Fill) -> None:
    """It says what it says without the question."""
    filled = fill("It rained.\n\nWas it poisoned?\n\nNo sample held any poison, said Lindow Water.")

    assert filled.claims[0].sentences == [3]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Maranin spoke of five dead."),
        ("de", "Maranin sprach von fünf Toten."),
        ("fr", "Maranin a parlé de cinq morts."),
        ("es", "Maranin habló de cinco muertos."),
    ],
)
def test_who_speaks_of_so_many_gives_a_number(fill: Fill, code: str, text: str) -> None:
    """It is put as certain, and no opinion."""
    [claim] = fill(text, code).claims

    assert (claim.kind, claim.certainty) == ("fact", "certain")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Polls suggest that 61 percent of voters think it has failed."),
        ("de", "Laut einer Umfrage glauben 61 Prozent der Wähler, es sei gescheitert."),
        ("fr", "Selon un sondage, 61 % des électeurs pensent qu'il a échoué."),
        ("es", "Según una encuesta, el 61 % de los votantes cree que ha fracasado."),
    ],
)
def test_how_many_think_so_is_no_guess(fill: Fill, code: str, text: str) -> None:
    """What the poll found is no less firm for what it found."""
    [claim] = fill(text, code).claims

    assert (claim.certainty == "probable", claim.hedge) == (False, None)


@pytest.mark.parametrize(
    ("code", "text", "role"),
    [
        ("en", "The mayor, Paul Dean (independent), said the bridge is old.", "mayor"),
        ("de", "Der Bürgermeister, Paul Dean (parteilos), sagte, die Brücke sei alt.", "Bürgermeister"),
        ("fr", "Le maire, Paul Dessange (sans étiquette), a dit que le pont est vieux.", "maire"),
        ("es", "El alcalde, Pablo Dean (PSOE), dijo que el puente es viejo.", "alcalde"),
    ],
)
def test_a_party_in_brackets_is_no_part_of_a_role(fill: Fill, code: str, text: str, role: str) -> None:
    """The role stands before the name."""
    filled = fill(text, code)

    [source] = filled.sources(filled.claims[0])
    assert source.role == role


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Der Bau der Brücke bei Altenau wird nach Angaben des Rechnungshofs um 85 Millionen Euro teurer."),
        ("de", "Die Preise in den großen Städten sind laut Statistikamt um vier Prozent gestiegen."),
        ("de", "Die Mieten in Altenau und Umgebung sollen laut Stadtverwaltung um zwei Euro steigen."),
        ("en", "The price of water in the old town has according to the council risen by four percent."),
    ],
)
def test_a_clause_is_not_cut_between_its_verb_and_the_rest(fill: Fill, code: str, text: str) -> None:
    """Where who says it stands inside the clause, its first half alone is no claim: the article's sentence is shown."""
    [claim] = fill(text, code).claims

    assert claim.text == ""


@pytest.mark.parametrize("before", ["Perhaps", "If true", "Unless repaired", "In theory"])
def test_what_leads_in_to_what_is_said_is_not_left_out(fill: Fill, before: str) -> None:
    """The condition or doubt that stands before who says it belongs to what they say: the article's sentence is shown."""
    [claim] = fill(f"{before}, the ministry said, the bridge will be safe.").claims

    assert claim.text == ""


@pytest.mark.parametrize("before", ["On Monday", "In a statement", "Meanwhile"])
def test_what_leads_in_to_who_says_it_is_left_out(fill: Fill, before: str) -> None:
    """When and where they say it is no part of what they say."""
    [claim] = fill(f"{before}, the ministry said that the bridge was safe.").claims

    assert claim.text == "The bridge was safe."


@pytest.mark.parametrize(
    ("said", "hedge"),
    [
        ("The mayor reportedly said that the bridge was unsafe.", "reportedly"),
        ("The mayor allegedly told police that the bridge was unsafe.", "allegedly"),
        ("The mayor hinted that the bridge was unsafe.", "hinted"),
        ("The mayor suggested that the bridge was unsafe.", "suggested"),
    ],
)
def test_doubt_in_the_words_that_report_is_kept(fill: Fill, said: str, hedge: str) -> None:
    """Who only hints, or is only reported to have said so, asserts nothing plainly; the article's sentence is shown."""
    [claim] = fill(said).claims

    assert (claim.certainty, claim.hedge, claim.text) == ("possible", hedge, "")


@pytest.mark.parametrize(
    "said",
    [
        "Tom Ansel initially said that the bridge was safe.",
        "Tom Ansel falsely told police that the bridge was safe.",
        "Contrary to the facts, Tom Ansel claimed that the bridge was safe.",
        "In a message he later retracted, Tom Ansel said that the bridge was safe.",
        "In a since-deleted post, Tom Ansel said that the bridge was safe.",
        "Tom Ansel joked that the bridge was safe.",
        "The mayor lied when she said that the bridge was safe.",
    ],
)
def test_what_undoes_a_claim_is_shown_with_it(fill: Fill, said: str) -> None:
    """That it was taken back, wrong or no earnest, stands beside what is said: the article's sentence is shown."""
    assert [claim.text for claim in fill(said).claims] == [""]
